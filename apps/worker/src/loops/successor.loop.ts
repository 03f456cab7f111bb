import type { SuccessionRepository } from '@laurel/db';
import type { Turn } from './loop.ts';

const BATCH = 500;

/** Units end and addresses begin by the day; a minute's delay is nothing to a clock that counts working days. */
export const SUCCESSOR_REST_MS = 60_000;

/**
 * Passes the open tasks of abolished units to their successors, and moves people on to addresses that have begun. Safe
 * beside others of its kind and to run again: one act for one task, the rules of the case look at the dates once more,
 * and an address that has moved moves no more.
 */
export function successor(successions: Pick<SuccessionRepository, 'moveAddresses' | 'passOn'>, nudge: () => void): Turn {
  return async () => {
    const moved = await successions.moveAddresses();
    const passed = await successions.passOn(BATCH);
    if (passed > 0) nudge();
    return moved + passed;
  };
}
