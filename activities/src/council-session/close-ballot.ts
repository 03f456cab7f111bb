import type { SessionStanding, SessionStepInput } from '@laurel/contracts';
import type { LoadedSession, SessionMove } from '@laurel/db';
import { mayVote } from '@laurel/domain';
import { adjournment } from './adjournment.ts';
import { standingOfSession, type SessionDesk } from './session-desk.ts';

/** Closes the box, or adjourns the session where the secretary asked for that. */
export class CloseBallot {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: nothing changes unless it is due, and what is closed stays closed. */
  async closeBallot({ sessionId, at }: SessionStepInput & { readonly at: number }): Promise<SessionStanding> {
    const session = await this.desk.take(sessionId, (loaded) => closing(loaded, at));
    if (session.state === 'adjourned') await this.desk.dependencies.box.discard(sessionId);
    return standingOfSession(session);
  }
}

function closing(session: LoadedSession, at: number): SessionMove | null {
  const { state, request } = session;
  if (request === 'adjourn' && (state === 'convened' || state === 'open')) return adjournment(session, 'adjourned');
  if (state !== 'open') return null;
  const because = becauseOf(session, at);
  if (because === null) return null;
  return { state: 'closing', audit: { action: 'ballot-closed', actor: 'system', reason: session.requestReason, facts: { because } } };
}

function becauseOf(session: LoadedSession, at: number): string | null {
  if (at >= session.closesAt) return 'time-over';
  if (session.request === 'close') return 'asked';
  return session.closesWhenAllVoted && everybodyVoted(session) ? 'all-voted' : null;
}

function everybodyVoted({ seats, rule }: LoadedSession): boolean {
  return seats.every((seat) => seat.hasVoted || !mayVote(rule, seat));
}
