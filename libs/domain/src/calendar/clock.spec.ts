import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlin, rehearsal, vietNam, vn, working } from './calendars.fixture.ts';
import type { ClockRule, ClockState, WorkingCalendar } from './calendar.types.ts';
import { extendClock, pauseClock, resumeClock, startClock, usedMsAt } from './clock.ts';
import { planWait } from './wait-plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const five: ClockRule = { mode: 'working-days', days: 5, countStartDay: false };
const fiveCalendar: ClockRule = { mode: 'calendar-days', days: 5, countStartDay: false };

function dueAt(calendar: WorkingCalendar, rule: ClockRule, clock: ClockState): number | undefined {
  return planWait(calendar, { ...working(1), clock: rule }, clock)?.dueAt;
}
function due(rule: ClockRule, startedAt: string, calendar = vietNam()): number | undefined {
  return dueAt(calendar, rule, startClock(calendar, rule, vn(startedAt)));
}

describe('a working-days clock', () => {
  it('ends at the closing of the last day, as the published notices read', () => {
    const ten = (countStartDay: boolean): ClockRule => ({ mode: 'working-days', days: 10, countStartDay });
    expect(due(ten(true), '2025-08-20 10:17')).toBe(vn('2025-09-04 17:00'));
    expect(due(ten(true), '2024-11-26 08:00')).toBe(vn('2024-12-09 17:00'));
    expect(due(ten(false), '2024-11-26 16:59')).toBe(vn('2024-12-10 17:00'));
  });

  it('does not care at what time of the day it starts', () => {
    const ends = ['00:00', '07:59', '12:00', '17:00', '23:59'].map((time) => due(five, `2025-08-20 ${time}`));
    expect(new Set(ends)).toEqual(new Set([vn('2025-08-27 17:00')]));
  });

  it('starts with the next working day when its start day is a rest day', () => {
    expect(due({ ...five, countStartDay: true }, '2025-08-30 10:00')).toBe(due(five, '2025-08-29 10:00'));
  });

  it('credits time from the opening of the first working day that counts', () => {
    expect(startClock(vietNam(), five, vn('2025-08-29 10:00')).runningSince).toBe(vn('2025-09-03 08:00'));
    expect(startClock(vietNam(), { ...five, countStartDay: true }, vn('2025-08-29 10:00')).runningSince).toBe(vn('2025-08-29 08:00'));
  });

  it('keeps a running plan when a holiday is added in a new calendar version', () => {
    expect(due(five, '2025-08-20 10:00', vietNam(['2025-08-25']))).toBe(vn('2025-08-28 17:00'));
    expect(due(five, '2025-08-20 10:00')).toBe(vn('2025-08-27 17:00'));
  });

  it('uses office time only, in whole minutes', () => {
    const clock = startClock(vietNam(), five, vn('2025-08-22 10:00'));
    expect(usedMsAt(vietNam(), five, clock, vn('2025-08-24 12:00'))).toBe(0);
    expect(usedMsAt(vietNam(), five, clock, vn('2025-08-25 08:00') + 90_500)).toBe(MINUTE);
    expect(usedMsAt(vietNam(), five, clock, vn('2025-08-26 07:00'))).toBe(9 * HOUR);
  });

  it('credits the whole start day when it counts', () => {
    const rule: ClockRule = { ...five, countStartDay: true };
    const clock = startClock(vietNam(), rule, vn('2025-08-20 10:00'));
    expect(usedMsAt(vietNam(), rule, clock, vn('2025-08-20 10:00'))).toBe(2 * HOUR);
  });
});

