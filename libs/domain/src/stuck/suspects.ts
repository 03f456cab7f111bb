import type { Instant } from '../time.ts';
import { EVIDENCE, stepInWords } from './evidence.words.ts';
import { groupOf, signatureOf, type NewGroup } from './groups.ts';
import type { Examined, PendingActivity, ServerEvidence, StuckGroup, Suspect } from './stuck.types.ts';
import { LAGS } from './words.ts';

/** A step that has failed so often does not mend itself in passing. */
const RETRIES_SHOWN = 3;
/** A workflow task is tried again at once: one that has failed so often fails by its code. */
export const TASK_ATTEMPTS_SHOWN = 3;
/** A workflow task that a worker is there for is taken at once. */
const TASK_LEFT_MS = 10_000;
/** One that has lain for so long is on nobody's way, however much there is to do. */
const TASK_IGNORED_MS = 30_000;

type Verdict = Omit<NewGroup, 'cases'>;

/**
 * Why each nomination that is late is late. Only some can be looked at on the server; the others are counted with those
 * that are late with the same step in the same stage.
 */
export function groupsOfSuspects(suspects: readonly Suspect[], server: ServerEvidence, at: Instant): StuckGroup[] {
  const examined = new Map(server.examined.map((one) => [one.nominationId, one]));
  const usual = usualVerdicts(suspects, examined, (suspect, seen) => verdictOf(suspect, seen, server, at));
  const groups = new Map<string, { verdict: Verdict; members: Suspect[] }>();
  for (const suspect of suspects) {
    const seen = examined.get(suspect.nominationId);
    const verdict = seen ? verdictOf(suspect, seen, server, at) : (usual.get(kindOf(suspect)) ?? unexplained(suspect));
    if (!verdict) continue;
    const key = `${verdict.class}:${verdict.key}`;
    const group = groups.get(key) ?? { verdict, members: [] };
    group.members.push(suspect);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ verdict, members }) => {
    const looked = members.filter(({ nominationId }) => examined.has(nominationId)).length;
    const sampled = looked < members.length ? EVIDENCE.sampled(looked, members.length) : { vi: '', en: '' };
    const evidence = { vi: `${verdict.evidence.vi}${sampled.vi}`, en: `${verdict.evidence.en}${sampled.en}` };
    const cases = members.map(({ nominationId, since }) => ({ nominationId, eventId: null, since }));
    return groupOf({ ...verdict, evidence, cases });
  });
}

const kindOf = ({ programme, stage, step }: Suspect): string => `${programme}/${stage}/${step}`;

function usualVerdicts(
  suspects: readonly Suspect[],
  examined: ReadonlyMap<string, Examined>,
  judge: (suspect: Suspect, seen: Examined) => Verdict | null,
): ReadonlyMap<string, Verdict> {
  const usual = new Map<string, Verdict>();
  for (const suspect of suspects) {
    const seen = examined.get(suspect.nominationId);
    const verdict = seen && judge(suspect, seen);
    if (verdict && !usual.has(kindOf(suspect))) usual.set(kindOf(suspect), verdict);
  }
  return usual;
}

/** Null where the workflow is on its way after all. */
function verdictOf(suspect: Suspect, seen: Examined, { queue }: ServerEvidence, at: Instant): Verdict | null {
  if (seen.workflow !== 'running') {
    return { class: 'PROJECTION_LAG', key: 'no-workflow', what: LAGS['no-workflow'], evidence: EVIDENCE.ended(seen.workflow) };
  }
  if (seen.pinnedTo !== null && (isLeft(seen, at) || (queue && !queue.builds.includes(seen.pinnedTo))))
    return { class: 'VERSION_TRAP', key: seen.pinnedTo, what: seen.pinnedTo, evidence: EVIDENCE.bound(seen.pinnedTo) };
  if (seen.task && seen.task.attempt >= TASK_ATTEMPTS_SHOWN)
    return {
      class: 'CODE_ERROR',
      key: 'workflow-task',
      what: { vi: 'hỏng khi chạy', en: 'workflow task' },
      evidence: EVIDENCE.taskFailed(seen.task.attempt),
    };
  const paused = seen.activities.find((activity) => activity.paused);
  if (paused) return { class: 'ACTIVITY_PAUSED', key: paused.type, what: stepInWords(paused.type), evidence: EVIDENCE.attempted(paused) };
  const failing = seen.activities.find(({ attempt }) => attempt >= RETRIES_SHOWN);
  if (failing) return retrying(failing);
  return seen.activities.length > 0 || (seen.task && at - seen.task.since < TASK_IGNORED_MS) ? null : unexplained(suspect);
}

/** Whether its task lies where nobody takes it. A worker that has gone stays on the server's list for minutes; this shows sooner. */
function isLeft({ task }: Examined, at: Instant): boolean {
  return task !== null && task.attempt < TASK_ATTEMPTS_SHOWN && at - task.since >= TASK_LEFT_MS;
}

function retrying(activity: PendingActivity): Verdict {
  const failure = activity.lastFailure ?? 'no answer of a worker';
  const signature = signatureOf(failure);
  return {
    class: 'ACTIVITY_RETRYING',
    key: `${activity.type}/${signature}`,
    what: stepInWords(activity.type),
    evidence: EVIDENCE.attempted(activity),
  };
}

/** Late, and neither the worker nor the code nor a step says why. */
function unexplained({ step, programme, stage }: Suspect): Verdict {
  const key = `${programme}/${stage}`;
  const evidence = EVIDENCE.notMoved(step);
  switch (step) {
    case 'remind':
      return { class: 'TIMER_LATE', key, evidence };
    case 'escalate':
    case 'close':
      return { class: 'OVERDUE', key, evidence };
    case 'receive':
    case 'publish':
    case 'act':
      return { class: 'PROJECTION_LAG', key: 'unrecorded', what: LAGS.unrecorded, evidence };
  }
}
