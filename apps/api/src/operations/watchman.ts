import { tellIncidents, type IncidentTelling, type Told } from '@laurel/activities';
import type { HealthReading, LoopLock, SnapshotRepository, StuckEvidenceReading } from '@laurel/db';
import { classify, TURN_FRESH_MS } from '@laurel/domain';

export interface WatchmanParts extends IncidentTelling {
  readonly lock: Pick<LoopLock, 'alone'>;
  readonly health: Pick<HealthReading, 'loops'>;
  readonly evidence: Pick<StuckEvidenceReading, 'tables'>;
  readonly snapshots: Pick<SnapshotRepository, 'groups'>;
  /** Sends incidents only: every other mail waits for a worker. */
  readonly relay: { readonly turn: () => Promise<boolean>; readonly drain: () => Promise<void> };
  readonly closeTransport: () => void;
  /** UTC milliseconds. */
  readonly startedAt: number;
}

/** Where API and workers start together, the workers have this long to turn for the first time. */
const STARTING_MS = 60_000;

/**
 * Says that no worker is left, for then nobody else can: the alerts of everything else, and the mails of everybody, are the
 * workers'. Under the lock and with the rows of their alerts, so that one death is told once however many watch.
 */
export class Watchman {
  private readonly parts: WatchmanParts;

  constructor(parts: WatchmanParts) {
    this.parts = parts;
  }

  async turn(): Promise<void> {
    const { lock, relay } = this.parts;
    if (!(await this.isAlone())) return;
    await lock.alone('alerts', async () => tellIncidents(this.parts, await this.told()));
    while (await relay.turn());
    await relay.drain();
  }

  async close(): Promise<void> {
    await this.parts.relay.drain();
    this.parts.closeTransport();
  }

  /** Whether no worker has turned for long. What turned before this process began says nothing while workers still start. */
  private async isAlone(): Promise<boolean> {
    const { health, startedAt } = this.parts;
    const now = Date.now();
    const lastTurnAt = Math.max(0, ...(await health.loops()).map(({ turnedAt }) => turnedAt));
    if (lastTurnAt < startedAt && now - startedAt < STARTING_MS) return false;
    return now - lastTurnAt >= TURN_FRESH_MS;
  }

  /** The death of the workers, beside what they saw last: that is not over because nobody looks any more. */
  private async told(): Promise<readonly Told[]> {
    const { evidence, snapshots } = this.parts;
    const [tables, seen] = await Promise.all([evidence.tables(), snapshots.groups({ cases: 0 })]);
    const server = { reachable: true, queue: null, examined: [], marked: null };
    const dead = classify({ at: Date.now(), tables, server }).filter((group) => group.class === 'NO_WORKER');
    return [...dead, ...seen.filter((group) => group.class !== 'REVIEWER_SILENT' && group.class !== 'NO_WORKER')];
  }
}
