import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlin, rehearsal, vietNam } from './calendars.fixture.ts';
import { civilDateOf, dateOf, endOfDate, instantAt, minuteOf, weekdayOf, civilDayOf } from './days.ts';

const utc = (written: string): number => Date.parse(written);

describe('days of a civil zone', () => {
  it('turns instants into dates of the zone', () => {
    expect(dateOf(vietNam(), utc('2025-08-20T16:59:59.999Z'))).toBe('2025-08-20');
    expect(dateOf(vietNam(), utc('2025-08-20T17:00:00Z'))).toBe('2025-08-21');
    expect(civilDateOf('Asia/Ho_Chi_Minh', utc('2024-12-31T17:00:00Z'))).toBe('2025-01-01');
  });

  it('ends a date where the next one begins', () => {
    expect(endOfDate(vietNam(), '2024-02-29')).toBe(utc('2024-02-29T17:00:00Z'));
    expect(endOfDate(vietNam(), '2025-12-31')).toBe(instantAt(vietNam(), '2026-01-01', '00:00'));
  });

  it('moves a wall time that the spring change skips to the first instant after the gap', () => {
    expect(instantAt(berlin(), '2025-03-30', '02:00')).toBe(utc('2025-03-30T01:00:00Z'));
    expect(instantAt(berlin(), '2025-03-30', '02:45')).toBe(utc('2025-03-30T01:00:00Z'));
    expect(instantAt(berlin(), '2025-03-30', '03:00')).toBe(utc('2025-03-30T01:00:00Z'));
  });

  it('takes the later of two instants when the autumn change repeats a wall time', () => {
    expect(instantAt(berlin(), '2025-10-26', '02:30')).toBe(utc('2025-10-26T01:30:00Z'));
    expect(instantAt(berlin(), '2025-10-26', '03:00')).toBe(utc('2025-10-26T02:00:00Z'));
  });

  it('knows a day of 23 and a day of 25 hours', () => {
    const length = (on: string): number => (endOfDate(berlin(), on) - instantAt(berlin(), on, '00:00')) / 3_600_000;
    expect([length('2025-03-30'), length('2025-03-31'), length('2025-10-26')]).toEqual([23, 24, 25]);
  });

  it('finds the end of a date that a zone skipped altogether', () => {
    const apia = { ...berlin(), days: { kind: 'civil', zone: 'Pacific/Apia' } as const };
    expect(endOfDate(apia, '2011-12-29')).toBe(endOfDate(apia, '2011-12-30'));
  });

  it('gives back the date and the time it was asked for, in any zone, unless a change hides it', () => {
    const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe');
    const noon = fc.integer({ min: 0, max: 30_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(zones, noon, (zone, on) => {
        const calendar = { ...berlin(), days: { kind: 'civil', zone } as const };
        expect(dateOf(calendar, instantAt(calendar, on, '12:00'))).toBe(on);
        expect(dateOf(calendar, endOfDate(calendar, on) - 1)).toBe(on);
      }),
    );
  });

  it('tells the last minute of a day, its end and the first minutes of the next apart', () => {
    const start = utc('2025-03-02T17:00:00Z');
    const at = (on: string, time: string): number => (instantAt(vietNam(), on, time) - start) / 60_000;
    expect([at('2025-03-03', '23:59'), at('2025-03-03', '24:00'), at('2025-03-04', '00:00'), at('2025-03-04', '00:01')]).toEqual([
      1439, 1440, 1440, 1441,
    ]);
  });

  it('knows weekdays before and after 1970', () => {
    expect(['1969-12-31', '1970-01-01', '2024-02-29', '2026-02-17'].map((on) => weekdayOf(civilDayOf(on)))).toEqual([3, 4, 4, 2]);
  });

  it('refuses what is no date and no time of day', () => {
    for (const wrong of ['2025-02-29', '2025-13-01', '20250101', '']) expect(() => civilDayOf(wrong)).toThrow('write YYYY-MM-DD');
    for (const wrong of ['24:01', '8:00', '08:60', '08:000', '108:00', '']) expect(() => minuteOf(wrong)).toThrow('write HH:MM');
  });
});

describe('fixed days', () => {
  it('cuts time into days of the given length from the epoch on', () => {
    expect([dateOf(rehearsal(), 3999), dateOf(rehearsal(), 4000), dateOf(rehearsal(), -1)]).toEqual(['0', '1', '-1']);
    expect(endOfDate(rehearsal(), '7')).toBe(32_000);
  });

  it('scales the office hours to the length of the day', () => {
    expect(instantAt(rehearsal(), '10', '06:00')).toBe(41_000);
    expect(instantAt(rehearsal(), '10', '18:00')).toBe(43_000);
  });

  it('takes a civil date as the day that contains its midnight in UTC', () => {
    expect(instantAt(rehearsal(), '1970-01-02', '00:00')).toBe(86_400_000);
  });
});
