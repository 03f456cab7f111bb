import type { Breach } from '@laurel/db';
import type { Evidence, Invariant } from './invariant.ts';

/** I4: each open nomination moves, waits for a named person or an instant, or shows as stuck. */
export const progress: Invariant = {
  name: 'I4',
  title: 'each open nomination is progressing, waiting for a named person or timer, or visibly stuck',
  breaches: async (evidence) => [...(await evidence.reading.breaches('open-cases-wait')), ...withoutWorkflow(evidence)],
};

function withoutWorkflow({ cases, trails, options }: Evidence): Breach[] {
  return cases.flatMap(({ id, ended, waitsForStart, updatedAt }) => {
    const trail = trails.get(id) ?? null;
    if (trail?.status === 'failed') return [{ subject: id, detail: 'its workflow failed' }];
    if (ended || waitsForStart || updatedAt > options.now - options.settleMs) return [];
    return trail?.status === 'running' ? [] : [{ subject: id, detail: 'open in the tables, and no workflow runs for it' }];
  });
}
