import type { Breach } from '@laurel/db';
import type { Evidence, Invariant } from './invariant.ts';

/** I1: at most one final decision for each nomination, and it is what the workflow ended with. */
export const oneDecision: Invariant = {
  name: 'I1',
  title: 'at most one final decision, and the workflow ended with it',
  breaches: async (evidence) => [...(await evidence.reading.breaches('one-final-decision')), ...otherResults(evidence)],
};

function otherResults({ cases, trails }: Evidence): Breach[] {
  return cases.flatMap(({ id, state, seq, ended }) => {
    const result = trails.get(id)?.result;
    if (!result) return [];
    if (!ended) return [{ subject: id, detail: `the workflow ended as ${result.state}, the tables have it open as ${state}` }];
    if (result.state === state && result.seq === seq) return [];
    return [{ subject: id, detail: `the workflow ended as ${result.state} at ${result.seq}, the tables as ${state} at ${seq}` }];
  });
}
