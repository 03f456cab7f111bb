import type { Instant, IsoDate, Language, RuleSet } from '@laurel/domain';

/** Where dates are read when the calendar names no zone. */
const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/** The zone in which people of the programme read clocks. */
export function zoneOf(rules: RuleSet): string {
  return rules.calendar.days.kind === 'civil' ? rules.calendar.days.zone : DEFAULT_ZONE;
}

/** An instant in words: `17:00 thứ Sáu, ngày 27/11/2026` or `17:00 on Friday, 27 November 2026`. */
export function instantInWords(at: Instant, language: Language, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  if (language === 'en') {
    const day = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(at);
    return `${time} on ${day}`;
  }
  const weekday = new Intl.DateTimeFormat('vi', { timeZone: zone, weekday: 'long' }).format(at);
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' }).format(at);
  return `${time} ${weekday.charAt(0).toLowerCase()}${weekday.slice(1)}, ngày ${day}`;
}

/** A civil date as people of the language write it. */
export function dateInWords(date: IsoDate, language: Language): string {
  if (language === 'vi') return date.split('-').reverse().join('/');
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
