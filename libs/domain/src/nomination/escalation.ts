import type { CaseFile, CaseTask } from './case-file.ts';
import type { Change } from './change.ts';
import { Draft, type CaseContext } from './draft.ts';
import { dueWaits } from './running-waits.ts';
import { occasionOf } from './waiting.ts';

/** Tells the superiors of silent posts, who may act in their place: either's act fills the seat. */
export function escalate(file: CaseFile, context: CaseContext): Change | null {
  const due = dueWaits(file, context.at, 'escalate');
  if (due.length === 0) return null;
  const draft = new Draft(file, context);
  for (const running of due) {
    draft.changeWait(running, { escalated: true });
    const asked = new Set(running.tasks.map(({ id }) => id));
    const silent = draft.openTasks().filter(({ id, escalatedAt }) => asked.has(id) && escalatedAt === null);
    const told = silent.filter((task) => tellSuperior(draft, task)).length;
    draft.record('escalated', { told });
  }
  return draft.seal();
}

/**
 * Asks the superior of a task's post as well: either's act fills the seat. False where nobody stands above, or who does
 * is asked for the same seat already.
 */
export function tellSuperior(draft: Draft, task: CaseTask): boolean {
  draft.changeTask(task.id, { escalatedAt: draft.at });
  draft.tell('laurel.task.escalated.v1', { taskId: task.id, post: task.post });
  const superior = draft.superiorAssignee(task.post);
  const seated = draft.openTasks().some(({ seat, personId }) => seat === task.seat && personId === superior?.person.id);
  if (!superior || seated) return false;
  const actingFor = draft.context.directory.people.get(task.personId) ?? null;
  const mail = { kind: 'escalation', occasion: occasionOf(draft, task) } as const;
  draft.openTask({ ...task, assignee: { ...superior, actingFor } }, mail);
  return true;
}
