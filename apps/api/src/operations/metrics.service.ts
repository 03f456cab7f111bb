import { STUCK_CLASSES } from '@laurel/domain';
import { renderMetrics, type Figure, type RenderedMetrics } from '@laurel/observability';
import { Injectable } from '@nestjs/common';
import type { OperationsHealth } from './health.schemas.ts';
import { OperationsHealthService } from './operations-health.service.ts';
import type { Stuck } from './operations.schemas.ts';
import { StuckService } from './stuck.service.ts';

const UP: Readonly<Record<OperationsHealth['status'], number>> = { ok: 1, degraded: 0.5, down: 0 };

/** The figures of the health page and of the list of what is stuck, for a scraper. No names, no ids. */
@Injectable()
export class MetricsService {
  private readonly health: OperationsHealthService;
  private readonly stuck: StuckService;

  constructor(health: OperationsHealthService, stuck: StuckService) {
    this.health = health;
    this.stuck = stuck;
  }

  async metrics(): Promise<RenderedMetrics> {
    const [health, stuck] = await Promise.all([this.health.report(), this.stuck.report({}, 'en')]);
    const server = [...lookFigures(health), ...taskQueueFigures(health), ...canaryFigures(health)];
    return renderMetrics([...partFigures(health), ...flowFigures(health), ...stuckFigures(stuck), ...server]);
  }
}

const secondsSince = (at: string | null): number => (at === null ? 0 : Math.max(0, (Date.now() - Date.parse(at)) / 1_000));

function partFigures({ parts, workers }: OperationsHealth): readonly Figure[] {
  const help = 'How a part does: 1 ok, 0.5 degraded, 0 down';
  const loops = workers.flatMap(({ loops: own }) => own);
  const turned = [...new Set(loops.map(({ loop }) => loop))].map((loop) => ({
    name: 'laurel_loop_last_turn_age_seconds',
    help: 'Seconds since a background loop last turned in any worker',
    labels: { loop },
    value: Math.min(...loops.filter((one) => one.loop === loop).map(({ turnedAt }) => secondsSince(turnedAt))),
  }));
  return [
    ...Object.entries(parts).map(([part, state]) => ({ name: 'laurel_part_up', help, labels: { part }, value: UP[state] })),
    ...turned,
  ];
}

function flowFigures({ flow, openNominations, differences, databaseConnections }: OperationsHealth): readonly Figure[] {
  const queues = Object.entries(flow).flatMap(([queue, { count, ageSeconds }]) => [
    { name: 'laurel_queue_count', help: 'What waits in a queue', labels: { queue }, value: count },
    { name: 'laurel_queue_age_seconds', help: 'Age of the oldest that waits', labels: { queue }, value: ageSeconds ?? 0 },
  ]);
  return [
    ...queues,
    { name: 'laurel_open_nominations', help: 'Nominations that have not ended', value: openNominations },
    { name: 'laurel_projection_differences', help: 'Nominations whose row and workflow differ', value: differences },
    { name: 'laurel_database_connections', help: 'Connections to the database', value: databaseConnections },
  ];
}

function stuckFigures({ groups }: Stuck): readonly Figure[] {
  return STUCK_CLASSES.flatMap((stuckClass) => {
    const own = groups.filter((group) => group.class === stuckClass);
    const labels = { class: stuckClass };
    const oldest = Math.max(0, ...own.map(({ since }) => secondsSince(since)));
    return [
      { name: 'laurel_stuck_groups', help: 'Causes for which something is stuck', labels, value: own.length },
      { name: 'laurel_stuck_cases', help: 'What is stuck', labels, value: own.reduce((sum, { count }) => sum + count, 0) },
      { name: 'laurel_stuck_age_seconds', help: 'For how long the oldest has been stuck', labels, value: oldest },
    ];
  });
}

function lookFigures({ classifier }: OperationsHealth): readonly Figure[] {
  if (!classifier) return [];
  const { asOf, tookMs, listCalls } = classifier;
  return [
    { name: 'laurel_classifier_age_seconds', help: 'Seconds since the last look for what is stuck', value: secondsSince(asOf) },
    { name: 'laurel_classifier_took_seconds', help: 'How long that look took', value: tookMs / 1_000 },
    { name: 'laurel_classifier_list_calls', help: 'Calls of that look to the lists of the server', value: listCalls },
  ];
}

function taskQueueFigures({ taskQueue }: OperationsHealth): readonly Figure[] {
  if (!taskQueue) return [];
  const { backlog, backlogAgeSeconds, lastPollAt } = taskQueue;
  return [
    { name: 'laurel_task_queue_backlog', help: 'Tasks that wait for a worker', value: backlog },
    { name: 'laurel_task_queue_backlog_age_seconds', help: 'Age of the oldest of them', value: backlogAgeSeconds },
    { name: 'laurel_task_queue_poll_age_seconds', help: 'Seconds since a worker last polled', value: secondsSince(lastPollAt) },
  ];
}

function canaryFigures({ canary }: OperationsHealth): readonly Figure[] {
  if (!canary) return [];
  const { startedAt, endedAt, failure } = canary;
  const took = endedAt ? secondsSince(startedAt) - secondsSince(endedAt) : 0;
  return [
    { name: 'laurel_canary_failed', help: '1 when the last canary did not come through', value: failure === null ? 0 : 1 },
    { name: 'laurel_canary_age_seconds', help: 'Seconds since the last canary began', value: secondsSince(startedAt) },
    { name: 'laurel_canary_took_seconds', help: 'How long it took to its end', value: took },
  ];
}
