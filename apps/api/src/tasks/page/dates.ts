import { dateIn, workingDaysBetween, written, type Instant, type Language, type RuleSet } from '@laurel/domain';

/** Where dates are read when the calendar names no zone. */
const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/** The zone in which people of the programme read clocks. */
export function zoneOf(rules: RuleSet): string {
  return rules.calendar.days.kind === 'civil' ? rules.calendar.days.zone : DEFAULT_ZONE;
}

/** An instant in words: `17:00 thứ Sáu 27/11/2026` or `17:00 on Friday 27 November 2026`. */
export function instantInWords(at: Instant, language: Language, zone: string): string {
  return written(at, zone, language);
}

function count(days: number, language: Language): string {
  if (language === 'vi') return `còn ${String(days)} ngày làm việc`;
  return days === 1 ? '1 working day left' : `${String(days)} working days left`;
}

/** How much time is left, as people count it: `còn 3 ngày làm việc`; null past the date, or without a civil calendar. */
export function timeLeft(rules: RuleSet, now: Instant, dueAt: Instant, language: Language): string | null {
  const { calendar } = rules;
  if (calendar.days.kind !== 'civil' || now > dueAt) return null;
  const [today, due] = [dateIn(now, calendar.days.zone), dateIn(dueAt, calendar.days.zone)];
  if (today === due) return language === 'vi' ? 'hạn là hôm nay' : 'due today';
  const days = workingDaysBetween(calendar, today, due, false);
  return days > 0 ? count(days, language) : null;
}
