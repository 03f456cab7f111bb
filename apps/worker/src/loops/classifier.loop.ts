import type { LoopLock, SnapshotRepository, StuckEvidenceReading } from '@laurel/db';
import { classify } from '@laurel/domain';
import type { OperationsInspector } from '@laurel/temporal';
import type { Turn } from './loop.ts';
import { lookAtServer } from './server-look.ts';

export interface ClassifierParts {
  readonly lock: LoopLock;
  readonly evidence: StuckEvidenceReading;
  readonly snapshots: SnapshotRepository;
  readonly server: OperationsInspector;
  readonly everyMs: number;
}

/**
 * Looks for what is stuck and keeps what it saw, one worker at a time. Reads the tables and asks the server two grouped
 * questions, whatever the number of nominations; only suspects are looked at one by one.
 */
export function classifier({ lock, evidence, snapshots, server, everyMs }: ClassifierParts): Turn {
  const watchingSince = Date.now();
  const look = async (): Promise<void> => {
    const at = Date.now();
    const last = await snapshots.last();
    if (last && at - last.asOf < everyMs / 2) return;
    // Whoever looks turns: that this loop turns is known before its pulse is written.
    const tables = { ...(await evidence.tables()), lastTurnAt: at };
    const seen = await lookAtServer(server, tables.suspects);
    const groups = classify({ at, watchingSince, tables, server: seen });
    const sees = { temporal: seen.reachable, database: true, visibility: seen.marked !== null };
    const figures = { tookMs: Date.now() - at, listCalls: server.takeListCalls(), examined: seen.examined.length, queue: seen.queue };
    await snapshots.save({ asOf: at, sees, figures }, groups);
  };
  return async () => {
    await lock.alone('classifier', look);
    return 0;
  };
}
