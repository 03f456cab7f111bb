import type { Language } from '../api/types.ts';

/** The councils' zone; instants are written in it wherever the browser stands. */
const ZONE = 'Asia/Ho_Chi_Minh';
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

function wallOf(instant: string): Wall {
  const part = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(part.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    time: `${part.get('hour') ?? ''}:${part.get('minute') ?? ''}`,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `04/09/2026` */
export function dateOf(instant: string): string {
  const { year, month, day } = wallOf(instant);
  return `${two(day)}/${two(month)}/${String(year)}`;
}

/** `17:00 04/09/2026` */
export function momentOf(instant: string): string {
  return `${wallOf(instant).time} ${dateOf(instant)}`;
}

/** `17:00 thứ Sáu 04/9/2026`, as official papers write it, for what somebody has to remember. */
export function momentInWords(instant: string, language: Language): string {
  const { year, month, day, time } = wallOf(instant);
  const weekday = WEEKDAYS[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  // A zero stands before days below 10 and before January and February only: Decree 30/2020/NĐ-CP.
  return `${time} ${weekday} ${two(day)}/${month < 3 ? two(month) : String(month)}/${String(year)}`;
}

/** What a clock on the wall of {@link ZONE} shows, as `2026-09-04T17:00`, for fields where a time is chosen. */
export function wallOfInstant(instant: string): string {
  const { year, month, day, time } = wallOf(instant);
  return `${String(year)}-${two(month)}-${two(day)}T${time}`;
}

/** The instant at which that clock shows it; the zone has known no other offset for fifty years. */
export function instantOfWall(wall: string): string {
  return new Date(`${wall}:00+07:00`).toISOString();
}

/** `4/9` of a civil date `2026-09-04`. */
export function shortDay(date: string): string {
  const [, month = '', day = ''] = date.split('-');
  return `${String(Number(day))}/${String(Number(month))}`;
}

/** `04/09/2026` of a civil date `2026-09-04`. */
export function civilDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

const MINUTE = 60_000;
const STEPS = [
  { ms: 24 * 60 * MINUTE, vi: 'ngày', en: 'd' },
  { ms: 60 * MINUTE, vi: 'giờ', en: 'h' },
  { ms: MINUTE, vi: 'phút', en: 'min' },
] as const;

/** How long ago in the largest unit that fits: `3 ngày`, `3 d`. */
export function ageOf(instant: string, now: number, language: Language): string {
  const ms = Math.max(now - Date.parse(instant), 0);
  const step = STEPS.find((candidate) => ms >= candidate.ms);
  if (!step) return language === 'vi' ? 'vừa xong' : 'just now';
  return `${String(Math.floor(ms / step.ms))} ${step[language]}`;
}

/** `12.345` in Vietnamese, `12,345` in English. */
export function countOf(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
}
