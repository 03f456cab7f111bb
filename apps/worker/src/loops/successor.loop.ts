import type { SuccessionRepository } from '@laurel/db';
import type { Turn } from './loop.ts';

const BATCH = 500;

/** Units are abolished by the day; a minute's delay is nothing to a clock that counts working days. */
export const SUCCESSOR_REST_MS = 60_000;

/**
 * Passes the open tasks of abolished units to their successors. Safe beside others of its kind and to run again: one act
 * for one task, and the rules of the case look at the dates once more.
 */
export function successor(successions: Pick<SuccessionRepository, 'passOn'>, nudge: () => void): Turn {
  return async () => {
    const passed = await successions.passOn(BATCH);
    if (passed > 0) nudge();
    return passed;
  };
}
