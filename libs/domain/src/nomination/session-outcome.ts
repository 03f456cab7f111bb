import { assertNever } from '../assert-never.ts';
import type { ActBody } from './act.ts';
import type { RefusalCode } from './case-file.ts';
import { follow } from './course.ts';
import type { Draft } from './draft.ts';

type Body = Extract<ActBody, { kind: 'session-outcome' }>;

/**
 * Records what a council's session made of the nomination: it goes on, is not qualified, or is set aside and waits for
 * another session. A hold that came after the count blocks every outcome: the line is set aside.
 */
export function recordSessionOutcome(draft: Draft, body: Body): RefusalCode | null {
  if (draft.stage.kind !== 'session' || draft.file.state !== 'IN_SESSION') return 'INVALID_ACT';
  const held = draft.file.holds.length > 0;
  const outcome = held ? 'set-aside' : body.outcome;
  const { yes, no, abstain } = body.votes ?? { yes: null, no: null, abstain: null };
  draft.record('session-voted', { sessionId: body.sessionId, outcome, because: held ? 'held' : body.because, yes, no, abstain });
  switch (outcome) {
    case 'set-aside':
      return null;
    case 'qualified':
      return follow(draft, { then: draft.stage.passes });
    case 'not-qualified':
      return follow(draft, { then: 'refuse', state: 'NOT_QUALIFIED', rule: null });
    default:
      return assertNever(outcome);
  }
}
