import { remedyOutcome, type RemedyItem } from '@laurel/contracts';
import type { OpenTask } from '@laurel/db';
import type { OperatorActs } from './operator-acts.ts';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** Another person for the open tasks of a nomination; a substitute also stands in for the post from now on. */
export async function handOver(
  nominationId: string,
  run: RemedyRun,
  { repository, people }: RemedyDependencies,
  acts: OperatorActs,
): Promise<RemedyItem[]> {
  const { remedy, taskId, to = '' } = run.order;
  const tasks = (await repository.openTasks(nominationId)).filter(({ id }) => (taskId ?? id) === id);
  const [first] = tasks;
  if (!first) return [{ nominationId, ...remedyOutcome('no-open-task', {}) }];
  if (remedy === 'reassign' && tasks.length > 1) {
    const taskIds = tasks.map(({ id }) => id).join(', ');
    return [{ nominationId, ...remedyOutcome('several-tasks-open', { taskIds }) }];
  }
  const person = await people.personMeant(first.programme, to);
  if (!person) return [{ nominationId, ...remedyOutcome('unknown-person', { to }) }];
  if (remedy === 'substitute' && !run.dryRun) await repository.substitute({ ...substitution(first, run), personId: person.id });
  const ofPost = remedy === 'substitute' ? tasks.filter(({ post }) => post === first.post) : tasks;
  // Where this runs again after it was done, the tasks are the person's already.
  const concerned = ofPost.filter(({ personId }) => personId !== person.id);
  if (concerned.length === 0) return [{ nominationId, ...remedyOutcome('asked-already', {}) }];
  const items: RemedyItem[] = [];
  for (const task of concerned) {
    const item = await acts.submit(nominationId, run, { kind: 'reassign', taskId: task.id, toPersonId: person.id }, `-${task.id}`);
    items.push({ taskId: task.id, ...item });
  }
  return items;
}

function substitution(
  { programme, post }: OpenTask,
  { order }: RemedyRun,
): { readonly programme: string; readonly post: string; readonly until: number; readonly reason: string } {
  return { programme, post, until: order.until ?? Date.now() + TWO_WEEKS_MS, reason: order.reason };
}
