import type { WorkingCalendar } from '../calendar/calendar.types.ts';
import type { Directory } from '../people/directory.ts';
import type { RuleSet } from '../route/rule-set.ts';
import type { Instant } from '../time.ts';
import type { Act, ActBody } from './act.ts';
import type { CaseFile, CaseTask, Choice, Refusal, RefusalCode } from './case-file.ts';
import type { AuditEntry, Change, OutEvent, PlannedMail } from './change.ts';
import { directory, ruleSet, SUBMITTED_AT, submitted } from './case.fixture.ts';
import type { CaseContext } from './draft.ts';
import { recordAct } from './record-act.ts';
import { standingOf, type NextStep, type Standing } from './standing.ts';
import { escalate } from './escalation.ts';
import { publish, receive, remind } from './steps.ts';
import { closeOverdue } from './timeout.ts';

export interface Setting {
  readonly rules?: RuleSet;
  readonly people?: Directory;
  readonly file?: Partial<CaseFile>;
}

const STEPS = { remind, escalate, close: closeOverdue, publish } as const satisfies Record<NextStep, unknown>;

/** A case as it is lived: keeps its clock and everything that its transitions have written. */
export class CaseStory {
  file: CaseFile;
  at: Instant = SUBMITTED_AT;
  people: Directory;
  calendar: WorkingCalendar;
  /** Holds on the nominee that began after the case had ended. */
  nomineeHolds: readonly string[] = [];
  readonly rules: RuleSet;
  readonly mails: PlannedMail[] = [];
  readonly events: OutEvent[] = [];
  readonly entries: AuditEntry[] = [];
  readonly lines: Change['lines'][number][] = [];
  private acts = 0;

  constructor({ rules = ruleSet(), people = directory(), file = {} }: Setting = {}) {
    this.rules = rules;
    this.people = people;
    this.calendar = rules.calendar;
    this.file = submitted(file);
  }

  /** A story that has been received and waits for its first people. */
  static received(setting: Setting = {}, holds: readonly string[] = []): CaseStory {
    const story = new CaseStory(setting);
    story.receive(holds);
    return story;
  }

  receive(holds: readonly string[] = []): void {
    this.take(receive(this.file, this.context, holds));
  }

  get context(): CaseContext {
    return { rules: this.rules, calendar: this.calendar, directory: this.people, at: this.at, nomineeHolds: this.nomineeHolds };
  }

  get standing(): Standing {
    return standingOf(this.file, this.rules);
  }

  get open(): readonly CaseTask[] {
    return this.file.tasks.filter(({ state }) => state === 'open');
  }

  get plan(): NonNullable<NonNullable<CaseFile['wait']>['plan']> {
    const plan = this.file.wait?.plan;
    if (!plan) throw new Error('Nothing is planned');
    return plan;
  }

  /** Writes a change as the database would: history is gone after a round trip through JSON. */
  take(change: Change | null): boolean {
    if (!change) return false;
    this.mails.push(...change.mails);
    this.events.push(...change.events);
    this.entries.push(...change.entries);
    this.lines.push(...change.lines);
    this.file = structuredClone(change.file);
    return true;
  }

  /** Records an act; answers why it was refused, or null. */
  act(
    body: ActBody,
    { at = this.at, reason = 'Lý do', actor = this.actorOf(body) }: { at?: Instant; reason?: string | null; actor?: string } = {},
  ): RefusalCode | null {
    this.at = at;
    const act: Act = { id: `a${String(++this.acts)}`, nominationId: this.file.nominationId, actor, reason, body };
    const result: Change | Refusal = recordAct(this.file, this.context, act);
    if ('refused' in result) return result.refused;
    this.take(result);
    return null;
  }

  /** Whose act it is when nobody else is named: the one who is asked. */
  private actorOf(body: ActBody): string {
    const taskId = 'taskId' in body ? body.taskId : undefined;
    return this.file.tasks.find(({ id }) => id === taskId)?.personId ?? 'can-bo';
  }

  /** Decides the open task of a person, or the first open one. */
  decide(
    choice: Exclude<Choice, 'delegate' | 'complete'>,
    personId?: string,
    reason: string | null = 'Lý do',
    rule?: string,
  ): RefusalCode | null {
    const task = this.open.find((candidate) => personId === undefined || candidate.personId === personId);
    const taskId = task?.id ?? 'none';
    return this.act(
      { kind: 'decide', taskId, choice, number: null, signedOn: null, ...(rule !== undefined && { rule }) },
      { reason, actor: task?.personId ?? 'nobody' },
    );
  }

  /** The public writes: counted as it comes in, then told to the case. */
  feedback(at: Instant = this.at): RefusalCode | null {
    const number = this.file.feedbackReceived + 1;
    this.file = { ...this.file, feedbackReceived: number };
    return this.act({ kind: 'feedback', number }, { at, actor: 'source:public', reason: null });
  }

  /** Lets time pass to the next step that the case takes by itself, and takes it; null when it waits for an act alone. */
  wake(): NextStep | null {
    const { next } = this.standing;
    if (!next) return null;
    this.at = Math.max(this.at, next.at);
    return this.take(STEPS[next.step](this.file, this.context)) ? next.step : null;
  }

  /** Takes every step once more at the same instant, due or not; true when one did something. */
  wakeAgain(): boolean {
    return Object.values(STEPS)
      .filter((step) => step !== publish)
      .some((step) => this.take(step(this.file, this.context)));
  }

  /** Takes steps until the named one has been taken. */
  wakeUntil(step: NextStep): void {
    for (let taken = this.wake(); taken !== step; taken = this.wake()) if (!taken) throw new Error(`Never came to ${step}`);
  }

  mailsOf(kind: PlannedMail['kind']): readonly string[] {
    return this.mails.filter((mail) => mail.kind === kind).map(({ personId }) => personId);
  }

  asked(): readonly string[] {
    return this.open.map(({ personId }) => personId);
  }
}