describe('other clocks', () => {
  it('counts every civil day in calendar days', () => {
    expect(due(fiveCalendar, '2025-08-29 10:00')).toBe(vn('2025-09-03 17:00'));
    expect(due({ ...fiveCalendar, countStartDay: true }, '2025-08-29 10:00')).toBe(vn('2025-09-02 17:00'));
  });

  it('uses evenings and nights of calendar days, from the closing of the start day on', () => {
    const clock = startClock(vietNam(), fiveCalendar, vn('2025-08-20 10:00'));
    const used = (at: string): number => usedMsAt(vietNam(), fiveCalendar, clock, vn(at));
    expect(['2025-08-20 17:00', '2025-08-20 20:00', '2025-08-21 03:00', '2025-08-22 20:00'].map((at) => used(at) / HOUR)).toEqual([
      0, 3, 10, 51,
    ]);
  });

  it('adds the length of a pause to calendar days', () => {
    const started = startClock(vietNam(), fiveCalendar, vn('2025-08-20 10:00'));
    const paused = pauseClock(vietNam(), fiveCalendar, started, 'hold', vn('2025-08-22 09:15'));
    const back = resumeClock(vietNam(), fiveCalendar, paused, 'hold', vn('2025-08-24 11:15'));
    expect(dueAt(vietNam(), fiveCalendar, back)).toBe(vn('2025-08-27 19:00'));
  });

  it('does not move a fixed date by a pause', () => {
    const rule: ClockRule = { mode: 'fixed-date', on: '2025-12-10' };
    const started = startClock(vietNam(), rule, vn('2025-11-20 10:00'));
    const paused = pauseClock(vietNam(), rule, started, 'hold', vn('2025-11-22 10:00'));
    const back = resumeClock(vietNam(), rule, paused, 'hold', vn('2025-12-02 10:00'));
    expect([dueAt(vietNam(), rule, started), dueAt(vietNam(), rule, back)]).toEqual([vn('2025-12-10 17:00'), vn('2025-12-10 17:00')]);
  });

  it('extends every kind of clock by working days', () => {
    const extended = (rule: ClockRule, start: string): number | undefined =>
      dueAt(vietNam(), rule, extendClock(startClock(vietNam(), rule, vn(start)), 2));
    expect(extended(five, '2025-08-20 10:00')).toBe(vn('2025-08-29 17:00'));
    expect(extended(fiveCalendar, '2025-08-24 10:00')).toBe(vn('2025-09-04 17:00'));
    expect(extended({ mode: 'fixed-date', on: '2025-08-29' }, '2025-08-20 10:00')).toBe(vn('2025-09-04 17:00'));
  });

  it('keeps the time of the day of calendar days that a pause has moved, when they are extended', () => {
    const started = startClock(vietNam(), fiveCalendar, vn('2025-08-20 10:00'));
    const paused = pauseClock(vietNam(), fiveCalendar, started, 'hold', vn('2025-08-22 09:15'));
    const back = resumeClock(vietNam(), fiveCalendar, paused, 'hold', vn('2025-08-24 11:15'));
    expect(dueAt(vietNam(), fiveCalendar, extendClock(back, 2))).toBe(vn('2025-08-29 19:00'));
    expect(dueAt(vietNam(), fiveCalendar, extendClock(back, 3))).toBe(vn('2025-09-03 19:00'));
  });

  it('runs a fixed date on from the instant at which its pause ends', () => {
    const rule: ClockRule = { mode: 'fixed-date', on: '2025-12-10' };
    const paused = pauseClock(vietNam(), rule, startClock(vietNam(), rule, vn('2025-11-20 10:00')), 'hold', vn('2025-11-22 10:00'));
    expect(resumeClock(vietNam(), rule, paused, 'hold', vn('2025-12-02 10:00')).runningSince).toBe(vn('2025-12-02 10:00'));
    expect(usedMsAt(vietNam(), rule, startClock(vietNam(), rule, vn('2025-11-20 10:00')), vn('2025-12-02 10:00'))).toBe(0);
    const started = startClock(vietNam(), rule, vn('2025-11-20 10:00'));
    expect(started.runningSince).toBe(vn('2025-11-20 10:00'));
    const soon = resumeClock(
      vietNam(),
      rule,
      pauseClock(vietNam(), rule, started, 'hold', vn('2025-11-20 10:30')),
      'hold',
      vn('2025-11-20 11:00'),
    );
    expect(soon.runningSince).toBe(vn('2025-11-20 11:00'));
  });

  it('refuses an extension that is no whole number of at least one', () => {
    const clock = startClock(vietNam(), five, vn('2025-08-20 10:00'));
    for (const days of [0, -2, 0.5]) expect(() => extendClock(clock, days)).toThrow('whole number');
  });

  it('is never shortened by an extension', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * 24 * 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(five, fiveCalendar),
        (m, days, rule) => {
          const clock = startClock(vietNam(), rule, vn('2024-10-01 00:00') + m * MINUTE);
          expect(dueAt(vietNam(), rule, extendClock(clock, days)) ?? 0).toBeGreaterThan(dueAt(vietNam(), rule, clock) ?? Infinity);
        },
      ),
    );
  });
});

