import { describe, expect, test } from '@jest/globals';
import type { NominationMailContent } from '@laurel/contracts';
import { calendarOf } from './calendar.ts';
import { sampleMails } from './samples.ts';

/** The calendar entry that a sample mail brings, its deadline moved so many times; null without one. */
function entryOf(name: string, change: Partial<NominationMailContent> = {}): string | null {
  const sample = sampleMails().find((one) => one.name === name);
  if (sample?.mail.content.about !== 'nomination') throw new Error(`No sample ${name} about a nomination`);
  return calendarOf(sample.mail, { ...sample.mail.content, ...change }, sample.now);
}

const line = (entry: string | null, name: string): string | undefined =>
  entry
    ?.replaceAll('\r\n ', '')
    .split('\r\n')
    .find((one) => one.startsWith(`${name}:`));

describe('a deadline as iCalendar', () => {
  test('comes with the mail that asks, and moves under the same UID with a risen SEQUENCE when more time is given', () => {
    const asked = entryOf('assignment-review.vi');
    const moved = entryOf('notice-more-time.vi');
    expect(line(asked, 'SEQUENCE')).toBe('SEQUENCE:0');
    expect(line(moved, 'SEQUENCE')).toBe('SEQUENCE:7');
    expect(line(moved, 'UID')).toBe(line(asked, 'UID'));
    expect(line(moved, 'DTEND')).not.toBe(line(asked, 'DTEND'));
  });

  test('comes with a reminder only where it has moved, and never with a public notice or without a date', () => {
    expect(entryOf('reminder-late.vi')).toBeNull();
    expect(entryOf('reminder-late.vi', { deadlineSequence: 3 })).toContain('SEQUENCE:3');
    expect(entryOf('notice.vi')).toBeNull();
    expect(entryOf('notice-more-time.vi', { dueAt: null })).toBeNull();
  });
});
