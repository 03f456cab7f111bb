import type { Instant } from '../time.ts';
import type { WorkingCalendar } from './calendar.types.ts';
import { dayOf, instantOf, lengthOf, minuteOf, type Day } from './days.ts';
import { countWorking, isWorking } from './working-days.ts';

/**
 * How a clock uses up time: one stretch a day, of one nominal length. In office time a stretch is a working day from
 * opening to closing; in calendar time it is every day, from the closing of the day before to its own.
 */
export interface Stretches {
  readonly lengthMs: number;
  readonly opens: (day: Day) => Instant;
  readonly closes: (day: Day) => Instant;
  readonly counts: (day: Day) => boolean;
  /** Counting days from `first` to `last`, both included. */
  readonly countBetween: (first: Day, last: Day) => number;
  /** The day whose stretch an instant falls in or, between stretches, comes next to. */
  readonly dayAt: (at: Instant) => Day;
}

/**
 * Office time of a calendar.
 * @throws RangeError when the office closes before it opens.
 */
export function officeStretches(calendar: WorkingCalendar): Stretches {
  const { days, office } = calendar;
  const [opens, closes] = [minuteOf(office.dayOpens), minuteOf(office.dayCloses)];
  const lengthMs = lengthOf(days, opens, closes);
  if (lengthMs <= 0) throw new RangeError(`calendar ${calendar.id}: the office closes before it opens`);
  return {
    lengthMs,
    opens: (day) => instantOf(days, day, opens),
    closes: (day) => instantOf(days, day, closes),
    counts: (day) => isWorking(calendar, day),
    countBetween: (first, last) => countWorking(calendar, first, last),
    dayAt: (at) => dayOf(days, at),
  };
}

/** Every day as a whole day that ends when the office closes. */
export function calendarStretches(calendar: WorkingCalendar): Stretches {
  const { days, office } = calendar;
  const closes = (day: Day): Instant => instantOf(days, day, minuteOf(office.dayCloses));
  return {
    lengthMs: lengthOf(days, 0, 1440),
    opens: (day) => closes(day - 1),
    closes,
    counts: () => true,
    countBetween: (first, last) => Math.max(0, last - first + 1),
    dayAt: (at) => {
      const day = dayOf(days, at);
      return at < closes(day) ? day : day + 1;
    },
  };
}

/** Time used of a day's stretch at an instant: a stretch is whole at its close even when a clock change cut it short. */
function within(stretches: Stretches, day: Day, at: Instant): number {
  if (!stretches.counts(day) || at <= stretches.opens(day)) return 0;
  if (at >= stretches.closes(day)) return stretches.lengthMs;
  return Math.min(at - stretches.opens(day), stretches.lengthMs);
}

/** Time used between two instants; 0 when the second does not come later. */
export function elapsed(stretches: Stretches, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const [first, last] = [stretches.dayAt(from), stretches.dayAt(to)];
  const whole = stretches.countBetween(first, last - 1) * stretches.lengthMs;
  return whole + within(stretches, last, to) - within(stretches, first, from);
}

function pointIn(stretches: Stretches, day: Day, used: number): Instant {
  return used === stretches.lengthMs ? stretches.closes(day) : Math.min(stretches.opens(day) + used, stretches.closes(day));
}

/** The earliest instant from `from` on at which `ms` more are used. */
export function advance(stretches: Stretches, from: Instant, ms: number): Instant {
  if (ms === 0) return from;
  let day = stretches.dayAt(from);
  let left = ms + within(stretches, day, from);
  for (; ; day += 1) {
    if (!stretches.counts(day)) continue;
    if (left <= stretches.lengthMs) return pointIn(stretches, day, left);
    left -= stretches.lengthMs;
  }
}

/** The earliest instant from which `ms`, one at least, are used until `to`. */
export function retreat(stretches: Stretches, to: Instant, ms: number): Instant {
  let day = stretches.dayAt(to);
  let left = ms - within(stretches, day, to);
  while (left >= 0) {
    do day -= 1;
    while (!stretches.counts(day));
    left -= stretches.lengthMs;
  }
  return pointIn(stretches, day, -left);
}
