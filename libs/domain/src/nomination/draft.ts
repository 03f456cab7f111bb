import { postOf, postOn, type Assignee, type Person } from '../people/directory.ts';
import { pauseClock, planWait, startClock } from '../calendar/index.ts';
import type { ClockState, WaitPlan, WaitRule } from '../calendar/calendar.types.ts';
import type { StageDef } from '../route/rule-set.ts';
import type { Instant, IsoDate } from '../time.ts';
import type { Act } from './act.ts';
import type { CaseFile, CaseTask, Choice, OpenWait, OwnWait, TaskState } from './case-file.ts';
import type { AuditEntry, Change, DecisionLine, Effect, MailKind, MailOccasion, OutEvent, PlannedMail } from './change.ts';
import { holdCause, mayBeAsked } from './barred.ts';
import { candidatesOf, CaseBlocked, today as todayIn, type CaseContext } from './case-context.ts';
import { cutShort } from './cut-short.ts';
import { openedTask, type NewTask, type TaskMail } from './new-task.ts';
import { occasionOfTask } from './task-occasion.ts';
import type { RunningWait } from './running-waits.ts';
import { roundOf } from './round.ts';
import { confirmationOf, OBJECTION_HOURS } from './confirmation.ts';

/** A transition in the making: collects what changes, then is sealed into one {@link Change}. Local to one step. */
export class Draft {
  file: CaseFile;
  private readonly mails: PlannedMail[] = [];
  private readonly events: OutEvent[] = [];
  private readonly entries: AuditEntry[] = [];
  private readonly lines: DecisionLine[] = [];
  private readonly effects: Effect[] = [];
  /** Number of the first audit entry of this transition: no other transition has it. */
  private readonly first: number;
  private opened = 0;

  constructor(
    file: CaseFile,
    readonly context: CaseContext,
    readonly act: Act | null = null,
  ) {
    this.file = file;
    this.first = file.seq + 1;
  }

  get at(): Instant {
    return this.context.at;
  }

  /** By when the stage is to be answered; null while its clock stands still. */
  get dueAt(): Instant | null {
    return this.file.wait?.plan?.dueAt ?? null;
  }

  /** The stage that the case stands in. */
  get stage(): StageDef {
    const stage = this.context.rules.stages[this.file.stageIndex];
    if (!stage) throw new Error(`No stage ${String(this.file.stageIndex)} in ${this.context.rules.programme}`);
    return stage;
  }

  set(changes: Partial<CaseFile>): void {
    this.file = { ...this.file, ...changes };
  }

  /** Writes one line of the audit chain: one for each transition, numbered on from the case's sequence. */
  record(action: string, facts: AuditEntry['facts'] = {}): void {
    this.entries.push({
      action,
      actor: this.act?.actor ?? 'system',
      actingFor: this.actingFor(),
      reason: this.act?.reason ?? null,
      actId: this.act?.id ?? null,
      at: this.at,
      facts,
    });
    this.set({ seq: this.file.seq + 1 });
  }

  tell(type: OutEvent['type'], data: OutEvent['data'] = {}): void {
    this.events.push({ type, data });
  }

  addLine(line: DecisionLine): void {
    this.lines.push(line);
  }

  /** The line that this transition has signed last, or null. */
  get signed(): DecisionLine | null {
    return this.lines.at(-1) ?? null;
  }

  addEffect(effect: Effect): void {
    this.effects.push(effect);
  }

  get today(): IsoDate {
    return todayIn(this.context);
  }

  /** The post that a rule means for this nomination today: that of the successor where the unit is abolished. */
  postMeant(reference: string): string {
    return postOn(this.context.directory, postOf(reference, this.file.unit), this.today);
  }

  /** The person asked for a post now; goes up to the superior where nobody holds it who may act, and is blocked at the top. */
  assignee(post: string): Assignee {
    const found = this.reach(post);
    if (!found) throw new CaseBlocked('NOBODY_HOLDS_POST', post);
    return found;
  }

  /** Who to turn to when a post is silent: the nearest superior who may act, other than `except`; or null. */
  superiorAssignee(post: string, except: string | null = null): Assignee | null {
    return this.reach(this.superiorOf(post), except);
  }

  /**
   * Who is asked for a post or, going up, in its place; null where nobody may. Neither the nominee nor anybody with a conflict of
   * interest is ever asked, also not as a substitute; who filed the nomination is no substitute either.
   */
  reach(post: string | null, except: string | null = null): Assignee | null {
    for (let asked = post; asked !== null; asked = this.superiorOf(asked)) {
      const candidates = candidatesOf(this.context, asked, this.today);
      const found = candidates.find((candidate) => candidate.person.id !== except && mayBeAsked(this.file, this.context, candidate));
      if (found) return found;
    }
    return null;
  }

  /** True when no later stage belongs to the same level. */
  isLastOfLevel(): boolean {
    return this.context.rules.stages[this.file.stageIndex + 1]?.level !== this.stage.level;
  }

  private superiorOf(post: string): string | null {
    return this.context.directory.posts.get(post)?.superior ?? null;
  }

  person(id: string): Person {
    const person = this.context.directory.people.get(id);
    if (!person) throw new CaseBlocked('NOBODY_HOLDS_POST', id);
    return person;
  }

