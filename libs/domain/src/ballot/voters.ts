import type { BallotRule } from './ballot-rule.ts';
import type { Attendance } from './quorum.ts';
import type { LineSeats, Vote } from './tally.ts';

/** What is known of a member's coming. `written`: away, and votes in writing. */
export type Presence = 'unknown' | 'present' | 'away' | 'written';

/** One seat of a council in a session. */
export interface SessionSeat {
  readonly seat: number;
  readonly chair: boolean;
  /** False for a vacant seat: it counts in the total and cannot vote. */
  readonly held: boolean;
  readonly presence: Presence;
}

/** Whether a seat may put a ballot into the box: who attends, and who is away where the rule takes written votes. */
export function mayVote(rule: Pick<BallotRule, 'absentees'>, { held, presence }: SessionSeat): boolean {
  return held && (presence === 'present' || rule.absentees === 'written');
}

/** Who sits in the council when its ballot opens; `barred` are the seats with a conflict in every line. */
export function attendanceOf(seats: readonly SessionSeat[], barred: ReadonlySet<number>): Attendance {
  const held = seats.filter((seat) => seat.held);
  return {
    total: seats.length,
    eligible: held.filter(({ seat }) => !barred.has(seat)).length,
    present: held.filter(({ presence }) => presence === 'present').length,
  };
}

/** The seats behind a line's votes: `voted` have a ballot in the box, `recused` have a conflict in the line. */
export function seatsOfLine(
  seats: readonly SessionSeat[],
  { voted, recused, chair }: { readonly voted: ReadonlySet<number>; readonly recused: ReadonlySet<number>; readonly chair: Vote | null },
): LineSeats {
  const free = seats.filter(({ seat, held }) => held && !recused.has(seat));
  return {
    total: seats.length,
    eligible: free.length,
    present: free.filter(({ seat, presence }) => presence === 'present' || voted.has(seat)).length,
    chair,
    chairRecused: seats.some((seat) => seat.chair && recused.has(seat.seat)),
  };
}
