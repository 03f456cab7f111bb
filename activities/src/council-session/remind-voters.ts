import type { SessionStanding, SessionStepInput } from '@laurel/contracts';
import { mayVote } from '@laurel/domain';
import { standingOfSession, type SessionDesk } from './session-desk.ts';
import { mailsTo } from './session-mails.ts';

/** Reminds those who have not voted, and nobody else. */
export class RemindVoters {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: a reminder is one mail for each member and occurrence. */
  async remindVoters({ sessionId, occurrence }: SessionStepInput & { readonly occurrence: number }): Promise<SessionStanding> {
    const session = await this.desk.take(sessionId, (loaded) => {
      if (loaded.state !== 'open') return null;
      const silent = loaded.seats.filter((seat) => !seat.hasVoted && mayVote(loaded.rule, seat));
      return { state: 'open', mails: mailsTo(loaded, silent, { kind: 'reminder', is: 'ballot', occurrence }) };
    });
    return standingOfSession(session);
  }
}
