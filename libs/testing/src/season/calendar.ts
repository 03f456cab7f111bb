import type { WorkingCalendar } from '@laurel/domain';

/** One day in milliseconds: the working day of {@link steadyDays} unless told otherwise. */
export const DAY_MS = 86_400_000;

/** Every day is worked and lasts `dayMs`, cut from the epoch on: instants in specs can be reckoned by heart. */
export function steadyDays(dayMs: number = DAY_MS): WorkingCalendar {
  return {
    id: 'steady',
    version: '1',
    days: { kind: 'fixed', dayMs },
    weekend: [],
    holidays: [],
    swapDays: [],
    covered: 'all',
    office: { dayOpens: '06:00', dayCloses: '18:00', mailAt: '12:00' },
  };
}

/** The instant of a part of the day (0 to 1) on day `day` of {@link steadyDays}. */
export function onDay(day: number, part = 0, dayMs: number = DAY_MS): number {
  return Math.round((day + part) * dayMs);
}
