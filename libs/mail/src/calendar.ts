import type { ClaimedMail, NominationMailContent } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { clean } from './clean.ts';

/** The entry ends at the deadline and is this long, so that a day's view shows it. */
const ENTRY_MS = 30 * 60_000;

const SUMMARY = {
  vi: (programme: string, nominee: string) => `Hạn trả lời: ${nominee} (${programme})`,
  en: (programme: string, nominee: string) => `Answer due: ${nominee} (${programme})`,
} as const;

/** Whether the mail brings a deadline for somebody's calendar: the first time, when it has moved, and a reminder after that. */
function bringsDeadline(kind: ClaimedMail['kind'], sequence: number): boolean {
  return kind === 'assignment' || ((kind === 'notice' || kind === 'reminder') && sequence > 0);
}

/**
 * The deadline of a mail's task as iCalendar (RFC 5545), or null. The UID stays the task's and the sequence rises when
 * the deadline moves, so that calendars move their entry. The link stays in the mail: calendars are shared.
 */
export function calendarOf(mail: ClaimedMail, content: NominationMailContent, now: Instant): string | null {
  const { taskId, language, kind, messageId } = mail;
  const { dueAt, deadlineSequence: sequence = 0 } = content;
  if (taskId === null || dueAt === null || !bringsDeadline(kind, sequence)) return null;
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Laurel', product: 'Laurel', language: language.toUpperCase() },
  });
  calendar.createEvent({
    id: `${taskId}@${messageId.slice(messageId.indexOf('@') + 1, -1)}`,
    sequence,
    stamp: new Date(now),
    start: new Date(dueAt - ENTRY_MS),
    end: new Date(dueAt),
    summary: SUMMARY[language](clean(content.programme[language], 60), clean(content.nominee, 80)),
    description: clean(content.achievement, 300),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return calendar.toString();
}
