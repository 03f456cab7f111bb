import type { IsoDate, Text } from '../time.ts';
import type { SwapDay, WorkingCalendar } from './calendar.types.ts';
import { dateOfDay, dayOfDate, weekdayOf, type Day } from './days.ts';

/** A day that a count went past, and why nobody works on it. */
export interface SteppedOver {
  readonly on: IsoDate;
  readonly name: Text;
  readonly why: 'holiday' | 'weekend';
}

/** A count of working days as a person can check it with a wall calendar. */
export interface WorkingDaysCount {
  readonly dueOn: IsoDate;
  readonly steppedOver: readonly SteppedOver[];
  readonly swapDaysWorked: readonly SwapDay[];
  readonly outsideCalendar: boolean;
}

interface DayIndex {
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<Day, Text>;
  readonly swapDays: ReadonlyMap<Day, SwapDay>;
}

const WEEKDAYS: readonly Text[] = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ Nhật', en: 'Sunday' },
];
const indexes = new WeakMap<WorkingCalendar, DayIndex>();

function indexOf(calendar: WorkingCalendar): DayIndex {
  const known = indexes.get(calendar);
  if (known) return known;
  const weekend = new Set(calendar.days.kind === 'civil' ? calendar.weekend : []);
  if (weekend.size > 6) throw new RangeError(`calendar ${calendar.id}: weekend leaves no day to work`);
  const made: DayIndex = {
    weekend,
    holidays: new Map(calendar.holidays.map((holiday) => [dayOfDate(calendar.days, holiday.on), holiday.name])),
    swapDays: new Map(calendar.swapDays.map((swap) => [dayOfDate(calendar.days, swap.on), swap])),
  };
  indexes.set(calendar, made);
  return made;
}

/** Why nobody works on the day, or null when it is a working day. A holiday wins over a swap, a swap over a weekend. */
function restOn(calendar: WorkingCalendar, day: Day): SteppedOver | null {
  const index = indexOf(calendar);
  const on = (): IsoDate => dateOfDay(calendar.days, day);
  const holiday = index.holidays.get(day);
  if (holiday) return { on: on(), name: holiday, why: 'holiday' };
  if (index.swapDays.has(day)) return null;
  const weekday = weekdayOf(day);
  const name = WEEKDAYS[weekday - 1];
  return index.weekend.has(weekday) && name ? { on: on(), name, why: 'weekend' } : null;
}

export function isWorking(calendar: WorkingCalendar, day: Day): boolean {
  return restOn(calendar, day) === null;
}

/** The k-th working day after the day (before it when k is negative); for 0 the day itself or the last one before it. */
export function shiftDay(calendar: WorkingCalendar, from: Day, k: number): Day {
  let day = from;
  if (k === 0) while (!isWorking(calendar, day)) day -= 1;
  const step = k < 0 ? -1 : 1;
  for (let left = Math.abs(k); left > 0;) {
    day += step;
    if (isWorking(calendar, day)) left -= 1;
  }
  return day;
}

/** Whether the calendar says nothing about a day from `first` to `last`. */
export function leavesCovered(calendar: WorkingCalendar, first: Day, last: Day): boolean {
  if (calendar.covered === 'all' || calendar.days.kind === 'fixed') return false;
  const year = (day: Day): number => Number(dateOfDay(calendar.days, day).slice(0, 4));
  return year(first) < calendar.covered.from || year(last) > calendar.covered.to;
}

/** Whether people work on the date. */
export function isWorkingDay(calendar: WorkingCalendar, on: IsoDate): boolean {
  return isWorking(calendar, dayOfDate(calendar.days, on));
}

/**
 * The last of `days` working days counted from a date: from the date itself when `countStartDay` (if it is a working
 * day, else from the next one), otherwise from the day after it.
 * @throws RangeError when `days` is not a whole number of at least 1.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: IsoDate, days: number, countStartDay: boolean): WorkingDaysCount {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`days is ${days}: write a whole number of at least 1`);
  const first = dayOfDate(calendar.days, from) + (countStartDay ? 0 : 1);
  const last = shiftDay(calendar, first - 1, days);
  const steppedOver: SteppedOver[] = [];
  const swapDaysWorked: SwapDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const rest = restOn(calendar, day);
    const swap = indexOf(calendar).swapDays.get(day);
    if (rest) steppedOver.push(rest);
    else if (swap) swapDaysWorked.push(swap);
  }
  const dueOn = dateOfDay(calendar.days, last);
  return {
    dueOn,
    steppedOver,
    swapDaysWorked,
    outsideCalendar: leavesCovered(calendar, dayOfDate(calendar.days, from), last),
  };
}

/** Working days from a date to another, both included when `countStartDay`; 0 when `to` comes first. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate, countStartDay: boolean): number {
  const first = dayOfDate(calendar.days, from) + (countStartDay ? 0 : 1);
  return countWorking(calendar, first, dayOfDate(calendar.days, to));
}

/** Working days from `first` to `last`, both included. */
export function countWorking(calendar: WorkingCalendar, first: Day, last: Day): number {
  let count = 0;
  for (let day = first; day <= last; day += 1) if (isWorking(calendar, day)) count += 1;
  return count;
}
