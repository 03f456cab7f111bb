import { condition, workflowInfo } from '@temporalio/workflow';
import { WAITS, type ActOutcome, type NominationInput, type NominationResult, type NextStep, type Standing } from '@laurel/contracts';
import { Alarm } from './alarm.ts';
import { recordAct, takeStep } from './desk.ts';
import { showStanding } from './search-attributes.ts';

const STEPS = {
  remind: 'remindReviewers',
  escalate: 'escalateDelay',
  close: 'closeOverdue',
  publish: 'publishResult',
} as const satisfies Record<NextStep, string>;

// A step that was due by this clock and not by the database's is looked at again after this.
const LOOK_AGAIN_MS = 1_000;

/** At which transition a task was opened, see `CaseTask.id`: `<nomination>-<sequence>-<n>`. */
function sequenceOf(taskId: string): number {
  return Number(taskId.split('-').at(-2));
}

/** Where a nomination stands and how it moves: one transition at a time, the database's answer is obeyed. */
export class NominationStory {
  standing: Standing | null;
  private shown: Standing | null = null;
  private busy = false;
  private readonly alarm = new Alarm();
  private readonly nominationId: string;
  private readonly continueAfterEvents: number | undefined;

  constructor(input: NominationInput) {
    this.nominationId = input.nominationId;
    this.standing = input.standing ?? null;
    this.shown = this.standing;
    this.continueAfterEvents = input.continueAfterEvents;
  }

  hasEnded(): boolean {
    return this.standing?.stage === 'ended';
  }

  /**
   * False while the database may know more of this task than the workflow does: a transition is under way, or a worker
   * died between its commit and the history, and the task was opened by what it committed. Then only the database answers.
   */
  isSureOf(taskId: string): boolean {
    if (this.busy || !this.standing) return false;
    const { seq, tasks } = this.standing;
    return tasks.some(({ id }) => id === taskId) || sequenceOf(taskId) < seq;
  }

  async receive(): Promise<void> {
    await this.alone(async () => {
      this.adopt(await takeStep('receiveNomination', this.at()));
    });
  }

  /** Records an act of a person or a fact from outside; whoever sent it learns what became of it. */
  async record(actId: string): Promise<ActOutcome> {
    if (!this.standing) await condition(() => this.standing !== null);
    return this.alone(async () => {
      const { standing, outcome } = await recordAct({ ...this.at(), actId });
      this.adopt(standing);
      return outcome;
    });
  }

  /** Waits for an act or the next due instant; true when an act moved the nomination first. */
  async actedInTime(): Promise<boolean> {
    const { standing } = this;
    if (!standing) return false;
    this.show(standing);
    const { next } = standing;
    if (next) this.alarm.setFor(next.at, Date.now(), WAITS[next.step]);
    await condition(() => this.standing !== standing || (next !== null && !this.busy && this.alarm.hasRung(next.at)));
    return this.standing !== standing;
  }

  /** Takes the step that the standing names, if its instant has come; an early ring only sets the alarm again. */
  async takeDueStep(): Promise<void> {
    const { standing } = this;
    if (!standing?.next || standing.next.at > Date.now()) return;
    const { step } = standing.next;
    await this.alone(async () => {
      if (this.standing !== standing) return;
      const won = await takeStep(STEPS[step], this.at());
      const { next } = won;
      const stood = won.seq === standing.seq && next !== null && next.at <= Date.now();
      this.adopt(stood ? { ...won, next: { ...next, at: Date.now() + LOOK_AGAIN_MS } } : won);
    });
  }

  isLong(): boolean {
    if (this.hasEnded()) return false;
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= (this.continueAfterEvents ?? Infinity);
  }

  toBeContinued(): NominationInput {
    const { nominationId, standing, continueAfterEvents } = this;
    return { nominationId, ...(standing && { standing }), ...(continueAfterEvents !== undefined && { continueAfterEvents }) };
  }

  result(): NominationResult {
    if (this.standing) this.show(this.standing);
    return { nominationId: this.nominationId, state: this.standing?.state ?? 'SUBMITTED', seq: this.standing?.seq ?? 0 };
  }

  private at(): { readonly nominationId: string; readonly at: number } {
    return { nominationId: this.nominationId, at: Date.now() };
  }

  private show(standing: Standing): void {
    showStanding(this.shown, standing);
    this.shown = standing;
  }

  private adopt(standing: Standing): void {
    if (this.standing && standing.seq < this.standing.seq) return;
    this.standing = standing;
  }

  /** One transition at a time: acts and timers that come meanwhile wait their turn. */
  private async alone<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    while (this.busy) await condition(() => !this.busy);
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}
