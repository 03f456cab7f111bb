import type { WorkingCalendar } from '../calendar/calendar.types.ts';
import { dateOf, endOfDate } from '../calendar/days.ts';
import type { Instant, IsoDate } from '../time.ts';

/** A council's agenda holds at most so many lines: one page, one press. */
export const MOST_LINES = 2_000;

/** Why a line was not voted on: it waits for another session, unless the nomination has ended. */
export type SetAside = 'held' | 'not-arrived' | 'ended' | 'no-quorum' | 'adjourned';

/** Where a line's nomination stands when the ballot opens or is counted. */
export interface LineStanding {
  readonly ended: boolean;
  readonly held: boolean;
  /** It stands at the session stage of this council. */
  readonly waits: boolean;
}

/** Why a line cannot be voted on as its nomination stands, or null. */
export function setAsideBecause({ ended, held, waits }: LineStanding): SetAside | null {
  if (ended) return 'ended';
  if (!waits) return 'not-arrived';
  return held ? 'held' : null;
}

/** The first day on which a council may meet, and the instant at which it begins. */
export interface LawfulDay {
  readonly on: IsoDate;
  readonly at: Instant;
}

/**
 * When a council may meet at the earliest over a nomination whose public notice ends at `noticeEndsAt`: on the day after
 * the notice's last one, for the notice must have fully elapsed before the session.
 */
export function firstLawfulDay(calendar: WorkingCalendar, noticeEndsAt: Instant): LawfulDay {
  const at = endOfDate(calendar, dateOf(calendar, noticeEndsAt - 1));
  return { on: dateOf(calendar, at), at };
}

/** Reminders of a ballot: half way, and when a tenth of its time is left. */
export function ballotReminders(opensAt: Instant, closesAt: Instant): readonly Instant[] {
  const window = closesAt - opensAt;
  return [opensAt + Math.floor(window / 2), closesAt - Math.floor(window / 10)];
}
