import { describe, expect, test } from '@jest/globals';
import { dateIn, isDate, phaseOf, written, writtenDate, writtenDay } from './written.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('written', () => {
  test.each([
    ['2026-09-04T10:00:00Z', '17:00 thứ Sáu 04/9/2026', '17:00 on Friday 4 September 2026'],
    ['2026-02-01T17:30:00Z', '00:30 thứ Hai 02/02/2026', '00:30 on Monday 2 February 2026'],
    ['2026-11-22T03:05:00Z', '10:05 Chủ nhật 22/11/2026', '10:05 on Sunday 22 November 2026'],
  ])('writes %s as people in Việt Nam do', (instant, vi, en) => {
    expect(written(Date.parse(instant), zone, 'vi')).toBe(vi);
    expect(written(Date.parse(instant), zone, 'en')).toBe(en);
  });

  test('refuses a zone that does not exist', () => {
    expect(() => written(0, 'Asia/Nowhere', 'vi')).toThrow(RangeError);
  });
});

describe('writtenDate', () => {
  test.each([
    ['2026-02-05', '05/02/2026', '5 February 2026'],
    ['2026-03-05', '05/3/2026', '5 March 2026'],
    ['2026-04-10', '10/4/2026', '10 April 2026'],
    ['2026-05-19', '19/5/2026', '19 May 2026'],
    ['2026-06-01', '01/6/2026', '1 June 2026'],
    ['2026-07-27', '27/7/2026', '27 July 2026'],
    ['2026-08-19', '19/8/2026', '19 August 2026'],
    ['2026-09-02', '02/9/2026', '2 September 2026'],
    ['2026-10-10', '10/10/2026', '10 October 2026'],
    ['2026-11-20', '20/11/2026', '20 November 2026'],
    ['2026-12-31', '31/12/2026', '31 December 2026'],
    ['2027-01-01', '01/01/2027', '1 January 2027'],
  ])('writes %s as each language does', (on, vi, en) => {
    expect([writtenDate(on, 'vi'), writtenDate(on, 'en')]).toEqual([vi, en]);
  });
});

describe('writtenDay', () => {
  test.each([
    ['2026-08-31', 'thứ Hai 31/8/2026', 'Monday 31 August 2026'],
    ['2026-09-01', 'thứ Ba 01/9/2026', 'Tuesday 1 September 2026'],
    ['2026-09-02', 'thứ Tư 02/9/2026', 'Wednesday 2 September 2026'],
    ['2026-09-03', 'thứ Năm 03/9/2026', 'Thursday 3 September 2026'],
    ['2026-09-04', 'thứ Sáu 04/9/2026', 'Friday 4 September 2026'],
    ['2026-09-05', 'thứ Bảy 05/9/2026', 'Saturday 5 September 2026'],
    ['2026-09-06', 'Chủ nhật 06/9/2026', 'Sunday 6 September 2026'],
  ])('names the weekday of %s too', (on, vi, en) => {
    expect([writtenDay(on, 'vi'), writtenDay(on, 'en')]).toEqual([vi, en]);
  });

  test('leaves the day number of a calendar without civil dates as it is', () => {
    expect([writtenDay('445111', 'vi'), writtenDate('445111', 'en')]).toEqual(['445111', '445111']);
  });
});

describe('isDate', () => {
  test.each([
    ['2025-02-29', false],
    ['2024-02-29', true],
    ['04/9/2025', false],
    ['2025-13-01', false],
    ['2025-09-00', false],
    ['2025-09-04T10:00:00.000Z', false],
    ['2025-09-04T', false],
    ['445111', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});

describe('dateIn', () => {
  test.each([
    ['2026-02-04T16:59:59Z', '2026-02-04'],
    ['2026-02-04T17:00:00Z', '2026-02-05'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
  ])('at %s it is %s in Việt Nam', (instant, on) => {
    expect(dateIn(Date.parse(instant), zone)).toBe(on);
  });
});

describe('phaseOf', () => {
  const due = Date.parse('2026-09-04T10:00:00Z');

  test.each([
    ['2026-08-04T10:00:00Z', 'before'],
    ['2025-09-04T10:00:00Z', 'before'],
    ['2026-09-03T16:59:00Z', 'before'],
    ['2026-09-03T17:00:00Z', 'today'],
    ['2026-09-04T10:00:00Z', 'today'],
    ['2026-09-04T10:00:01Z', 'late'],
  ])('at %s it is %s', (now, phase) => {
    expect(phaseOf(due, Date.parse(now), zone)).toBe(phase);
  });
});
