import {
  addWorkingDays,
  dateOf,
  planWait,
  startClock,
  type Instant,
  type TimeoutPolicy,
  type WaitPlan,
  type WaitRule,
  type WorkingCalendar,
  type WorkingDaysCount,
} from '@laurel/domain';
import { momentOf, type Moment } from '../words/dates.ts';
import type { WaitDates } from './simulation.ts';

/** A wait that began at an instant, and whether it leaves the years that the calendar knows. */
export interface PlannedWait {
  readonly dates: WaitDates;
  readonly dueAt: Instant;
  readonly closesAt: Instant;
  readonly outsideCalendar: boolean;
}

interface Steps {
  readonly steppedOver: WorkingDaysCount['steppedOver'];
  readonly swapDaysWorked: WorkingDaysCount['swapDaysWorked'];
}

const NOTHING: Steps = { steppedOver: [], swapDaysWorked: [] };

/** The dates of a wait that starts at the instant, with no pause, return or extension. */
export function planDates(calendar: WorkingCalendar, rule: WaitRule, timeout: TimeoutPolicy, startsAt: Instant): PlannedWait {
  const closings = [rule, ...pressings(rule, timeout)].map((wait) => planOf(calendar, wait, startsAt));
  const [first, last] = [closings[0], closings.at(-1)];
  if (!first || !last) throw new RangeError('a wait has at least one close');
  const moment = (at: Instant): Moment => momentOf(calendar, at);
  const dates: WaitDates = {
    startsAt: moment(startsAt),
    dueAt: moment(first.dueAt),
    reminders: first.reminders.map(({ at }) => moment(at)),
    escalateAt: first.escalateAt === null ? null : moment(first.escalateAt),
    pressedAt: closings.slice(0, -1).map(({ closesAt }) => moment(closesAt)),
    closesAt: moment(last.closesAt),
    ...stepsOf(calendar, rule, startsAt),
    steppedOverAfterDue: afterDue(calendar, first.dueAt, pressings(rule, timeout).at(-1) ?? rule),
  };
  return { dates, dueAt: first.dueAt, closesAt: last.closesAt, outsideCalendar: last.outsideCalendar };
}

/** Each time that the task is pressed again, its wait closes that much later. */
function pressings(rule: WaitRule, timeout: TimeoutPolicy): readonly WaitRule[] {
  if (timeout.kind !== 'escalate-again') return [];
  return Array.from({ length: timeout.times }, (_, i) => ({ ...rule, closesAfter: rule.closesAfter + (i + 1) * timeout.everyWorkingDays }));
}

function planOf(calendar: WorkingCalendar, rule: WaitRule, startsAt: Instant): WaitPlan {
  const plan = planWait(calendar, rule, startClock(calendar, rule.clock, startsAt));
  if (!plan) throw new RangeError('a clock that was just started runs');
  return plan;
}

/** Only a clock of working days steps over anything. */
function stepsOf(calendar: WorkingCalendar, { clock }: WaitRule, startsAt: Instant): Steps {
  if (clock.mode !== 'working-days') return NOTHING;
  const { steppedOver, swapDaysWorked } = addWorkingDays(calendar, dateOf(calendar, startsAt), clock.days, clock.countStartDay);
  return { steppedOver, swapDaysWorked };
}

function afterDue(calendar: WorkingCalendar, dueAt: Instant, { closesAfter }: WaitRule): Steps['steppedOver'] {
  // The office closes at the due instant; one that closes at 24:00 closes on the day before it.
  return closesAfter === 0 ? [] : addWorkingDays(calendar, dateOf(calendar, dueAt - 1), closesAfter, false).steppedOver;
}
