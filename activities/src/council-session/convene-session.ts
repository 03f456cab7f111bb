import type { SessionStanding, SessionStepInput } from '@laurel/contracts';
import { standingOfSession, type SessionDesk } from './session-desk.ts';
import { mailsTo } from './session-mails.ts';

/** Calls the members together. */
export class ConveneSession {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: a mail that is planned stays as it is. */
  async conveneSession({ sessionId }: SessionStepInput): Promise<SessionStanding> {
    const session = await this.desk.take(sessionId, (loaded) =>
      loaded.state === 'convened'
        ? { state: 'convened', mails: mailsTo(loaded, loaded.seats, { kind: 'convening', is: 'convening' }) }
        : null,
    );
    return standingOfSession(session);
  }
}
