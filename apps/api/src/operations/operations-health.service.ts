import type { CanaryRun, LoopState, Queued, Snapshot } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { HealthService } from '../health/health.service.ts';
import { LOOP_FORGOTTEN_MS, LOOP_FRESH_MS } from '../health/readiness.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { OperationsHealth } from './health.schemas.ts';

const isoOf = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));

/** Everything that is known of how the parts do. */
@Injectable()
export class OperationsHealthService {
  private readonly health: ApiParts['health'];
  private readonly operations: ApiParts['operations'];
  private readonly readiness: HealthService;

  constructor(
    @Inject(PART.health) health: ApiParts['health'],
    @Inject(PART.operations) operations: ApiParts['operations'],
    readiness: HealthService,
  ) {
    this.health = health;
    this.operations = operations;
    this.readiness = readiness;
  }

  async report(): Promise<OperationsHealth> {
    const [ready, loops, channel, flow, snapshot, canary] = await Promise.all([
      this.readiness.ready(),
      this.health.loops(),
      this.health.mailChannel(),
      this.health.flow(),
      this.operations.snapshots.last(),
      this.operations.canaries.last(),
    ]);
    const now = Date.now();
    const { openNominations, differences, connections: databaseConnections, ...queues } = flow;
    const aged = Object.fromEntries(Object.entries(queues).map(([name, one]) => [name, queuedOf(one, now)])) as OperationsHealth['flow'];
    return {
      asOf: isoOf(now),
      ...ready,
      workers: workersOf(loops, now),
      ...lookOf(snapshot),
      mail: { up: channel?.up ?? true, reason: channel?.reason ?? null, since: isoOrNull(channel?.since ?? null) },
      flow: aged,
      openNominations,
      differences,
      databaseConnections,
      canary: canary && canaryOf(canary),
    };
  }
}

function queuedOf({ count, oldestAt }: Queued, now: number): OperationsHealth['flow']['inbox'] {
  return { count, ageSeconds: oldestAt === null ? null : Math.max(0, Math.round((now - oldestAt) / 1_000)) };
}

function workersOf(loops: readonly LoopState[], now: number): OperationsHealth['workers'] {
  const known = loops.filter(({ turnedAt }) => now - turnedAt < LOOP_FORGOTTEN_MS);
  return [...new Set(known.map(({ worker }) => worker))].map((worker) => {
    const own = known.filter((loop) => loop.worker === worker);
    const turned = own.map(({ loop, turnedAt, lastError }) => ({
      loop,
      turnedAt: isoOf(turnedAt),
      turns: now - turnedAt < LOOP_FRESH_MS,
      lastError,
    }));
    return { worker, lastTurnAt: isoOf(Math.max(...own.map(({ turnedAt }) => turnedAt))), loops: turned };
  });
}

function lookOf(snapshot: Snapshot | null): Pick<OperationsHealth, 'taskQueue' | 'classifier'> {
  if (!snapshot) return { taskQueue: null, classifier: null };
  const { asOf, figures } = snapshot;
  const { queue, tookMs, listCalls, examined } = figures;
  const seen = queue && {
    lastPollAt: isoOrNull(queue.lastPollAt),
    backlog: queue.backlog,
    backlogAgeSeconds: queue.backlogAgeMs / 1_000,
    builds: [...queue.builds],
  };
  return { taskQueue: seen, classifier: { asOf: isoOf(asOf), tookMs, listCalls, examined } };
}

function canaryOf({ startedAt, mailedAt, decidedAt, endedAt, failure }: CanaryRun): NonNullable<OperationsHealth['canary']> {
  return {
    startedAt: isoOf(startedAt),
    mailedAt: isoOrNull(mailedAt),
    decidedAt: isoOrNull(decidedAt),
    endedAt: isoOrNull(endedAt),
    failure,
  };
}
