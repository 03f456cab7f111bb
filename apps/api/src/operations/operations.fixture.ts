import type { RemedyItem, RemedyTarget } from '@laurel/contracts';
import type { FlowFigures, JobView, NewJob, Queued } from '@laurel/db';
import type { TableEvidence } from '@laurel/domain';
import type { OperationsParts } from '../parts/operations-parts.ts';

const NOTHING: Queued = { count: 0, oldestAt: null };

export const IDLE: FlowFigures = {
  inbox: NOTHING,
  acts: NOTHING,
  mails: NOTHING,
  outbox: NOTHING,
  deadEvents: NOTHING,
  undeliverableMails: NOTHING,
  openNominations: 0,
  differences: 0,
  connections: 1,
};

/** Tables in which nothing is stuck and a worker has turned just now. */
export function healthyTables(): TableEvidence {
  return {
    lastTurnAt: Date.now(),
    waiting: { events: 0, acts: 0 },
    channelDown: null,
    undeliverable: [],
    silent: [],
    dead: [],
    suspects: [],
    differences: [],
  };
}

interface MemoryJob extends NewJob {
  readonly id: string;
  results: RemedyItem[] | null;
}

/** Jobs in memory, done by what `run` answers for each target. */
export function operationsInMemory(
  run: (target: RemedyTarget, dryRun: boolean) => readonly RemedyItem[] = () => [],
  parts: Partial<OperationsParts> = {},
): OperationsParts {
  const jobs: MemoryJob[] = [];
  const known = (keyId: string, key: string): MemoryJob | undefined =>
    jobs.find((job) => job.keyId === keyId && job.idempotencyKey === key);
  return {
    evidence: { tables: () => Promise.resolve(healthyTables()) },
    snapshots: { last: () => Promise.resolve(null), groups: () => Promise.resolve([]) },
    canaries: { last: () => Promise.resolve(null) },
    jobs: {
      find: (keyId, key) => Promise.resolve(known(keyId, key) ?? null),
      write: (job) => {
        jobs.push({ ...job, id: `job-${String(jobs.length)}`, results: null });
        return Promise.resolve({ id: `job-${String(jobs.length - 1)}` });
      },
      view: (id) => Promise.resolve(viewOf(jobs.find((job) => job.id === id))),
    },
    remedy: { run: (target, { dryRun }) => Promise.resolve(run(target, dryRun)) },
    desk: {
      work: (_, jobId) => {
        const job = jobs.find(({ id }) => id === jobId);
        if (job) job.results ??= job.targets.flatMap((target) => run(target, false));
        return Promise.resolve(1);
      },
    },
    bounces: { note: () => Promise.resolve(null) },
    watchman: null,
    ...parts,
  };
}

function viewOf(job: MemoryJob | undefined): JobView | null {
  if (!job) return null;
  const { id, request, targets, results } = job;
  return {
    id,
    request,
    createdAt: 0,
    finishedAt: results ? 1 : null,
    total: targets.length,
    done: results ? targets.length : 0,
    results: results ?? [],
  };
}
