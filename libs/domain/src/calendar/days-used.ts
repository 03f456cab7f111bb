import type { Instant } from '../time.ts';
import type { ClockRule, WorkingCalendar } from './calendar.types.ts';
import { pauseClock, resumeClock, startClock, usedMsAt } from './clock.ts';
import { officeStretches } from './stretches.ts';

/** A clock stands still for a cause, or the cause is gone. */
export interface ClockTurn {
  readonly at: Instant;
  readonly cause: string;
  readonly stands: boolean;
}

const DAYS: ClockRule = { mode: 'working-days', days: 1, countStartDay: false };

/**
 * Working days that went by from one instant to another while no cause stopped the clock; a day that was begun counts, the first
 * one does not. `turns` in order of time; those outside are left out.
 */
export function workingDaysUsed(calendar: WorkingCalendar, from: Instant, to: Instant, turns: readonly ClockTurn[]): number {
  const clock = turns
    .filter(({ at }) => at >= from && at <= to)
    .reduce(
      (running, { at, cause, stands }) => (stands ? pauseClock : resumeClock)(calendar, DAYS, running, cause, at),
      startClock(calendar, DAYS, from),
    );
  return Math.ceil(usedMsAt(calendar, DAYS, clock, to) / officeStretches(calendar).lengthMs);
}
