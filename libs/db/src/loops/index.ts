export { InboxRelayRepository, type PendingStart } from './inbox-relay.repository.ts';
export { LeaseRepository } from './lease.repository.ts';
export { NudgeListener, Nudges, type NudgeTopic } from './nudges.ts';
export { PulseRepository } from './pulse.repository.ts';
