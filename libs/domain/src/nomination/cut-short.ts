import type { WaitPlan } from '../calendar/calendar.types.ts';
import type { Instant } from '../time.ts';

/** The plan of a wait that ends at `closing` at the latest. */
export function cutShort(plan: WaitPlan, closing: Instant): WaitPlan {
  if (plan.closesAt <= closing) return plan;
  const escalateAt = plan.escalateAt !== null && plan.escalateAt <= closing ? plan.escalateAt : null;
  const reminders = plan.reminders.filter(({ at }) => at <= closing);
  return { ...plan, dueAt: Math.min(plan.dueAt, closing), closesAt: closing, reminders, escalateAt };
}
