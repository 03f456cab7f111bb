import { condition } from '@temporalio/workflow';
import type { SessionStanding } from '@laurel/contracts';
import { step } from './desk.ts';

/** How a session goes from step to step: the database's answer is obeyed. */
export class SessionStory {
  standing: SessionStanding | null = null;
  /** Somebody said that the session's row should be looked at. */
  private called = false;
  /** How many reminders are behind. */
  private reminded = 0;
  private readonly sessionId: string;

  constructor(sessionId: string) {
    this.sessionId = sessionId;
  }

  get state(): SessionStanding['state'] {
    return this.standing?.state ?? 'convened';
  }

  look(): void {
    this.called = true;
  }

  async convene(): Promise<void> {
    this.standing = await step('conveneSession')({ sessionId: this.sessionId });
  }

  /** Until the ballot's hour, unless the session is adjourned before. */
  async waitForOpening(): Promise<void> {
    while (this.state === 'convened') {
      const calledBefore = await this.calledBefore(this.standing?.opensAt ?? 0);
      if (!calledBefore) return;
      await this.lookAtRow();
    }
  }

  async open(): Promise<void> {
    if (this.state !== 'convened') return;
    this.standing = await step('openBallot')({ sessionId: this.sessionId });
  }

  /** Reminds in time, looks when called, and closes the box when its time is over. */
  async waitForClosing(): Promise<void> {
    while (this.state === 'open') {
      const remindAt = this.standing?.remindAt[this.reminded];
      const closesAt = this.standing?.closesAt ?? 0;
      const calledBefore = await this.calledBefore(Math.min(remindAt ?? closesAt, closesAt));
      if (!calledBefore && remindAt !== undefined && remindAt <= Date.now()) await this.remind();
      else await this.lookAtRow();
    }
  }

  async count(): Promise<void> {
    this.standing = await step('countBallot')({ sessionId: this.sessionId });
  }

  async tell(): Promise<void> {
    await step('tellOutcomes')({ sessionId: this.sessionId });
    await step('sendMinutes')({ sessionId: this.sessionId });
  }

  private async remind(): Promise<void> {
    // Reminders missed while nothing ran are one reminder, not a burst.
    const due = this.standing?.remindAt.filter((at) => at <= Date.now()).length ?? 0;
    const occurrence = due - 1;
    this.reminded = due;
    this.standing = await step('remindVoters')({ sessionId: this.sessionId, occurrence });
  }

  private async lookAtRow(): Promise<void> {
    this.called = false;
    this.standing = await step('closeBallot')({ sessionId: this.sessionId, at: Date.now() });
  }

  /** Waits until the instant; true when called before it. */
  private async calledBefore(at: number): Promise<boolean> {
    const left = at - Date.now();
    if (left <= 0) return this.called;
    return condition(() => this.called, left);
  }
}
