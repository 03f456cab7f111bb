import type { Instant } from '../time.ts';
import type { ClockRule, ClockState, WorkingCalendar } from './calendar.types.ts';
import { dayOf, dayOfDate, instantOf, MINUTE_MS, type Day } from './days.ts';
import { advance, calendarStretches, elapsed, officeStretches, retreat, type Stretches } from './stretches.ts';
import { shiftDay } from './working-days.ts';

type LengthRule = Exclude<ClockRule, { readonly mode: 'fixed-date' }>;

function stretchesOf(calendar: WorkingCalendar, rule: LengthRule): Stretches {
  return rule.mode === 'working-days' ? officeStretches(calendar) : calendarStretches(calendar);
}

/** From when time is credited: the opening of the start day, or of the next counting day after it. */
function creditedFrom(calendar: WorkingCalendar, rule: LengthRule, startedAt: Instant): Instant {
  const stretches = stretchesOf(calendar, rule);
  let day = dayOf(calendar.days, startedAt) + (rule.countStartDay ? 0 : 1);
  while (!stretches.counts(day)) day += 1;
  return stretches.opens(day);
}

/** Instant from which a run uses time: never before the rule credits any. */
function runFrom(calendar: WorkingCalendar, rule: ClockRule, startedAt: Instant, at: Instant): Instant {
  return rule.mode === 'fixed-date' ? at : Math.max(at, creditedFrom(calendar, rule, startedAt));
}

/**
 * A running clock. `runningSince` is the instant from which time is credited, which may lie before `at` (the start day
 * counts) or after it (it does not).
 */
export function startClock(calendar: WorkingCalendar, rule: ClockRule, at: Instant): ClockState {
  const runningSince = rule.mode === 'fixed-date' ? at : creditedFrom(calendar, rule, at);
  return { startedAt: at, runningSince, usedMs: 0, pauses: [], extendedBy: 0 };
}

/** Time used up to an instant: whole minutes on civil calendars, exact milliseconds on fixed days; 0 for a fixed date. */
export function usedMsAt(calendar: WorkingCalendar, rule: ClockRule, clock: ClockState, at: Instant): number {
  if (rule.mode === 'fixed-date' || clock.runningSince === null) return clock.usedMs;
  const run = elapsed(stretchesOf(calendar, rule), clock.runningSince, at);
  return clock.usedMs + (calendar.days.kind === 'civil' ? Math.floor(run / MINUTE_MS) * MINUTE_MS : run);
}

/** Adds `cause` to the pauses; a clock paused by several causes runs again when the last one is lifted. */
export function pauseClock(calendar: WorkingCalendar, rule: ClockRule, clock: ClockState, cause: string, at: Instant): ClockState {
  if (clock.pauses.includes(cause)) return clock;
  const usedMs = usedMsAt(calendar, rule, clock, at);
  return { ...clock, usedMs, runningSince: null, pauses: [...clock.pauses, cause] };
}

/** Lifts one cause; lifting a cause that does not pause the clock changes nothing. */
export function resumeClock(calendar: WorkingCalendar, rule: ClockRule, clock: ClockState, cause: string, at: Instant): ClockState {
  if (!clock.pauses.includes(cause)) return clock;
  const pauses = clock.pauses.filter((other) => other !== cause);
  const runningSince = pauses.length > 0 ? null : runFrom(calendar, rule, clock.startedAt, at);
  return { ...clock, pauses, runningSince };
}

/**
 * Grants working days on top of the rule.
 * @throws RangeError when `workingDays` is not a whole number of at least 1.
 */
export function extendClock(clock: ClockState, workingDays: number): ClockState {
  if (!Number.isInteger(workingDays) || workingDays < 1)
    throw new RangeError(`an extension of ${workingDays} days: write a whole number of at least 1`);
  return { ...clock, extendedBy: clock.extendedBy + workingDays };
}

/** The due instant and the day it belongs to. */
export interface Due {
  readonly at: Instant;
  readonly day: Day;
}

/** When a clock that runs since `runningSince` is used up. */
export function dueOf(calendar: WorkingCalendar, rule: ClockRule, clock: ClockState, runningSince: Instant): Due {
  if (rule.mode === 'fixed-date') return extendedDue(calendar, clock, closingOf(calendar, dayOfDate(calendar.days, rule.on)));
  const stretches = stretchesOf(calendar, rule);
  const days = rule.days + (rule.mode === 'working-days' ? clock.extendedBy : 0);
  const left = days * stretches.lengthMs - clock.usedMs;
  // Time overrun before a pause stays overrun: the due instant moves along with the pause, not to its end.
  const at = left >= 0 ? advance(stretches, runningSince, left) : retreat(stretches, runningSince, -left);
  const due = { at, day: dueDayOf(calendar, at) };
  return rule.mode === 'working-days' ? due : extendedDue(calendar, clock, due);
}

function closingOf(calendar: WorkingCalendar, day: Day): Due {
  return { at: officeStretches(calendar).closes(day), day };
}

/** An office that closes at 24:00 closes at the first instant of the next day: the due day is the one it closed on. */
function dueDayOf(calendar: WorkingCalendar, at: Instant): Day {
  const day = dayOf(calendar.days, at);
  return officeStretches(calendar).closes(day - 1) === at ? day - 1 : day;
}

function extendedDue(calendar: WorkingCalendar, clock: ClockState, due: Due): Due {
  if (clock.extendedBy === 0) return due;
  const day = shiftDay(calendar, due.day, clock.extendedBy);
  if (due.at === officeStretches(calendar).closes(due.day)) return closingOf(calendar, day);
  const sinceMidnight = due.at - instantOf(calendar.days, due.day, 0);
  return { at: instantOf(calendar.days, day, 0) + sinceMidnight, day };
}
