import type { LoopLock, ReconcilerRepository } from '@laurel/db';
import type { OperationsInspector } from '@laurel/temporal';
import type { Turn } from './loop.ts';

/** Pages of a thousand in one turn: with a turn in ten seconds, far below what a cluster allows. */
const PAGES = 4;
/** What began so shortly before the walk may be missing from the list that it saw. */
const SETTLED_MS = 10_000;

interface Walk {
  readonly begunAt: number;
  readonly ids: string[];
  after: Uint8Array | null;
}

/**
 * Walks through all open workflows, some pages at a time, and compares them with the tables: finds what one side has and
 * the other has not, and rows that say something else than their workflows. Ends events that nobody can ever work on.
 */
export function reconciler(lock: LoopLock, tables: ReconcilerRepository, server: OperationsInspector): Turn {
  let walk: Walk | null = null;
  const go = async (): Promise<void> => {
    await tables.buryOrphans();
    const current: Walk = (walk ??= { begunAt: Date.now(), ids: [], after: null });
    for (let page = 0; page < PAGES; page += 1) {
      const { workflows, next } = await server.pageOfOpen(current.after);
      current.ids.push(...workflows.map(({ nominationId }) => nominationId));
      await tables.compare(workflows);
      current.after = next;
      if (next) continue;
      walk = null;
      await tables.endWalk(current.ids, current.begunAt - SETTLED_MS);
      return;
    }
  };
  return async () => {
    // A walk that broke off begins anew: its place on the list is worth nothing after a while.
    await lock.alone('reconciler', go).catch((error: unknown) => {
      walk = null;
      throw error;
    });
    return 0;
  };
}
