export * from './invariants/index.ts';
export { seedProgrammes } from './seed/seed-programmes.ts';
export { inboxRelay } from './loops/inbox-relay.loop.ts';
