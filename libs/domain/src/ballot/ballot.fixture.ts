import type { BallotRule, ThresholdRule } from './ballot-rule.ts';
import type { SessionSeat } from './voters.ts';

/** 90 % of all members, secret, absent members vote in writing. */
export function ballotRule(changes: Partial<BallotRule> = {}): BallotRule {
  return {
    quorum: { numerator: 2, denominator: 3, of: 'total' },
    threshold: ninety('total'),
    secret: true,
    absentees: 'written',
    chairInFavour: false,
    substitutes: false,
    ...changes,
  };
}

export function ninety(of: ThresholdRule['of'], compare: ThresholdRule['compare'] = '>='): ThresholdRule {
  return { percent: 90, compare, of };
}

/** Seats of a council, the first one the chair, everybody present. */
export function seatsOf(count: number, change: (seat: number) => Partial<SessionSeat> = () => ({})): readonly SessionSeat[] {
  return Array.from({ length: count }, (_, seat) => ({ seat, chair: seat === 0, held: true, presence: 'present', ...change(seat) }));
}
