import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rehearsal, vietNam } from './calendars.fixture.ts';
import { civilDayOf } from './days.ts';
import { addWorkingDays, isWorkingDay, shiftDay, workingDaysBetween } from './working-days.ts';

const dates = fc.integer({ min: 0, max: 600 }).map((n) => new Date(Date.UTC(2024, 3, 1) + n * 86_400_000).toISOString().slice(0, 10));
const counts = fc.integer({ min: 1, max: 60 });

describe('working days', () => {
  it('ends ten working days from 20/8/2025, start day counted, on 4/9/2025', () => {
    expect(addWorkingDays(vietNam(), '2025-08-20', 10, true).dueOn).toBe('2025-09-04');
  });

  it('ends ten working days from 26/11/2024 on 9/12 counted and on 10/12 not counted', () => {
    expect(addWorkingDays(vietNam(), '2024-11-26', 10, true).dueOn).toBe('2024-12-09');
    expect(addWorkingDays(vietNam(), '2024-11-26', 10, false).dueOn).toBe('2024-12-10');
  });

  it('names every day it steps over, and why', () => {
    const { steppedOver } = addWorkingDays(vietNam(), '2025-08-29', 2, false);
    expect(steppedOver.map(({ on, why }) => `${on} ${why}`)).toEqual([
      '2025-08-30 weekend',
      '2025-08-31 weekend',
      '2025-09-01 holiday',
      '2025-09-02 holiday',
    ]);
    expect(steppedOver[0]?.name).toEqual({ vi: 'Thứ Bảy', en: 'Saturday' });
  });

  it.each([
    ['2025-03-03', 1, 'Thứ Hai', 'Monday'],
    ['2025-03-04', 2, 'Thứ Ba', 'Tuesday'],
    ['2025-03-05', 3, 'Thứ Tư', 'Wednesday'],
    ['2025-03-06', 4, 'Thứ Năm', 'Thursday'],
    ['2025-03-07', 5, 'Thứ Sáu', 'Friday'],
    ['2025-03-08', 6, 'Thứ Bảy', 'Saturday'],
    ['2025-03-09', 7, 'Chủ Nhật', 'Sunday'],
  ])('rests on %s, day %i of the week, as a %s where the week says so', (on, weekday, vi, en) => {
    const calendar = { ...vietNam(), weekend: [weekday] };
    expect(addWorkingDays(calendar, on, 1, true).steppedOver).toEqual([{ on, name: { vi, en }, why: 'weekend' }]);
  });

  it('names a holiday that falls on a rest day as the holiday', () => {
    const [first] = addWorkingDays(vietNam(['2025-03-09']), '2025-03-09', 1, true).steppedOver;
    expect(first).toEqual({ on: '2025-03-09', name: { vi: 'Nghỉ lễ', en: 'Nghỉ lễ' }, why: 'holiday' });
  });

  it('between two dates are none where the second comes first', () => {
    expect(workingDaysBetween(vietNam(), '2025-03-07', '2025-03-03', true)).toBe(0);
    expect(workingDaysBetween(vietNam(), '2025-03-03', '2025-03-07', false)).toBe(4);
  });

  it('steps over the whole of Tết', () => {
    expect(addWorkingDays(vietNam(), '2025-01-24', 1, false).dueOn).toBe('2025-02-03');
  });

  it('works on a swap day and says so', () => {
    const counted = addWorkingDays(vietNam(), '2025-04-25', 4, false);
    expect(counted.dueOn).toBe('2025-05-05');
    expect(counted.swapDaysWorked.map(({ on }) => on)).toEqual(['2025-04-26']);
    expect(isWorkingDay(vietNam(), '2025-04-26')).toBe(true);
  });

  it('names the swap day that a count ends on', () => {
    const { dueOn, swapDaysWorked } = addWorkingDays(vietNam(), '2025-04-25', 1, false);
    expect([dueOn, swapDaysWorked.map(({ on }) => on)]).toEqual(['2025-04-26', ['2025-04-26']]);
  });

  it.each([
    [-2, '2025-08-28'],
    [-1, '2025-08-29'],
    [0, '2025-08-29'],
    [1, '2025-09-03'],
    [2, '2025-09-04'],
  ])('%i from a Sunday before National Day is %s', (k, on) => {
    expect(shiftDay(vietNam(), civilDayOf('2025-08-31'), k)).toBe(civilDayOf(on));
  });

  it('rests on a holiday even when it is listed as a swap day', () => {
    expect(isWorkingDay(vietNam(['2025-04-26']), '2025-04-26')).toBe(false);
  });

  it('counts 29 February of a leap year', () => {
    expect(addWorkingDays(vietNam(), '2024-02-28', 2, false).dueOn).toBe('2024-03-01');
    expect(addWorkingDays(vietNam(), '2025-02-27', 2, false).dueOn).toBe('2025-03-03');
  });

  it('flags a count that leaves the covered years and still gives a date', () => {
    const counted = addWorkingDays(vietNam(), '2025-12-30', 3, false);
    expect(counted).toMatchObject({ dueOn: '2026-01-02', outsideCalendar: true });
    expect(addWorkingDays(vietNam(), '2023-12-29', 1, false).outsideCalendar).toBe(true);
    expect(addWorkingDays(vietNam(), '2025-12-30', 1, false).outsideCalendar).toBe(false);
    expect(addWorkingDays(vietNam(), '2024-01-02', 1, false).outsideCalendar).toBe(false);
  });

  it('starts on the next working day when the counted start day is none', () => {
    expect(addWorkingDays(vietNam(), '2025-08-30', 1, true).dueOn).toBe('2025-09-03');
  });

  it('works every day on fixed days', () => {
    expect(addWorkingDays(rehearsal(), '100', 9, false)).toMatchObject({
      dueOn: '109',
      steppedOver: [],
      outsideCalendar: false,
    });
    const weekly = { ...rehearsal(), weekend: [1, 2, 3, 4, 5, 6, 7], covered: { from: 2024, to: 2025 } };
    expect(addWorkingDays(weekly, '100', 9, false)).toMatchObject({ dueOn: '109', steppedOver: [], outsideCalendar: false });
  });

  it('refuses a count that is no whole number of at least one', () => {
    for (const days of [0, -1, 1.5]) expect(() => addWorkingDays(vietNam(), '2025-01-02', days, true)).toThrow('whole number');
  });

  it('refuses a week without a day to work', () => {
    expect(() => isWorkingDay({ ...vietNam(), weekend: [1, 2, 3, 4, 5, 6, 7] }, '2025-01-02')).toThrow('no day to work');
    expect(addWorkingDays({ ...vietNam(), weekend: [1, 2, 3, 4, 5, 6] }, '2025-03-03', 1, true).dueOn).toBe('2025-03-09');
  });

  it('is the inverse of counting between two dates', () => {
    fc.assert(
      fc.property(dates, counts, fc.boolean(), (from, days, counted) => {
        const { dueOn, steppedOver } = addWorkingDays(vietNam(), from, days, counted);
        expect(workingDaysBetween(vietNam(), from, dueOn, counted)).toBe(days);
        expect(isWorkingDay(vietNam(), dueOn)).toBe(true);
        expect(steppedOver.every(({ on }) => !isWorkingDay(vietNam(), on))).toBe(true);
      }),
    );
  });

  it('never ends earlier for more days, nor for a later start', () => {
    fc.assert(
      fc.property(dates, counts, fc.boolean(), (from, days, counted) => {
        const due = addWorkingDays(vietNam(), from, days, counted).dueOn;
        expect(addWorkingDays(vietNam(), from, days + 1, counted).dueOn > due).toBe(true);
        expect(addWorkingDays(vietNam(['2025-03-03']), from, days, counted).dueOn >= due).toBe(true);
      }),
    );
  });
});
