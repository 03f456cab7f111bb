import {
  writtenDate as dateInWords,
  writtenDay as dayInWords,
  type Instant,
  type IsoDate,
  type Text,
  type WallTime,
  type WorkingCalendar,
} from '@laurel/domain';
import { both, text } from './text.ts';

/** `04/9/2025`, `4 September 2025`; day numbers of a calendar without civil dates stay as they are. */
export const writtenDate = (on: IsoDate): Text => both((language) => dateInWords(on, language));

/** `thứ Năm 04/9/2025`, `Thursday 4 September 2025` */
export const writtenDay = (on: IsoDate): Text => both((language) => dayInWords(on, language));

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
