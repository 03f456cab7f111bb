import type { BallotRule, ThresholdRule } from './ballot-rule.ts';

/** What a member says on a line. */
export type Vote = 'yes' | 'no' | 'abstain';

export const VOTES = ['yes', 'no', 'abstain'] as const satisfies readonly Vote[];

/** The votes cast on one line; together they are the members who voted on it. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The seats behind a line's votes. */
export interface LineSeats {
  /** Seats of the council, vacant ones and recused members too. */
  readonly total: number;
  /** Members who may vote on this line: held seats without a conflict in it. */
  readonly eligible: number;
  /** Members who take part and may vote on this line: who attends, and who is away and has voted in writing. */
  readonly present: number;
  /** What the chair said; null where the chair has not voted or may not. */
  readonly chair: Vote | null;
  /** The chair has a conflict in this line, and no voice for or against it. */
  readonly chairRecused: boolean;
}

/** Why a line came out as it did. */
export type LineReason = 'threshold-reached' | 'threshold-missed' | 'chair-not-in-favour' | 'too-few-votes';

export interface LineResult {
  readonly outcome: 'qualified' | 'not-qualified' | 'set-aside';
  readonly reason: LineReason;
}

/**
 * Fewer votes than this on a line are never counted out loud: the sum of one is the vote of one. The line waits for
 * another session.
 */
export const FEWEST_VOTES = 2;

/** The number that a share is taken of. */
export function denominatorOf(rule: ThresholdRule, { total, eligible, present }: LineSeats): number {
  switch (rule.of) {
    case 'total':
      return total;
    case 'eligible':
      return eligible;
    case 'present':
      return present;
  }
}

/** Whether so many of so many reach the threshold: integers on both sides, `yes * 100` against `percent * of`. */
export function reaches({ percent, compare }: ThresholdRule, yes: number, of: number): boolean {
  const said = yes * 100;
  const needed = percent * of;
  return of > 0 && (compare === '>' ? said > needed : said >= needed);
}

/** The fewest yes votes out of `of` that reach the threshold; more than `of` where none can. */
export function needed({ percent, compare }: ThresholdRule, of: number): number {
  const exact = percent * of;
  return compare === '>' ? Math.floor(exact / 100) + 1 : Math.ceil(exact / 100);
}

/** How a line came out. Quorum is another test, made once when the ballot opens. */
export function lineResult(rule: BallotRule, counts: VoteCounts, seats: LineSeats): LineResult {
  const { yes, no, abstain } = counts;
  if (rule.secret && yes + no + abstain < FEWEST_VOTES) return { outcome: 'set-aside', reason: 'too-few-votes' };
  if (!reaches(rule.threshold, yes, denominatorOf(rule.threshold, seats))) return { outcome: 'not-qualified', reason: 'threshold-missed' };
  if (rule.chairInFavour && !seats.chairRecused && seats.chair !== 'yes')
    return { outcome: 'not-qualified', reason: 'chair-not-in-favour' };
  return { outcome: 'qualified', reason: 'threshold-reached' };
}
