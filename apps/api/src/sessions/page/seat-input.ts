import type { LoadedSeat, LoadedSession } from '@laurel/db';
import type { Language, Vote } from '@laurel/domain';
import type { Problem } from '../../http/problem.ts';

/** Everything a member's page is made of. */
export interface SeatInput {
  readonly session: LoadedSession;
  readonly seat: LoadedSeat;
  readonly language: Language;
  /** Path of the page, token included: only ever written into the page itself. */
  readonly path: string;
  /** Of this form: sent again it is the same ballot. */
  readonly nonce: string;
  /** What the roll can prove, once the ballot is in the box. */
  readonly receipt: string | null;
  readonly problem?: Problem;
  /** Votes already chosen, by nomination, to be shown again. */
  readonly chosen?: ReadonlyMap<string, Vote>;
  /** Shown filled in, and not sent yet. */
  readonly unsent?: boolean;
}

/** The lines in which this member has a voice, and those in which not. */
export function linesFor({ session, seat }: Pick<SeatInput, 'session' | 'seat'>): {
  readonly free: LoadedSession['lines'];
  readonly recused: LoadedSession['lines'];
} {
  const barred = new Set(
    session.recusals.filter((row) => row.seat === seat.seat && row.liftedBy === null).map(({ nominationId }) => nominationId),
  );
  const shown = session.lines.filter(({ state }) => state === 'waiting' || state === 'on-ballot');
  return {
    free: shown.filter(({ nominationId }) => !barred.has(nominationId)),
    recused: shown.filter(({ nominationId }) => barred.has(nominationId)),
  };
}
