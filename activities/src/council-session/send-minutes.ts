import type { SessionStepInput } from '@laurel/contracts';
import type { SessionDesk } from './session-desk.ts';
import { mailsTo } from './session-mails.ts';

/** Tells the members that the minutes of the count are there. */
export class SendMinutes {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: one mail for each member. */
  async sendMinutes({ sessionId }: SessionStepInput): Promise<void> {
    await this.desk.take(sessionId, (session) =>
      session.state === 'closed' ? { state: 'closed', mails: mailsTo(session, session.seats, { kind: 'result', is: 'minutes' }) } : null,
    );
  }
}
