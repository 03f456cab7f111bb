import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IsoDate } from '../time.ts';
import type { ClockRule, WorkingCalendar } from './calendar.types.ts';
import { pauseClock, resumeClock, startClock, usedMsAt } from './clock.ts';
import { instantAt } from './days.ts';
import { vietNam } from './calendars.fixture.ts';
import { planWait } from './wait-plan.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Across a leap day, two Tết and two year ends. */
const FIRST = Date.UTC(2023, 11, 1);
const LAST = 800;

const dateAt = (n: number): IsoDate => new Date(FIRST + n * DAY).toISOString().slice(0, 10);
const text = { vi: 'a', en: 'a' };
const day = fc.integer({ min: 0, max: LAST });

/** Any calendar of civil days: up to a third of the days off, some weekend days worked in exchange. */
const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    holidays: fc.uniqueArray(day, { maxLength: 250 }),
    swaps: fc.uniqueArray(day, { maxLength: 40 }),
    weekend: fc.constantFrom([6, 7], [7], [], [5, 6]),
  })
  .map(({ holidays, swaps, weekend }) => ({
    ...vietNam(),
    weekend,
    covered: 'all',
    holidays: holidays.map((n) => ({ on: dateAt(n), name: text })),
    swapDays: swaps.map((n) => ({ on: dateAt(n), name: text })),
  }));

/** What the calendar means, day by day and without any cleverness. */
function isWorked({ holidays, swapDays, weekend }: WorkingCalendar, on: IsoDate): boolean {
  if (holidays.some((holiday) => holiday.on === on)) return false;
  if (swapDays.some((swap) => swap.on === on)) return true;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return !weekend.includes(weekday === 0 ? 7 : weekday);
}

function naiveDue(calendar: WorkingCalendar, from: number, days: number, countStart: boolean): IsoDate {
  let left = days;
  for (let n = countStart ? from : from + 1; ; n += 1) {
    if (isWorked(calendar, dateAt(n))) left -= 1;
    if (left === 0) return dateAt(n);
  }
}

describe('any calendar', () => {
  it('counts as a person with a wall calendar does', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 1, max: 40 }), fc.boolean(), (calendar, from, days, countStart) => {
        const counted = addWorkingDays(calendar, dateAt(from), days, countStart);
        expect(counted.dueOn).toBe(naiveDue(calendar, from, days, countStart));
        expect(counted.steppedOver.map(({ on }) => on).every((on) => !isWorked(calendar, on))).toBe(true);
        const passed = (Date.parse(counted.dueOn) - (FIRST + from * DAY)) / DAY + (countStart ? 1 : 0);
        expect(counted.steppedOver.length + days).toBe(passed);
      }),
    );
  });

  it('is never due earlier for a later start or for more days, and counting back gives the days again', () => {
    fc.assert(
      fc.property(
        calendars,
        day,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (calendar, from, later, days, counted) => {
          const due = addWorkingDays(calendar, dateAt(from), days, counted).dueOn;
          expect(addWorkingDays(calendar, dateAt(from + later), days, counted).dueOn >= due).toBe(true);
          expect(addWorkingDays(calendar, dateAt(from), days + 1, counted).dueOn > due).toBe(true);
          expect(workingDaysBetween(calendar, dateAt(from), due, counted)).toBe(days);
        },
      ),
    );
  });

  it('says of a single day what a person would', () => {
    fc.assert(
      fc.property(calendars, day, (calendar, n) => {
        expect(isWorkingDay(calendar, dateAt(n))).toBe(isWorked(calendar, dateAt(n)));
      }),
    );
  });

  it('loses no minute by pauses: used time before and after adds up to the whole', () => {
    const rules: readonly ClockRule[] = [
      { mode: 'working-days', days: 8, countStartDay: true },
      { mode: 'working-days', days: 8, countStartDay: false },
    ];
    const moment = fc.integer({ min: 0, max: 30 * 24 });
    const moments = fc.tuple(moment, moment, moment);
    fc.assert(
      fc.property(calendars, day, fc.constantFrom(...rules), moments, (calendar, from, rule, hours) => {
        const [pausedAt = 0, resumedAt = 0, endsAt = 0] = hours.toSorted((x, y) => x - y);
        const start = instantAt(calendar, dateAt(from), '08:00');
        const at = (hour: number): number => start + hour * HOUR;
        const running = startClock(calendar, rule, start);
        const paused = pauseClock(calendar, rule, running, 'hold', at(pausedAt));
        const resumed = resumeClock(calendar, rule, paused, 'hold', at(resumedAt));
        const used = (hour: number): number => usedMsAt(calendar, rule, running, at(hour));
        expect(usedMsAt(calendar, rule, resumed, at(endsAt))).toBe(used(pausedAt) + used(endsAt) - used(resumedAt));
      }),
    );
  });

  it('is used up exactly at its due instant', () => {
    const rule: ClockRule = { mode: 'working-days', days: 6, countStartDay: false };
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 0, max: 23 }), (calendar, from, hour) => {
        const start = instantAt(calendar, dateAt(from), '00:00') + hour * HOUR;
        const clock = startClock(calendar, rule, start);
        const plan = planWait(calendar, { clock: rule, remindAt: [-1, 0, 1], escalateAfter: 1, closesAfter: 2 }, clock);
        expect(usedMsAt(calendar, rule, clock, plan?.dueAt ?? 0)).toBe(6 * 9 * HOUR);
        expect(usedMsAt(calendar, rule, clock, (plan?.dueAt ?? 0) - 60_000)).toBe(6 * 9 * HOUR - 60_000);
      }),
    );
  });
});
