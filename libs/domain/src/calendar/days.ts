import type { Instant, IsoDate, WallTime } from '../time.ts';
import type { DayRule, WorkingCalendar } from './calendar.types.ts';
import { instantOfWall, wallOf } from './zones.ts';

/** A day as an integer: days since 1970-01-01 on civil calendars, lengths of `dayMs` since the epoch on fixed ones. */
export type Day = number;

/** Minutes since midnight, 0 … 1440. */
export type Minute = number;

export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MINUTES_PER_DAY = 1440;
const MEMO_LIMIT = 8192;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const memo = new Map<string, Map<number, Instant>>();

/** @throws RangeError when the text is no `HH:MM` between 00:00 and 24:00. */
export function minuteOf(time: WallTime): Minute {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  if (!(minute <= MINUTES_PER_DAY)) throw new RangeError(`"${time}" is not a time of day: write HH:MM from 00:00 to 24:00`);
  return minute;
}

/** @throws RangeError when the text is no date of the Gregorian calendar written `YYYY-MM-DD`. */
export function civilDayOf(on: IsoDate): Day {
  const [, year, month, day] = ISO_DATE.exec(on) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(at) || isoOf(at / DAY_MS) !== on) throw new RangeError(`"${on}" is not a date: write YYYY-MM-DD`);
  return at / DAY_MS;
}

function isoOf(day: Day): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The civil date of an instant in a zone, for what is written on paper whatever calendar counts the days. */
export function civilDateOf(zone: string, at: Instant): IsoDate {
  return isoOf(Math.floor(wallOf(zone, at) / DAY_MS));
}

/** The day that contains the instant. */
export function dayOf(days: DayRule, at: Instant): Day {
  return days.kind === 'fixed' ? Math.floor(at / days.dayMs) : Math.floor(wallOf(days.zone, at) / DAY_MS);
}

/** The day of a date. A fixed calendar also takes a civil date: the day that contains its midnight in UTC. */
export function dayOfDate(days: DayRule, on: IsoDate): Day {
  if (days.kind === 'civil') return civilDayOf(on);
  return /^-?\d+$/.test(on) ? Number(on) : Math.floor((civilDayOf(on) * DAY_MS) / days.dayMs);
}

/** `YYYY-MM-DD`; on fixed calendars the day number as text. */
export function dateOfDay(days: DayRule, day: Day): IsoDate {
  return days.kind === 'civil' ? isoOf(day) : String(day);
}

/** 1 = Monday … 7 = Sunday, of a civil day. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The instant of a minute of a day; on fixed days the minute is scaled to the day's length. */
export function instantOf(days: DayRule, day: Day, minute: Minute): Instant {
  if (days.kind === 'fixed') return day * days.dayMs + Math.floor((minute * days.dayMs) / MINUTES_PER_DAY);
  const known = memoOf(days.zone);
  const key = day * (MINUTES_PER_DAY + 1) + minute;
  const found = known.get(key);
  if (found !== undefined) return found;
  const at = instantOfWall(days.zone, day * DAY_MS + minute * MINUTE_MS);
  if (known.size >= MEMO_LIMIT) known.clear();
  known.set(key, at);
  return at;
}

function memoOf(zone: string): Map<number, Instant> {
  const known = memo.get(zone) ?? new Map<number, Instant>();
  memo.set(zone, known);
  return known;
}

/** Milliseconds of `minutes` on these days: sixty thousand each on civil days, scaled on fixed ones. */
export function lengthOf(days: DayRule, opens: Minute, closes: Minute): number {
  return days.kind === 'civil' ? (closes - opens) * MINUTE_MS : instantOf(days, 0, closes) - instantOf(days, 0, opens);
}

/** The civil date of an instant in the calendar's zone (for `fixed` days: the day number as text). */
export function dateOf(calendar: WorkingCalendar, at: Instant): IsoDate {
  return dateOfDay(calendar.days, dayOf(calendar.days, at));
}

/** The instant at which a date ends (exclusive) in the calendar's zone. */
export function endOfDate(calendar: WorkingCalendar, on: IsoDate): Instant {
  return instantOf(calendar.days, dayOfDate(calendar.days, on) + 1, 0);
}

/** The instant of a wall time on a date: the first instant after a gap, the later one of an overlap. */
export function instantAt(calendar: WorkingCalendar, on: IsoDate, time: WallTime): Instant {
  return instantOf(calendar.days, dayOfDate(calendar.days, on), minuteOf(time));
}
