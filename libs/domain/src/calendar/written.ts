import type { Instant, IsoDate, Language } from '../time.ts';

const viWeekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const enWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const enMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface CivilDate {
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

interface Civil extends CivilDate {
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a zone that is not in the IANA list. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

function civilOf(at: Instant, zone: string): Civil {
  // en-GB writes 04/09/2026, 17:00
  const written = formatOf(zone).format(at);
  const day = Number(written.slice(0, 2));
  const month = Number(written.slice(3, 5));
  const year = Number(written.slice(6, 10));
  return { time: written.slice(12, 17), weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), day, month, year };
}

/** Null for what is no date of the calendar on the wall, such as the day numbers of a calendar of fixed days. */
function wallDateOf(on: IsoDate): CivilDate | null {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(on) ?? []).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return day > 0 && at.toISOString().startsWith(on) ? { day, month, year, weekday: at.getUTCDay() } : null;
}

/** Whether the text is a date of the calendar on the wall, `YYYY-MM-DD`. */
export function isDate(on: string): boolean {
  return wallDateOf(on) !== null;
}

/** Days below 10 and months 1 and 2 get a leading zero, as decree 30/2020/NĐ-CP writes dates. */
function dateInWords({ day, month, year }: CivilDate, language: Language): string {
  if (language === 'en') return `${day} ${enMonths[month - 1] ?? ''} ${year}`;
  return `${String(day).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
}

function dayInWords(civil: CivilDate, language: Language): string {
  const weekday = (language === 'en' ? enWeekdays : viWeekdays)[civil.weekday] ?? '';
  return `${weekday} ${dateInWords(civil, language)}`;
}

/** An instant as people write it: `17:00 thứ Sáu 04/9/2026`, `17:00 on Friday 4 September 2026`. */
export function written(at: Instant, zone: string, language: Language): string {
  const civil = civilOf(at, zone);
  return `${civil.time}${language === 'en' ? ' on' : ''} ${dayInWords(civil, language)}`;
}

/** A civil date as people write it: `04/9/2026`, `4 September 2026`. What is no civil date stays as it is. */
export function writtenDate(on: IsoDate, language: Language): string {
  const civil = wallDateOf(on);
  return civil ? dateInWords(civil, language) : on;
}

/** The same with its weekday: `thứ Sáu 04/9/2026`, `Friday 4 September 2026`. */
export function writtenDay(on: IsoDate, language: Language): string {
  const civil = wallDateOf(on);
  return civil ? dayInWords(civil, language) : on;
}

/** Where `now` lies from a due instant: before its day, on its day, or past it. */
export type Phase = 'before' | 'today' | 'late';

export function phaseOf(dueAt: Instant, now: Instant, zone: string): Phase {
  if (now > dueAt) return 'late';
  const due = civilOf(dueAt, zone);
  const today = civilOf(now, zone);
  return due.day === today.day && due.month === today.month && due.year === today.year ? 'today' : 'before';
}

/** The date on which an instant falls in a zone. */
export function dateIn(at: Instant, zone: string): IsoDate {
  const { year, month, day } = civilOf(at, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
