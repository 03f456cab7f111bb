import type { Breach, CaseProjection } from '@laurel/db';
import type { WorkflowTrail } from '@laurel/temporal';
import type { Evidence, Invariant } from './invariant.ts';

/** I2: what a reviewer was told is recorded stands in the history and in the tables, and both say the same. */
export const decisionsKept: Invariant = {
  name: 'I2',
  title: 'acknowledged decisions are in history and in PostgreSQL',
  breaches: async (evidence) => {
    const { reading, outside } = evidence;
    const missing = await reading.missingDecisions(outside.acknowledged ?? []);
    return [
      ...(await reading.breaches('recorded-acts-stand')),
      ...missing.map((taskId) => ({ subject: taskId, detail: 'a decision was acknowledged and is not in the tables' })),
      ...evidence.cases.flatMap((row) => differing(row, evidence)),
    ];
  },
};

function differing(row: CaseProjection, { trails, options }: Evidence): Breach[] {
  const trail = trails.get(row.id);
  if (!trail) return [];
  const settled = row.updatedAt < options.now - options.settleMs;
  return [...answersWithoutRow(row, trail), ...(settled ? actsWithoutTrace(row, trail) : [])];
}

function answersWithoutRow(row: CaseProjection, { answered }: WorkflowTrail): Breach[] {
  const recorded = new Map(row.acts.map((act) => [act.id, act.seq]));
  return [...answered].flatMap(([actId, outcome]) => {
    if (!outcome.recorded || recorded.get(actId) === outcome.seq) return [];
    return [
      {
        subject: row.id,
        detail: `the history calls act ${actId} recorded at ${outcome.seq}, the tables say ${recorded.get(actId) ?? 'nothing'}`,
      },
    ];
  });
}

/** A history knows an act by its name, or because it knows of a transition that came after it. */
function actsWithoutTrace(row: CaseProjection, { answered, signalled, knownSeq }: WorkflowTrail): Breach[] {
  const untold = row.acts.filter(({ id, seq }) => !answered.get(id)?.recorded && !signalled.has(id) && seq > knownSeq);
  return untold.map(({ id }) => ({ subject: row.id, detail: `act ${id} is recorded, and no history knows of it` }));
}