  /** Opens a task and plans the mail that brings it: an assignment unless the occasion says otherwise. */
  openTask(task: NewTask, mail: TaskMail = {}): CaseTask {
    const id = `${this.file.nominationId}-${String(this.first)}-${String(this.opened++)}`;
    const opened = openedTask(task, { id, round: roundOf(this.file), openedAt: this.at });
    this.set({ tasks: [...this.file.tasks, opened] });
    this.mailTask(
      opened,
      mail.kind ?? 'assignment',
      mail.occurrence ?? 0,
      mail.occasion ?? occasionOfTask(task, this.file, this.context.rules),
    );
    this.tell('laurel.task.assigned.v1', { taskId: opened.id, stage: opened.stage, level: opened.level, post: opened.post });
    return opened;
  }

  mail(planned: PlannedMail): void {
    this.mails.push(planned);
  }

  mailTask(task: CaseTask, kind: MailKind, occurrence: number, occasion: MailOccasion): void {
    this.mail({ subjectKey: task.id, personId: task.personId, kind, occurrence, taskId: task.id, occasion });
  }

  mailOfficer(occasion: MailOccasion, kind: MailKind = 'result', occurrence = this.file.revivals): void {
    const { nominationId, officerId } = this.file;
    this.mail({ subjectKey: nominationId, personId: officerId, kind, occurrence, taskId: null, occasion });
  }

  openTasks(): readonly CaseTask[] {
    return this.file.tasks.filter((task) => task.state === 'open');
  }

  changeTask(id: string, changes: Partial<CaseTask>): void {
    this.set({ tasks: this.file.tasks.map((task) => (task.id === id ? { ...task, ...changes } : task)) });
  }

  closeTask(id: string, state: Exclude<TaskState, 'open'>, choice: Choice | null = null): void {
    this.changeTask(id, { state, choice, closedAt: this.at, closedByAct: this.act?.id ?? null });
    if (state === 'decided' && choice !== null) this.confirm(id, choice);
  }

  /** Whoever's task was decided is told so, with a way to say that it was somebody else. */
  private confirm(taskId: string, choice: Choice): void {
    const task = this.file.tasks.find(({ id }) => id === taskId);
    const hours = this.context.rules.pages?.objectionHours ?? OBJECTION_HOURS;
    if (task && this.act) this.mail(confirmationOf(task, choice, { actId: this.act.id, at: this.at, hours }));
  }

  closeOpenTasks(state: Exclude<TaskState, 'open'>): void {
    for (const task of this.openTasks()) this.closeTask(task.id, state);
  }

  /** Starts a wait for people; `from` is the receipt instant for the first stage. */
  startWait(rule: WaitRule, from: Instant): void {
    this.beginWait(startClock(this.context.calendar, rule.clock, from), rule);
  }

  /** Begins a wait with people who are asked just now: a reminder planned for earlier is stale and will not be sent. */
  beginWait(clock: ClockState, rule: WaitRule, timeouts = 0): void {
    const plan = this.plan(clock, rule);
    const stale = plan?.reminders.filter(({ at }) => at < this.at) ?? [];
    this.set({ wait: { clock, plan, remindersDone: stale.map(({ occurrence }) => occurrence), escalated: false, timeouts } });
  }

  /** Plans the running wait again, keeping what was sent. */
  setWait(wait: Omit<OpenWait, 'plan'>, rule: WaitRule): void {
    this.set({ wait: { ...wait, plan: this.plan(wait.clock, rule) } });
  }

  /** A wait for one seat that begins now; it stands still where the case is held. */
  newOwnWait(rule: WaitRule): OwnWait {
    const { calendar } = this.context;
    const started = startClock(calendar, rule.clock, this.at);
    const clock = this.file.holds.reduce((held, id) => pauseClock(calendar, rule.clock, held, holdCause(id), this.at), started);
    return this.planned({ clock, remindersDone: [], escalated: false, timeouts: 0, granted: 0 }, rule);
  }

  /** Plans a seat's own wait, keeping what was sent. */
  planned(own: Omit<OwnWait, 'plan'>, rule: WaitRule): OwnWait {
    return { ...own, plan: this.plan(own.clock, rule) };
  }

  /** Changes what a running wait remembers, be it the stage's or a seat's own. */
  changeWait({ own, tasks }: RunningWait, changes: Partial<OpenWait>): void {
    if (!own) this.set({ wait: this.file.wait && { ...this.file.wait, ...changes } });
    else for (const task of tasks) this.changeTask(task.id, { own: task.own && { ...task.own, ...changes } });
  }

  private plan(clock: ClockState, rule: WaitRule): WaitPlan | null {
    const plan = planWait(this.context.calendar, rule, clock);
    const closing = this.file.campaignClosesAt;
    // What is returned after its season has closed still gets its whole time for completion.
    if (!plan || this.file.state !== 'RETURNED' || closing === null || closing <= clock.startedAt) return plan;
    return cutShort(plan, closing);
  }

  private actingFor(): string | null {
    const body = this.act?.body;
    if (!body || !('taskId' in body)) return null;
    return this.file.tasks.find((task) => task.id === body.taskId)?.actingForId ?? null;
  }

  seal(): Change {
    if (this.file.state === 'ON_NOTICE' && this.file.wait?.plan) this.set({ noticeEndsAt: this.file.wait.plan.dueAt });
    return { file: this.file, mails: this.mails, events: this.events, entries: this.entries, lines: this.lines, effects: this.effects };
  }
}

export { CaseBlocked, type CaseContext } from './case-context.ts';
