import { extendClock } from '../calendar/index.ts';
import type { MoreTimeRule } from '../route/rule-set.ts';
import type { ActBody } from './act.ts';
import { hasConflict, isBarred } from './barred.ts';
import type { CaseTask, RefusalCode } from './case-file.ts';
import type { Draft } from './draft.ts';
import type { NewTask } from './new-task.ts';
import { askForAnswer } from './stages/notice.stage.ts';
import { occasionOf, ownRuleOf } from './waiting.ts';

type Body<Kind extends ActBody['kind']> = Extract<ActBody, { kind: Kind }>;

export function refusalOfClosed(task: CaseTask | undefined): RefusalCode | null {
  if (!task) return 'NOT_YOUR_TASK';
  if (task.state === 'lapsed' || task.state === 'handed-over') return 'DEADLINE_PASSED';
  return task.state === 'open' ? null : 'ALREADY_DECIDED';
}

/** Why nothing may be done with a task now: it is closed, the case is held, or its own or the stage's time is over. */
export function refusalOfTask(draft: Draft, task: CaseTask | undefined): RefusalCode | null {
  const closed = refusalOfClosed(task);
  if (closed) return closed;
  if (draft.file.holds.length > 0) return 'HELD';
  const closesAt = (task?.own ?? draft.file.wait)?.plan?.closesAt;
  return closesAt !== undefined && draft.at >= closesAt ? 'DEADLINE_PASSED' : null;
}

const NOBODY_IN_PERSON = /^(operator|source|system)(:|$)/;

/** A task is its person's alone, and never one on their own nomination; operators and systems stand beside it. */
export function refusalOfActor(draft: Draft, task: CaseTask): RefusalCode | null {
  const actor = draft.act?.actor ?? '';
  if (NOBODY_IN_PERSON.test(actor)) return null;
  if (actor !== task.personId) return 'NOT_YOUR_TASK';
  const person = draft.context.directory.people.get(actor);
  return person && isBarred(draft.file, person) ? 'CONFLICT_OF_INTEREST' : null;
}

const taskOf = (draft: Draft, taskId: string): CaseTask | undefined => draft.file.tasks.find(({ id }) => id === taskId);

/** Asks somebody else for a seat on the clock that it has; nobody where the seat is before somebody already. */
function reseat(draft: Draft, task: CaseTask, assignee: NewTask['assignee']): void {
  if (draft.openTasks().some(({ seat }) => seat === task.seat)) return;
  const { stage, kind, level, seat, choices, own } = task;
  draft.openTask({ stage, kind, level, seat, choices, own, assignee }, { occasion: occasionOf(draft, task) });
}

/** The person may not act here, and is never asked again: each of their seats goes to somebody free of conflict. */
export function declareConflict(draft: Draft, { taskId }: Body<'conflict'>): RefusalCode | null {
  const task = taskOf(draft, taskId);
  const refused = refusalOfClosed(task) ?? (task ? refusalOfActor(draft, task) : null);
  if (refused || !task) return refused ?? 'NOT_YOUR_TASK';
  const { personId } = task;
  draft.set({ conflicts: [...draft.file.conflicts, { personId, declaredAt: draft.at, liftedAt: null }] });
  draft.record('conflict-declared', { taskId, personId, stage: task.stage });
  for (const asked of draft.openTasks().filter((open) => open.personId === personId)) {
    draft.closeTask(asked.id, 'conflicted');
    reseat(draft, asked, draft.assignee(asked.post));
  }
  return null;
}

/** Takes a second person, who has no conflict either. */
export function liftConflict(draft: Draft, { personId }: Body<'lift-conflict'>): RefusalCode | null {
  if (!hasConflict(draft.file, personId)) return 'INVALID_ACT';
  const actor = draft.act?.actor ?? '';
  const person = draft.context.directory.people.get(actor);
  if (actor === personId || (person && isBarred(draft.file, person))) return 'SECOND_PERSON_REQUIRED';
  const lifted = draft.file.conflicts.map((known) =>
    known.personId === personId ? { ...known, liftedAt: known.liftedAt ?? draft.at } : known,
  );
  draft.set({ conflicts: lifted });
  draft.record('conflict-lifted', { personId });
  return null;
}

