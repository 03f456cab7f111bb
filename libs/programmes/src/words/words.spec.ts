import { describe, expect, it } from '@jest/globals';
import { momentOf, writtenDate, writtenDay, writtenMoment } from './dates.ts';
import { PostNames, superiorsOf } from './posts.ts';
import { shipped } from './shipped.fixture.ts';
import { listed, plain } from './text.ts';
import { clockWords, closeWords, escalationWords, reminderWords, timesMore, timeoutWords } from './waits.ts';

const wait = { clock: { mode: 'working-days', days: 5, countStartDay: true }, remindAt: [], escalateAfter: null, closesAfter: 0 } as const;

describe('dates', () => {
  it('are written as decree 30/2020/NĐ-CP writes them', () => {
    expect([writtenDate('2025-09-04').vi, writtenDate('2026-02-11').vi, writtenDate('2026-12-31').vi]).toEqual([
      '04/9/2025',
      '11/02/2026',
      '31/12/2026',
    ]);
    expect(writtenDay('2025-09-04')).toEqual({ vi: 'thứ Năm 04/9/2025', en: 'Thursday 4 September 2025' });
  });

  it('leave a day number as it is', () => {
    expect(writtenDay('445111')).toEqual({ vi: '445111', en: '445111' });
  });

  it('show an instant on the wall of the office, with seconds on days that last seconds', async () => {
    const { rules } = await shipped();
    const { rules: rehearsal } = await shipped('dien-tap');
    const at = Date.parse('2026-05-06T10:00:00Z');
    expect(momentOf(rules.calendar, at)).toEqual({ on: '2026-05-06', time: '17:00', at: '2026-05-06T10:00:00.000Z' });
    expect(writtenMoment(momentOf(rules.calendar, at)).en).toBe('17:00 on Wednesday 6 May 2026');
    expect(momentOf(rehearsal.calendar, at).time).toBe('10:00:00');
  });
});

describe('waits in words', () => {
  it('tell each kind of clock', () => {
    expect(clockWords(wait.clock).vi).toBe('5 ngày làm việc, tính cả ngày nhận');
    expect(clockWords({ mode: 'calendar-days', days: 1, countStartDay: false }).en).toBe('1 calendar day, the day of arrival not counted');
    expect(clockWords({ mode: 'fixed-date', on: '2026-11-30' }).vi).toBe('đến hết giờ làm việc ngày 30/11/2026');
  });

  it('tell reminders, escalation and the close', () => {
    expect([reminderWords([]).vi, reminderWords([-1, 2, 4]).en]).toEqual([
      'không nhắc',
      '1 working day before the due day; 2 and 4 working days after the due day',
    ]);
    expect([escalationWords(null, null).en, escalationWords(0, plain('A')).vi, escalationWords(2, null).en]).toEqual([
      'never',
      'ngay ngày đến hạn: A',
      '2 working days after the due day: nobody stands above',
    ]);
    expect([0, 1, 2, 3, 4, 11, 12, 21].map((closesAfter) => closeWords({ ...wait, closesAfter }).en.match(/\d+\w\w/)?.[0])).toEqual([
      undefined,
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '21st',
    ]);
    expect(closeWords({ ...wait, closesAfter: 1 }).vi).toBe('hết ngày làm việc thứ nhất sau hạn');
  });

  it('tell what silence does', () => {
    expect(timeoutWords({ kind: 'hand-over', to: 'superior' }, null).en).toContain('the same person again');
    expect(timeoutWords({ kind: 'hand-over', to: 'substitute' }, plain('A')).vi).toBe(
      'chuyển việc cho người thay thế (không có thì A), thời hạn tính lại từ đầu',
    );
    expect(timeoutWords({ kind: 'escalate-again', times: 1, everyWorkingDays: 1, then: 'lapse' }, null).en).toBe(
      'it is pressed once more, every working day; then the nomination lapses and is considered no more',
    );
    expect(timesMore(3)).toBe('3 times more');
  });
});

describe('posts', () => {
  it('are named by their titles, and by their keys where nobody titled them', async () => {
    const { people } = await shipped();
    const names = new PostNames(people);
    expect(names.name('district/chairman').vi).toBe('Chủ tịch Ủy ban nhân dân quận');
    expect(names.name('district/nobody').vi).toBe('district/nobody');
    expect(names.shortName('@unit/head').vi).toBe('Chủ tịch Ủy ban nhân dân phường (hoặc người đứng đầu tương đương)');
    expect(names.superior('city/vice-chairman')).toBeNull();
    expect(superiorsOf(names, ['district/chairman', '@unit/head'])?.en).toBe(
      "Head of the city Emulation and Commendation Office and Vice-chairman of the District People's Committee",
    );
  });

  it('are listed with "and" before the last', () => {
    expect([listed([]).en, listed([plain('a')]).en, listed([plain('a'), plain('b'), plain('c')]).vi]).toEqual(['', 'a', 'a, b và c']);
  });
});
