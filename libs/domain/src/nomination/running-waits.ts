import { nextWake, type Wake } from '../calendar/index.ts';
import type { Instant } from '../time.ts';
import type { CaseFile, CaseTask, OpenWait } from './case-file.ts';

/** A wait with the open tasks that it holds for: the stage's, or one of a seat's own. */
export interface RunningWait {
  readonly own: boolean;
  readonly wait: OpenWait;
  readonly tasks: readonly CaseTask[];
}

/**
 * The waits that move a case by themselves. A stage that asks nobody just now waits by its clock alone; where everybody
 * asked has a deadline of their own, its clock says nothing.
 */
export function runningWaits({ tasks, wait }: CaseFile): readonly RunningWait[] {
  const open = tasks.filter(({ state }) => state === 'open');
  const own = ownWaits(open);
  const shared = open.filter((task) => task.own === null);
  return wait && (shared.length > 0 || open.length === 0) ? [{ own: false, wait, tasks: shared }, ...own] : own;
}

/** Whoever is asked for the same seat has the same time. */
function ownWaits(open: readonly CaseTask[]): readonly RunningWait[] {
  const seats = [...new Set(open.filter(({ own }) => own !== null).map(({ seat }) => seat))];
  return seats.flatMap((asked) => {
    const tasks = open.filter(({ seat, own }) => seat === asked && own !== null);
    const wait = tasks[0]?.own;
    return wait ? [{ own: true, wait, tasks }] : [];
  });
}

/** What a wait does next by itself; null while its clock is paused. */
function wakeOf({ plan, remindersDone, escalated }: OpenWait): Wake | null {
  return plan && nextWake(plan, new Set(remindersDone), escalated);
}

/** What the case does next by itself, and when. */
export function nextWakeOf(file: CaseFile): Wake | null {
  const wakes = runningWaits(file).flatMap(({ wait }) => wakeOf(wait) ?? []);
  return wakes.reduce<Wake | null>((earliest, wake) => (earliest === null || wake.at < earliest.at ? wake : earliest), null);
}

/** The waits whose next step is this one, and whose instant has come. */
export function dueWaits(file: CaseFile, at: Instant, step: Wake['kind']): readonly RunningWait[] {
  if (file.holds.length > 0 || file.endedAt !== null) return [];
  return runningWaits(file).filter(({ wait }) => {
    const wake = wakeOf(wait);
    return wake?.kind === step && wake.at <= at;
  });
}
