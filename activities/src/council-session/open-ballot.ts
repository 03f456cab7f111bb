import type { SessionStanding, SessionStepInput } from '@laurel/contracts';
import { UnknownSession, type LineMove, type LoadedSession, type SessionMove } from '@laurel/db';
import { attendanceOf, isQuorate, mayVote, setAsideBecause } from '@laurel/domain';
import { adjournment } from './adjournment.ts';
import { standingOfSession, type SessionDesk } from './session-desk.ts';
import { mailsTo } from './session-mails.ts';

/** Tests the quorum and opens the ballot, or adjourns the session. */
export class OpenBallot {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: a ballot that is open stays as it is, and the session's key is made once. */
  async openBallot({ sessionId }: SessionStepInput): Promise<SessionStanding> {
    const { sessions, keys, box } = this.desk.dependencies;
    const known = await sessions.load(sessionId);
    if (!known) throw new UnknownSession(sessionId);
    if (known.state !== 'convened') return standingOfSession(known);
    const { publicKey } = await keys.create(sessionId);
    const session = await this.desk.take(sessionId, (loaded) => (loaded.state === 'convened' ? opening(loaded, publicKey) : null));
    if (session.state !== 'open') await box.destroyKey(sessionId);
    return standingOfSession(session);
  }
}

/** Lines whose nomination waits here go to the ballot, the others are set aside; without a quorum there is none. */
function opening(session: LoadedSession, publicKey: Uint8Array): SessionMove {
  if (session.request === 'adjourn') return adjournment(session, 'adjourned');
  const attendance = attendanceOf(session.seats, barredSeats(session));
  const lines = session.lines.map((line): LineMove => {
    const because = setAsideBecause(line) ?? (isQuorate(line.ballot.quorum, attendance) ? null : 'no-quorum');
    return { line: line.line, state: because ? 'set-aside' : 'on-ballot', because };
  });
  if (lines.every(({ state }) => state === 'set-aside')) return { ...adjournment(session, 'no-quorum'), lines, attendance, quorate: false };
  const voters = session.seats.filter((seat) => mayVote(session.rule, seat));
  const mails = mailsTo(session, voters, { kind: 'assignment', is: 'ballot' });
  const facts = { ...attendance, lines: lines.filter(({ state }) => state === 'on-ballot').length };
  return { state: 'open', publicKey, attendance, quorate: true, lines, mails, audit: { action: 'ballot-opened', actor: 'system', facts } };
}

/** Seats with a conflict in every line. */
function barredSeats({ seats, lines, recusals }: LoadedSession): ReadonlySet<number> {
  const running = recusals.filter(({ liftedBy }) => liftedBy === null);
  return new Set(
    seats.map(({ seat }) => seat).filter((seat) => running.filter((recusal) => recusal.seat === seat).length === lines.length),
  );
}