/** Not this person's business: the superior of the post is asked. */
export function decline(draft: Draft, { taskId }: Body<'not-me'>): RefusalCode | null {
  const task = taskOf(draft, taskId);
  const refused = refusalOfTask(draft, task) ?? (task ? refusalOfActor(draft, task) : null);
  if (refused || !task) return refused ?? 'NOT_YOUR_TASK';
  const superior = draft.superiorAssignee(task.post, task.personId);
  if (!superior) return 'NOBODY_HOLDS_POST';
  draft.closeTask(task.id, 'declined');
  draft.record('declined', { taskId, post: task.post });
  reseat(draft, task, superior);
  return null;
}

/** The rule by which more time is granted for a task, or null where none is. */
function moreTimeOf(draft: Draft): MoreTimeRule | null {
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  return draft.file.state !== 'RETURNED' && stage && 'moreTime' in stage ? (stage.moreTime ?? null) : null;
}

export function grantMoreTime(draft: Draft, { taskId, time }: Body<'more-time'>): RefusalCode | null {
  const task = taskOf(draft, taskId);
  const refused = refusalOfTask(draft, task) ?? (task ? refusalOfActor(draft, task) : null);
  if (refused || !task) return refused ?? 'NOT_YOUR_TASK';
  const rule = moreTimeOf(draft);
  const granted = task.own?.granted ?? 0;
  if (!rule || granted >= rule.times || time !== granted + 1) return 'MORE_TIME_REFUSED';
  extendSeat(draft, task, rule.workingDays, time);
  draft.record('more-time-granted', { taskId, workingDays: rule.workingDays, time, dueAt: dueOf(draft, taskId) });
  return null;
}

/** Moves one person's deadline: the others keep the stage's. Whoever stands in for the same seat gets the same time. */
export function extendTask(draft: Draft, taskId: string, workingDays: number): RefusalCode | null {
  const task = taskOf(draft, taskId);
  const closed = refusalOfClosed(task);
  if (closed || !task) return closed ?? 'NOT_YOUR_TASK';
  extendSeat(draft, task, workingDays, task.own?.granted ?? 0);
  draft.record('deadline-extended', { taskId, workingDays, dueAt: dueOf(draft, taskId) });
  tellNewDeadline(
    draft,
    draft.openTasks().filter(({ seat }) => seat === task.seat),
  );
  return null;
}

/** Whoever has been given more time learns the new date at once; while their clock stands still there is none. */
export function tellNewDeadline(draft: Draft, tasks: readonly CaseTask[]): void {
  // The number of this transition: no other one tells of its deadline under it.
  for (const task of tasks)
    if ((task.own ?? draft.file.wait)?.plan) draft.mailTask(task, 'notice', draft.file.seq, occasionOf(draft, task));
}

/** What was sent stays sent: a reminder of the new plan is numbered as in the old one. */
function extendSeat(draft: Draft, { seat }: CaseTask, workingDays: number, granted: number): void {
  for (const task of draft.openTasks().filter((open) => open.seat === seat)) {
    const wait = task.own ?? draft.file.wait;
    const rule = wait && ownRuleOf(draft, wait.timeouts);
    if (rule) draft.changeTask(task.id, { own: draft.planned({ ...wait, granted, clock: extendClock(wait.clock, workingDays) }, rule) });
  }
}

function dueOf(draft: Draft, taskId: string): number | null {
  return taskOf(draft, taskId)?.own?.plan?.dueAt ?? null;
}

/** The unit of the post that is asked was abolished: the same post of its successor goes on, on the same clock. */
export function succeed(draft: Draft, { taskId }: Body<'succeed'>): RefusalCode | null {
  const task = taskOf(draft, taskId);
  const closed = refusalOfClosed(task);
  if (closed || !task) return closed ?? 'NOT_YOUR_TASK';
  const post = draft.postMeant(task.post);
  if (post === task.post) return 'INVALID_ACT';
  const assignee = draft.assignee(post);
  draft.closeTask(task.id, 'succeeded');
  draft.record('succeeded', { taskId, from: task.post, to: assignee.post });
  reseat(draft, task, assignee);
  return null;
}

/** The public has written: the secretariat is asked to answer, also while the case is held. */
export function hearFeedback(draft: Draft, { number }: Body<'feedback'>): RefusalCode | null {
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  if (stage?.kind !== 'notice' || draft.file.state !== 'ON_NOTICE') return 'NO_NOTICE';
  if (draft.file.tasks.some((task) => task.stage === stage.key && task.seat === number)) return 'INVALID_ACT';
  draft.record('feedback-received', { number });
  askForAnswer(draft, stage, number);
  return null;
}
