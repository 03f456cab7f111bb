import type { Breach, CaseProjection } from '@laurel/db';
import type { Standing } from '@laurel/contracts';
import { spread, type Evidence, type Invariant } from './invariant.ts';

/** After a kill an answer waits for the time-out of the dead worker's task, that of its own queue and a new worker's start. */
const ANSWER_WITHIN_MS = 20_000;
const AT_ONCE = 16;

/** I8: the projection in PostgreSQL is what the workflow says of itself; an ended one is compared by I1. */
export const projectionFits: Invariant = {
  name: 'I8',
  title: 'the projection equals what the workflow says',
  breaches: async (evidence) => {
    const { cases, trails, options } = evidence;
    const settled = cases.filter(({ id, updatedAt }) => trails.get(id)?.status === 'running' && updatedAt < options.now - options.settleMs);
    const asked = [...spread(settled, options.standingSample)];
    const found: Breach[] = [];
    for (let some = asked.splice(0, AT_ONCE); some.length > 0; some = asked.splice(0, AT_ONCE)) {
      found.push(...(await Promise.all(some.map((row) => compare(row, evidence)))).flat());
    }
    return found;
  },
};

async function compare(row: CaseProjection, { inspector }: Evidence): Promise<Breach[]> {
  const standing = await inspector.standing(row.id, ANSWER_WITHIN_MS);
  if (standing === 'NO_ANSWER') return [{ subject: row.id, detail: 'the workflow does not answer where it stands' }];
  if (standing === null) return [{ subject: row.id, detail: `the workflow has not been received, the tables have it as ${row.state}` }];
  return differences(row, standing).map((detail) => ({ subject: row.id, detail }));
}

function differences(row: CaseProjection, standing: Standing): string[] {
  const pairs: readonly (readonly [string, string | number | boolean | null, string | number | boolean | null])[] = [
    ['seq', standing.seq, row.seq],
    ['state', standing.state, row.state],
    ['level', standing.level, row.level],
    ['stage', standing.stage, row.stage],
    ['held', standing.held, row.held],
    ['dueAt', standing.dueAt, row.dueAt],
    [
      'open tasks',
      standing.tasks
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
      row.openTasks.toSorted().join(' '),
    ],
  ];
  return pairs
    .filter(([, workflow, table]) => workflow !== table)
    .map(([name, workflow, table]) => `${name}: the workflow says ${String(workflow)}, the table ${String(table)}`);
}
