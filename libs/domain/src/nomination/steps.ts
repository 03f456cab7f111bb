import { nextWake } from '../calendar/index.ts';
import { assigneeOf } from '../people/directory.ts';
import type { TimeoutPolicy } from '../route/rule-set.ts';
import type { CaseFile, CaseTask, Change } from './case-file.ts';
import { endCase, enterStage } from './course.ts';
import { Draft, type CaseContext } from './draft.ts';
import { placeHold } from './record-act.ts';
import { occasionOf, replan, timeoutOf } from './waiting.ts';

/**
 * Steps that time or the engine takes. Each is pure and answers null when it is not (or no longer) due: whoever comes
 * twice, or late, changes nothing.
 */

/** Receives a submitted nomination: intake by the rules, then the first stage with people in it. */
export function receive(file: CaseFile, context: CaseContext, holds: readonly string[]): Change | null {
  if (file.state !== 'SUBMITTED') return null;
  const draft = new Draft(file, context);
  draft.set({ state: 'RECEIVED' });
  draft.record('received', { ruleSetVersion: context.rules.version });
  draft.tell('laurel.nomination.received.v1', { programme: context.rules.programme, award: file.award });
  enterStage(draft, 0);
  if (draft.file.endedAt === null) for (const hold of holds) placeHold(draft, hold);
  return draft.seal();
}

function due(file: CaseFile, context: CaseContext, step: 'remind' | 'escalate' | 'close'): boolean {
  const wait = file.wait;
  if (!wait?.plan || file.holds.length > 0 || file.endedAt !== null) return false;
  const wake = nextWake(wait.plan, new Set(wait.remindersDone), wait.escalated);
  return wake.kind === step && wake.at <= context.at;
}

/** Reminds everyone whose task is open. Reminders missed while nothing ran are one reminder, not a burst. */
export function remind(file: CaseFile, context: CaseContext): Change | null {
  const plan = file.wait?.plan;
  if (!plan || !due(file, context, 'remind')) return null;
  const draft = new Draft(file, context);
  const missed = plan.reminders.filter(({ occurrence, at }) => at <= context.at && !file.wait?.remindersDone.includes(occurrence));
  const latest = missed.at(-1)?.occurrence ?? 0;
  draft.set({ wait: { ...file.wait, remindersDone: [...file.wait.remindersDone, ...missed.map(({ occurrence }) => occurrence)] } });
  for (const task of draft.openTasks()) {
    draft.changeTask(task.id, { remindersSent: [...task.remindersSent, latest] });
    draft.mailTask(task, 'reminder', latest, occasionOf(draft, task));
    draft.tell('laurel.task.reminded.v1', { taskId: task.id, occurrence: latest });
  }
  draft.record('reminded', { occurrence: latest });
  return draft.seal();
}

/** Tells the superiors of silent posts, who may act in their place: either's act fills the seat. */
export function escalate(file: CaseFile, context: CaseContext): Change | null {
  const wait = file.wait;
  if (!wait || !due(file, context, 'escalate')) return null;
  const draft = new Draft(file, context);
  draft.set({ wait: { ...wait, escalated: true } });
  const told = escalateTasks(draft, 0);
  draft.record('escalated', { told });
  return draft.seal();
}

function escalateTasks(draft: Draft, occurrence: number): number {
  const before = draft.openTasks();
  for (const task of before.filter(({ escalatedAt }) => escalatedAt === null)) {
    draft.changeTask(task.id, { escalatedAt: draft.at });
    draft.tell('laurel.task.escalated.v1', { taskId: task.id, post: task.post });
    openForSuperior(draft, task, 'escalation', occurrence);
  }
  return draft.openTasks().length - before.length;
}

function openForSuperior(draft: Draft, task: CaseTask, kind: 'escalation' | 'assignment', occurrence: number): boolean {
  const superior = draft.superiorOf(task.post);
  const found = superior === null ? null : assigneeOf(draft.context.directory, superior, draft.at);
  const seated = draft.openTasks().some(({ seat, personId }) => seat === task.seat && personId === found?.person.id);
  if (!found || seated || task.choices.length === 0) return false;
  const { stage, kind: taskKind, level, seat, choices } = task;
  const actingFor = draft.context.directory.people.get(task.personId) ?? null;
  draft.openTask({ stage, kind: taskKind, level, seat, choices, assignee: { ...found, actingFor } }, { kind, occurrence });
  return true;
}

/** Applies the timeout policy once `closesAt` has come: escalate again, hand over, or lapse. */
export function closeOverdue(file: CaseFile, context: CaseContext): Change | null {
  if (!file.wait || !due(file, context, 'close')) return null;
  const draft = new Draft(file, context);
  const policy = timeoutOf(draft);
  if (policy.kind === 'lapse' || endsByLapse(policy, file.wait.timeouts)) lapse(draft);
  else if (policy.kind === 'escalate-again' && file.wait.timeouts < policy.times) escalateAgain(draft, file.wait.timeouts + 1);
  else handOver(draft);
  return draft.seal();
}

function endsByLapse(policy: TimeoutPolicy, timeouts: number): boolean {
  return policy.kind === 'escalate-again' && policy.then === 'lapse' && timeouts >= policy.times;
}

function lapse(draft: Draft): void {
  for (const task of draft.openTasks()) draft.tell('laurel.task.lapsed.v1', { taskId: task.id });
  draft.closeOpenTasks('lapsed');
  draft.record('lapsed', { stage: draft.file.state === 'RETURNED' ? 'completion' : draft.stage.key });
  draft.tell('laurel.nomination.lapsed.v1');
  endCase(draft, 'LAPSED');
}

function escalateAgain(draft: Draft, timeouts: number): void {
  replan(draft, { timeouts });
  for (const task of draft.openTasks()) draft.mailTask(task, 'escalation', timeouts, occasionOf(draft, task));
  draft.record('escalated-again', { time: timeouts });
}

/** Hands every silent seat to its post's superior on a fresh clock; with nobody above, the same people are asked anew. */
function handOver(draft: Draft): void {
  const silent = draft.openTasks();
  for (const task of silent) {
    const taken = openForSuperior(draft, task, 'assignment', 0);
    const seatKept = draft.openTasks().some(({ id, seat }) => seat === task.seat && id !== task.id);
    if (taken || seatKept) draft.closeTask(task.id, 'handed-over');
  }
  const stage = draft.stage;
  if ('wait' in stage) draft.startWait(stage.wait, draft.at);
  draft.record('handed-over', { tasks: silent.length });
}

/** Publishes a decided case: its awards are conferred and the nominator is told. */
export function publish(file: CaseFile, context: CaseContext): Change | null {
  if (file.state !== 'DECIDED' || file.holds.length > 0) return null;
  const draft = new Draft(file, context);
  draft.record('published');
  draft.tell('laurel.nomination.conferred.v1');
  endCase(draft, 'CONFERRED');
  return draft.seal();
}
