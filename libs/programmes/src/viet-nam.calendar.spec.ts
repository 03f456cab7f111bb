import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, workingDaysBetween } from '@laurel/domain';
import { loadCalendar } from './load-calendar.ts';
import { SHIPPED } from './programme-folder.fixture.ts';

const calendar = await loadCalendar(SHIPPED, 'viet-nam');

/** Breaks of state offices as the yearly notices announced them, first and last day, weekends included. */
const BREAKS: Readonly<Record<number, readonly (readonly [first: string, last: string])[]>> = {
  2022: [
    ['2022-01-01', '2022-01-03'],
    ['2022-01-29', '2022-02-06'],
    ['2022-04-09', '2022-04-11'],
    ['2022-04-30', '2022-05-03'],
    ['2022-09-01', '2022-09-04'],
  ],
  2023: [
    ['2022-12-31', '2023-01-02'],
    ['2023-01-20', '2023-01-26'],
    ['2023-04-29', '2023-05-03'],
    ['2023-09-01', '2023-09-04'],
  ],
  2024: [
    ['2023-12-30', '2024-01-01'],
    ['2024-02-08', '2024-02-14'],
    ['2024-04-18', '2024-04-18'],
    ['2024-04-27', '2024-05-01'],
    ['2024-08-31', '2024-09-03'],
  ],
  2025: [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-25', '2025-02-02'],
    ['2025-04-05', '2025-04-07'],
    ['2025-04-30', '2025-05-04'],
    ['2025-08-30', '2025-09-02'],
  ],
  2026: [
    ['2026-01-01', '2026-01-04'],
    ['2026-02-14', '2026-02-22'],
    ['2026-04-25', '2026-04-27'],
    ['2026-04-30', '2026-05-03'],
    ['2026-08-29', '2026-09-02'],
  ],
};

const SWAPS = ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

function daysOf(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const worked = (day: string): boolean => workingDaysBetween(calendar, day, day, true) === 1;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('the calendar of Viet Nam', () => {
  it.each(Object.entries(BREAKS))('works in %s on every weekday and swap day outside the breaks, and on no other', (year, breaks) => {
    const off = new Set(breaks.flatMap(([first, last]) => daysOf(first, last)));
    const expected = (day: string): boolean => SWAPS.includes(day) || (!off.has(day) && weekday(day) % 6 !== 0);
    const wrong = daysOf(`${year}-01-01`, `${year}-12-31`).filter((day) => worked(day) !== expected(day));
    expect(wrong).toEqual([]);
  });

  it('gives a day off for each swap day, and names a source for every day', () => {
    const exchanged = calendar.holidays.filter(({ name }) => name.vi.startsWith('Nghỉ hoán đổi')).map(({ name }) => name.en.slice(-10));
    expect([exchanged, calendar.swapDays.map(({ on }) => on)]).toEqual([SWAPS, SWAPS]);
    const named = [...calendar.holidays, ...calendar.swapDays] as readonly { readonly source?: string }[];
    expect(named.filter(({ source }) => source === undefined || source.length < 20)).toEqual([]);
  });

  it('is provisional for 2027 and works on 24 November 2026, which no law has made a day off', () => {
    expect([calendar.provisionalYears, worked('2026-11-24')]).toEqual([[2027], true]);
  });

  it.each([
    ['Tết of 2026', '2026-02-13', 1, '2026-02-23'],
    ['a swap day', '2026-08-21', 2, '2026-08-24'],
    ['a leap day', '2024-02-28', 1, '2024-02-29'],
    ['a year end', '2025-12-31', 1, '2026-01-05'],
    ['a day off in exchange', '2026-01-09', 1, '2026-01-10'],
    ['National Day', '2025-08-29', 1, '2025-09-03'],
  ])('steps over or onto %s', (_, from, days, dueOn) => {
    expect(addWorkingDays(calendar, from, days, false).dueOn).toBe(dueOn);
  });
});
