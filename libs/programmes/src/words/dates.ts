import type { Instant, IsoDate, Text, WallTime, WorkingCalendar } from '@laurel/domain';
import { plain, text } from './text.ts';

const VI_WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const EN_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const EN_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Civil {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly weekday: number;
}

function civilOf(on: IsoDate): Civil | null {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(on) ?? []).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return day > 0 && at.toISOString().startsWith(on) ? { day, month, year, weekday: at.getUTCDay() } : null;
}

/** Whether the text is a date of the calendar on the wall, `YYYY-MM-DD`. */
export function isDate(on: string): boolean {
  return civilOf(on) !== null;
}

/**
 * `04/9/2025`, as decree 30/2020/NĐ-CP writes dates (days below 10 and months 1 and 2 get a zero); `4 September 2025`.
 * Day numbers of a calendar without civil dates stay as they are.
 */
export function writtenDate(on: IsoDate): Text {
  const civil = civilOf(on);
  if (!civil) return plain(on);
  const { day, month, year } = civil;
  const written = `${String(day).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
  return text(written, `${day} ${EN_MONTHS[month - 1] ?? ''} ${year}`);
}

/** `thứ Năm 04/9/2025`, `Thursday 4 September 2025` */
export function writtenDay(on: IsoDate): Text {
  const civil = civilOf(on);
  const date = writtenDate(on);
  if (!civil) return date;
  return text(`${VI_WEEKDAYS[civil.weekday] ?? ''} ${date.vi}`, `${EN_WEEKDAYS[civil.weekday] ?? ''} ${date.en}`);
}

/** An instant as people meet it; on calendars of fixed days the time is UTC's, with its seconds. */
export interface Moment {
  readonly on: IsoDate;
  /** `HH:MM`, on calendars of fixed days `HH:MM:SS`. */
  readonly time: WallTime;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The instant on the wall of the calendar's office. */
export function momentOf(calendar: WorkingCalendar, at: Instant): Moment {
  const civil = calendar.days.kind === 'civil';
  // sv-SE writes 2026-05-06 17:00:00
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.days.kind === 'civil' ? calendar.days.zone : 'UTC',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return { on: written.slice(0, 10), time: written.slice(11, civil ? 16 : 19), at: new Date(at).toISOString() };
}

/** `17:00 thứ Tư 06/5/2026`, `17:00 on Wednesday 6 May 2026` */
export function writtenMoment({ on, time }: Moment): Text {
  const day = writtenDay(on);
  return text(`${time} ${day.vi}`, `${time} on ${day.en}`);
}