describe('clock changes and short days', () => {
  it('keep a working day whole when the clocks change inside it', () => {
    const nightOffice = berlin({ dayOpens: '00:00', dayCloses: '08:00', mailAt: '01:00' });
    const rule: ClockRule = { mode: 'working-days', days: 2, countStartDay: false };
    for (const eve of ['2025-03-29', '2025-10-25']) {
      const clock = startClock(nightOffice, rule, Date.parse(`${eve}T10:00:00Z`));
      const used = usedMsAt(nightOffice, rule, clock, Date.parse(`${eve}T22:00:00Z`) + 24 * HOUR);
      expect(used).toBe(8 * HOUR);
    }
    const clock = startClock(nightOffice, rule, Date.parse('2025-03-29T10:00:00Z'));
    expect(dueAt(nightOffice, rule, clock)).toBe(Date.parse('2025-03-31T06:00:00Z'));
  });

  it('make a working day whole at its closing, whichever way the clocks change inside it', () => {
    const nightOffice = berlin({ dayOpens: '00:00', dayCloses: '08:00', mailAt: '01:00' });
    const rule: ClockRule = { mode: 'working-days', days: 1, countStartDay: false };
    const changes = [
      ['2025-03-29T10:00:00Z', '2025-03-30T06:00:00Z'],
      ['2025-10-25T10:00:00Z', '2025-10-26T07:00:00Z'],
    ].map(([eve = '', closing = '']) => ({ clock: startClock(nightOffice, rule, Date.parse(eve)), closing: Date.parse(closing) }));
    for (const { clock, closing } of changes) {
      expect(dueAt(nightOffice, rule, clock)).toBe(closing);
      for (const at of [closing, closing + HOUR]) expect(usedMsAt(nightOffice, rule, clock, at)).toBe(8 * HOUR);
    }
  });

  it('close at the hour on the wall when an extension ends on a day on which the clocks change', () => {
    const clock = extendClock(startClock(berlin(), fiveCalendar, Date.parse('2025-03-24T10:00:00Z')), 1);
    expect(dueAt(berlin(), fiveCalendar, clock)).toBe(Date.parse('2025-03-30T15:00:00Z'));
  });

  it('count milliseconds exactly on fixed days', () => {
    const rule: ClockRule = { mode: 'working-days', days: 1, countStartDay: false };
    const started = startClock(rehearsal(), rule, 40_500);
    expect(dueAt(rehearsal(), rule, started)).toBe(47_000);
    const paused = pauseClock(rehearsal(), rule, started, 'hold', 45_123);
    expect(paused.usedMs).toBe(123);
    expect(dueAt(rehearsal(), rule, resumeClock(rehearsal(), rule, paused, 'hold', 53_000))).toBe(54_877);
  });

  it('belong to the day the office closes on when it closes at midnight', () => {
    const calendar = { ...vietNam(), office: { dayOpens: '00:00', dayCloses: '24:00', mailAt: '09:00' } };
    const wait = { ...working(1), remindAt: [0] };
    const plan = planWait(calendar, wait, startClock(calendar, wait.clock, vn('2025-08-20 10:00')));
    expect(plan).toMatchObject({
      dueAt: vn('2025-08-22 00:00'),
      reminders: [{ occurrence: 0, at: vn('2025-08-21 09:00') }],
    });
  });

  it('cannot count where the office never opens', () => {
    const calendar = { ...vietNam(), office: { dayOpens: '09:00', dayCloses: '09:00', mailAt: '09:00' } };
    expect(() => startClock(calendar, five, 0)).toThrow('closes before it opens');
  });
});
