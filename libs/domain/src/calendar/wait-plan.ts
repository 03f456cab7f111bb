import type { Instant } from '../time.ts';
import type { ClockState, PlannedReminder, WaitPlan, WaitRule, WorkingCalendar } from './calendar.types.ts';
import { dueOf, type Due } from './clock.ts';
import { dayOf, instantOf, minuteOf, type Day } from './days.ts';
import { officeStretches } from './stretches.ts';
import { leavesCovered, shiftDay } from './working-days.ts';

/** The next thing that a waiting case does by itself. */
export type Wake =
  | { readonly kind: 'remind'; readonly at: Instant; readonly occurrence: number }
  | { readonly kind: 'escalate'; readonly at: Instant }
  | { readonly kind: 'close'; readonly at: Instant };

/** The day `k` working days from the due day; a due day that nobody works on stands for the working day before it. */
function offsetDay(calendar: WorkingCalendar, due: Due, k: number): Day {
  return shiftDay(calendar, shiftDay(calendar, due.day, 0), k);
}

function mailInstant(calendar: WorkingCalendar, due: Due, k: number): Instant {
  return instantOf(calendar.days, offsetDay(calendar, due, k), minuteOf(calendar.office.mailAt));
}

function remindersOf(calendar: WorkingCalendar, rule: WaitRule, clock: ClockState, due: Due): PlannedReminder[] {
  return rule.remindAt
    .map((k, occurrence) => ({ occurrence, at: mailInstant(calendar, due, k) }))
    .filter((reminder) => reminder.at >= clock.startedAt)
    .sort((a, b) => a.at - b.at);
}

function closesAtOf(calendar: WorkingCalendar, rule: WaitRule, due: Due): Instant {
  if (rule.closesAfter === 0) return due.at;
  return officeStretches(calendar).closes(offsetDay(calendar, due, rule.closesAfter));
}

/**
 * The instants of the wait, or null while the clock is paused. Reminder `i` is `remindAt[i]`, whatever is left out;
 * reminders that would come before the clock's start are left out.
 */
export function planWait(calendar: WorkingCalendar, rule: WaitRule, clock: ClockState): WaitPlan | null {
  if (clock.runningSince === null) return null;
  const due = dueOf(calendar, rule.clock, clock, clock.runningSince);
  const reminders = remindersOf(calendar, rule, clock, due);
  const escalateAt = rule.escalateAfter === null ? null : mailInstant(calendar, due, rule.escalateAfter);
  const closesAt = closesAtOf(calendar, rule, due);
  const latest = Math.max(closesAt, due.at, escalateAt ?? due.at, ...reminders.map(({ at }) => at));
  const days = [dayOf(calendar.days, clock.startedAt), dayOf(calendar.days, latest - 1), due.day];
  const outsideCalendar = leavesCovered(calendar, Math.min(...days), Math.max(...days));
  return { dueAt: due.at, closesAt, reminders, escalateAt, outsideCalendar };
}

/**
 * The earliest of: a reminder that was not sent, the escalation if it has not happened, the close. On the same instant
 * a reminder comes before the escalation, and both before the close. With `after`, reminders planned before that
 * instant are passed over as stale (a wait that was re-planned); the escalation and the close never are.
 */
export function nextWake(plan: WaitPlan, doneReminders: ReadonlySet<number>, escalated: boolean, after?: Instant): Wake {
  const wakes: Wake[] = plan.reminders
    .filter(({ occurrence, at }) => !doneReminders.has(occurrence) && (after === undefined || at >= after))
    .map(({ occurrence, at }) => ({ kind: 'remind', at, occurrence }));
  if (plan.escalateAt !== null && !escalated) wakes.push({ kind: 'escalate', at: plan.escalateAt });
  const close: Wake = { kind: 'close', at: plan.closesAt };
  return [...wakes, close].reduce((earliest, wake) => (wake.at < earliest.at ? wake : earliest));
}
