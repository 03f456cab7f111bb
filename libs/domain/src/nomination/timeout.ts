import { assertNever } from '../assert-never.ts';
import { assigneeOf, type Assignee } from '../people/directory.ts';
import type { CaseFile, CaseTask, Change } from './case-file.ts';
import { awardStands, conclude } from './course.ts';
import { Draft, type CaseContext, type NewTask } from './draft.ts';
import { isDue, occasionOf, replan, timeoutOf } from './waiting.ts';

type Heir = 'superior' | 'substitute';

/** Applies the timeout policy once `closesAt` has come: escalate again, hand over, or lapse. Null when it is not due. */
export function closeOverdue(file: CaseFile, context: CaseContext): Change | null {
  if (!file.wait || !isDue(file, context, 'close')) return null;
  const draft = new Draft(file, context);
  timeOut(draft, file.wait.timeouts);
  return draft.seal();
}

function timeOut(draft: Draft, timeouts: number): void {
  const policy = timeoutOf(draft);
  switch (policy.kind) {
    case 'lapse':
      return lapse(draft);
    case 'hand-over':
      return handOver(draft, policy.to);
    case 'escalate-again':
      if (timeouts < policy.times) return escalateAgain(draft, timeouts + 1);
      return policy.then === 'lapse' ? lapse(draft) : handOver(draft, 'superior');
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

function escalateAgain(draft: Draft, timeouts: number): void {
  replan(draft, { timeouts });
  for (const task of draft.openTasks()) draft.mailTask(task, 'escalation', timeouts, occasionOf(draft, task));
  draft.record('escalated-again', { time: timeouts });
}

/**
 * Hands every silent seat on, with a fresh clock. Whoever is asked gets a new task, also the same person asked anew where
 * nobody stands above: reminders of a task are numbered, and those of a new clock must not repeat a number.
 */
function handOver(draft: Draft, to: Heir): void {
  const silent = draft.openTasks();
  const seats = [...new Set(silent.map(({ seat }) => seat))];
  const asked = seats.map((seat) =>
    nextForSeat(
      draft,
      silent.filter((task) => task.seat === seat),
      to,
    ),
  );
  draft.closeOpenTasks('handed-over');
  const stage = draft.stage;
  if ('wait' in stage) draft.startWait(stage.wait, draft.at);
  for (const task of asked) if (task) draft.openTask(task);
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
  const substitute = to === 'substitute' ? assigneeOf(directory, task.post, draft.at) : null;
  if (substitute && substitute.person.id !== task.personId) return substitute;
  const superior = draft.superiorAssignee(task.post);
  return superior && { ...superior, actingFor: directory.people.get(task.personId) ?? null };
}

function sameAgain(draft: Draft, { post, personId, actingForId }: CaseTask): Assignee {
  const actingFor = actingForId === null ? null : draft.person(actingForId);
  return { post, person: draft.person(personId), actingFor };
}
