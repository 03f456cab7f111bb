import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { vietNam, vn, working } from './calendars.fixture.ts';
import type { ClockRule, ClockState } from './calendar.types.ts';
import { pauseClock, resumeClock, startClock, usedMsAt } from './clock.ts';
import { planWait } from './wait-plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const five: ClockRule = { mode: 'working-days', days: 5, countStartDay: false };
const fiveCalendar: ClockRule = { mode: 'calendar-days', days: 5, countStartDay: false };

const dueAt = (rule: ClockRule, clock: ClockState): number | undefined => planWait(vietNam(), { ...working(1), clock: rule }, clock)?.dueAt;

describe('pauses', () => {
  const started = (): ClockState => startClock(vietNam(), five, vn('2025-08-20 10:00'));
  const paused = (): ClockState => pauseClock(vietNam(), five, started(), 'hold:1', vn('2025-08-22 11:00'));

  it('have no due date and remember the time used', () => {
    expect(planWait(vietNam(), working(5), paused())).toBeNull();
    expect(paused()).toMatchObject({ usedMs: 12 * HOUR, runningSince: null, pauses: ['hold:1'] });
  });

  it('give back exactly what was left', () => {
    const resumed = resumeClock(vietNam(), five, paused(), 'hold:1', vn('2025-09-03 14:00'));
    // 45 h granted, 12 h used; 3 h on 3/9, 9 h each on 4, 5 and 8/9, the last 3 h on 9/9.
    expect(dueAt(five, resumed)).toBe(vn('2025-09-09 11:00'));
  });

  it('end with the last cause, in any order', () => {
    const twice = pauseClock(vietNam(), five, paused(), 'hold:2', vn('2025-08-25 09:00'));
    const half = resumeClock(vietNam(), five, twice, 'hold:1', vn('2025-08-26 09:00'));
    expect(half).toMatchObject({ usedMs: 12 * HOUR, runningSince: null, pauses: ['hold:2'] });
    expect(resumeClock(vietNam(), five, half, 'hold:2', vn('2025-09-03 14:00')).runningSince).toBe(vn('2025-09-03 14:00'));
  });

  it('change nothing when they are repeated', () => {
    const [running, resting] = [started(), paused()];
    expect(pauseClock(vietNam(), five, resting, 'hold:1', vn('2025-08-29 11:00'))).toBe(resting);
    expect(resumeClock(vietNam(), five, running, 'hold:1', vn('2025-08-29 11:00'))).toBe(running);
  });

  it('lift nothing that does not pause the clock', () => {
    const resting = paused();
    expect(resumeClock(vietNam(), five, resting, 'hold:2', vn('2025-08-29 11:00'))).toBe(resting);
  });

  it('do not use the days before the clock is credited', () => {
    const early = pauseClock(vietNam(), five, started(), 'hold:1', vn('2025-08-20 11:00'));
    const back = resumeClock(vietNam(), five, early, 'hold:1', vn('2025-08-20 12:00'));
    expect(dueAt(five, back)).toBe(dueAt(five, started()));
  });

  it('after the due date move it along, so that lateness is neither lost nor forgiven', () => {
    const late = pauseClock(vietNam(), five, started(), 'hold:1', vn('2025-08-28 12:00'));
    const back = resumeClock(vietNam(), five, late, 'hold:1', vn('2025-09-04 12:00'));
    expect(dueAt(five, back)).toBe(vn('2025-09-03 17:00'));
  });

  it('move a due date that was overrun back over days off, as far as it was overrun', () => {
    // 9 h overrun on 28/8 and 7 h on 29/8; 4 h of them on 3/9, 9 h on 29/8, 3 h on 28/8.
    const late = pauseClock(vietNam(), five, started(), 'hold:1', vn('2025-08-29 15:00'));
    const back = resumeClock(vietNam(), five, late, 'hold:1', vn('2025-09-03 12:00'));
    expect(dueAt(five, back)).toBe(vn('2025-08-28 14:00'));
  });

  it('of a clock that is used up to the minute make it due when they end, also at night', () => {
    const usedUp = pauseClock(vietNam(), five, started(), 'hold:1', vn('2025-08-27 17:00'));
    const back = resumeClock(vietNam(), five, usedUp, 'hold:1', vn('2025-09-03 20:00'));
    expect(dueAt(five, back)).toBe(vn('2025-09-03 20:00'));
  });

  it('of a minute keep the used time to the minute, whatever the moments', () => {
    const moment = fc.integer({ min: vn('2025-08-20 10:00'), max: vn('2025-09-30 10:00') });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 2, maxLength: 8 }), fc.constantFrom(five, fiveCalendar), (moments, rule) => {
        const ordered = [...moments].sort((a, b) => a - b);
        let clock = startClock(vietNam(), rule, vn('2025-08-20 10:00'));
        let spent = 0;
        for (let i = 0; i + 1 < ordered.length; i += 2) {
          const [pausedAt = 0, resumedAt = 0] = [ordered[i], ordered[i + 1]];
          const before = usedMsAt(vietNam(), rule, clock, pausedAt);
          clock = pauseClock(vietNam(), rule, clock, 'hold', pausedAt);
          clock = resumeClock(vietNam(), rule, clock, 'hold', resumedAt);
          expect(usedMsAt(vietNam(), rule, clock, resumedAt)).toBe(before);
          expect(before).toBeGreaterThanOrEqual(spent);
          spent = before;
        }
        expect(spent % MINUTE).toBe(0);
      }),
    );
  });

  it('make the used time reach the budget exactly at the due instant, early or late', () => {
    const offset = fc.integer({ min: 0, max: 20 * 24 * 60 });
    fc.assert(
      fc.property(offset, offset, fc.constantFrom(five, fiveCalendar), (pausedFor, resumedAfter, rule) => {
        const start = vn('2025-08-20 10:00');
        const pausedClock = pauseClock(vietNam(), rule, startClock(vietNam(), rule, start), 'hold', start + pausedFor * MINUTE);
        const clock = resumeClock(vietNam(), rule, pausedClock, 'hold', start + (pausedFor + resumedAfter) * MINUTE);
        const end = dueAt(rule, clock) ?? 0;
        const budget = rule.mode === 'working-days' ? 45 * HOUR : 120 * HOUR;
        const inTime = clock.usedMs <= budget;
        expect(inTime ? usedMsAt(vietNam(), rule, clock, end) : budget).toBe(budget);
        expect(inTime ? end >= (clock.runningSince ?? 0) : end <= (clock.runningSince ?? 0)).toBe(true);
      }),
    );
  });
});
