import { assertNever } from '../assert-never.ts';
import { assigneesOf, type Assignee } from '../people/directory.ts';
import { mayStandIn } from './barred.ts';
import type { CaseFile, CaseTask } from './case-file.ts';
import type { Change } from './change.ts';
import { awardStands, conclude, follow } from './course.ts';
import { Draft, type CaseContext } from './draft.ts';
import type { NewTask } from './new-task.ts';
import { dueWaits, type RunningWait } from './running-waits.ts';
import { rulesOf } from './stages/index.ts';
import { isHeard } from './afterwards/complain.ts';
import { occasionOf, ownRuleOf, replan, timeoutOf, waitRuleOf } from './waiting.ts';

type Heir = 'superior' | 'substitute';

/**
 * Closes what is due to close: the stage goes on where its rules say what silence means, otherwise its timeout policy
 * applies: escalate again, hand over, or lapse. Null when nothing is due.
 */
export function closeOverdue(file: CaseFile, context: CaseContext): Change | null {
  const draft = new Draft(file, context);
  for (const running of dueWaits(file, context.at, 'close')) if (stillWaits(draft, file, running)) timeOut(draft, running);
  return draft.file === file ? null : draft.seal();
}

/** False once the close of another wait has moved the case on. */
function stillWaits(draft: Draft, before: CaseFile, { tasks }: RunningWait): boolean {
  if (draft.file.endedAt !== null || draft.file.stageIndex !== before.stageIndex) return false;
  return tasks.length === 0 || draft.openTasks().some(({ id }) => tasks.some((task) => task.id === id));
}

function timeOut(draft: Draft, running: RunningWait): void {
  const elapse = draft.file.state === 'RETURNED' || isHeard(draft.file) ? undefined : rulesOf(draft.stage).elapse;
  const verdict = elapse?.(draft, draft.stage, running.tasks);
  if (verdict) follow(draft, verdict);
  else applyPolicy(draft, running);
}

function applyPolicy(draft: Draft, running: RunningWait): void {
  const policy = timeoutOf(draft);
  const { timeouts } = running.wait;
  switch (policy.kind) {
    case 'lapse':
      return lapse(draft);
    case 'hand-over':
      return handOver(draft, running, policy.to);
    case 'escalate-again':
      if (timeouts < policy.times) return escalateAgain(draft, running, timeouts + 1);
      return policy.then === 'lapse' ? lapse(draft) : handOver(draft, running, 'superior');
    default:
      return assertNever(policy);
  }
}

function lapse(draft: Draft): void {
  for (const task of draft.openTasks()) draft.tell('laurel.task.lapsed.v1', { taskId: task.id });
  draft.closeOpenTasks('lapsed');
  draft.record('lapsed', { stage: draft.file.state === 'RETURNED' ? 'completion' : draft.stage.key });
  if (!awardStands(draft)) draft.tell('laurel.nomination.lapsed.v1');
  conclude(draft, 'LAPSED');
}

function escalateAgain(draft: Draft, running: RunningWait, timeouts: number): void {
  draft.changeWait(running, { timeouts });
  replan(draft);
  for (const task of running.tasks) draft.mailTask(task, 'escalation', timeouts, occasionOf(draft, task));
  draft.record('escalated-again', { time: timeouts });
}

/**
 * Hands every silent seat on, with a fresh clock. Whoever is asked gets a new task, also the same person asked anew where
 * nobody stands above: reminders of a task are numbered, and those of a new clock must not repeat a number.
 */
function handOver(draft: Draft, { own, tasks: silent }: RunningWait, to: Heir): void {
  const seats = [...new Set(silent.map(({ seat }) => seat))];
  const asked = seats.map((seat) =>
    nextForSeat(
      draft,
      silent.filter((task) => task.seat === seat),
      to,
    ),
  );
  for (const { id } of silent) draft.closeTask(id, 'handed-over');
  const rule = own ? ownRuleOf(draft, 0) : waitRuleOf(draft, 0);
  if (rule && !own) draft.startWait(rule, draft.at);
  for (const task of asked) if (task) draft.openTask({ ...task, own: rule && own ? draft.newOwnWait(rule) : null });
  draft.record('handed-over', { tasks: silent.length });
}

/** Who is asked next for a seat: the heir of a silent task, else whoever of the silent stands highest. */
function nextForSeat(draft: Draft, silent: readonly CaseTask[], to: Heir): NewTask | undefined {
  const heirs = silent.map((task) => ({ task, heir: heirOf(draft, task, to) }));
  const above = heirs.find(({ heir }) => heir !== null && !silent.some(({ personId }) => personId === heir.person.id));
  if (above?.heir) return { ...above.task, assignee: above.heir };
  const highest = heirs.find(({ heir }) => heir === null)?.task ?? silent[0];
  return highest && { ...highest, assignee: sameAgain(draft, highest) };
}

function heirOf(draft: Draft, task: CaseTask, to: Heir): Assignee | null {
  const { directory } = draft.context;
  const others = to === 'substitute' ? assigneesOf(directory, task.post, draft.at) : [];
  const substitute = others.find(({ person }) => mayStandIn(draft.file, person));
  if (substitute && substitute.person.id !== task.personId) return substitute;
  const superior = draft.superiorAssignee(task.post);
  return superior && { ...superior, actingFor: directory.people.get(task.personId) ?? null };
}

function sameAgain(draft: Draft, { post, personId, actingForId }: CaseTask): Assignee {
  const actingFor = actingForId === null ? null : draft.person(actingForId);
  return { post, person: draft.person(personId), actingFor };
}
