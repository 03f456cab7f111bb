import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rehearsal, vietNam, vn, working } from './calendars.fixture.ts';
import type { WaitPlan, WaitRule, WorkingCalendar } from './calendar.types.ts';
import { extendClock, startClock } from './clock.ts';
import { nextWake, planWait } from './wait-plan.ts';

function planOf(rule: WaitRule, startedAt: number, extendedBy = 0, calendar: WorkingCalendar = vietNam()): WaitPlan {
  const started = startClock(calendar, rule.clock, startedAt);
  const plan = planWait(calendar, rule, extendedBy > 0 ? extendClock(started, extendedBy) : started);
  if (!plan) throw new Error('the clock runs');
  return plan;
}

describe('the plan of a wait', () => {
  it('sets reminders, escalation and close in working days around the due day', () => {
    expect(planOf(working(10, true), vn('2025-08-20 10:00'))).toEqual({
      dueAt: vn('2025-09-04 17:00'),
      closesAt: vn('2025-09-11 17:00'),
      reminders: [
        { occurrence: 0, at: vn('2025-08-28 08:30') },
        { occurrence: 1, at: vn('2025-09-03 08:30') },
        { occurrence: 2, at: vn('2025-09-04 08:30') },
        { occurrence: 3, at: vn('2025-09-05 08:30') },
      ],
      escalateAt: vn('2025-09-08 08:30'),
      outsideCalendar: false,
    });
  });

  it('leaves out reminders before the start and keeps the numbers of the others', () => {
    const { reminders } = planOf(working(2), vn('2025-08-20 10:00'));
    expect(reminders.map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
  });

  it('closes when it is due where nothing is granted after it', () => {
    const plan = planOf({ ...working(2), escalateAfter: null, closesAfter: 0 }, vn('2025-08-20 10:00'));
    expect([plan.closesAt, plan.escalateAt]).toEqual([plan.dueAt, null]);
  });

  it('closes at a date that nobody works on where the rule names one', () => {
    const sunday: WaitRule = { ...working(1), clock: { mode: 'fixed-date', on: '2025-08-31' }, closesAfter: 0 };
    expect(planOf(sunday, vn('2025-08-20 10:00')).closesAt).toBe(vn('2025-08-31 17:00'));
  });

  it('puts reminders in the order of time, each under its own number', () => {
    const { reminders } = planOf({ ...working(10, true), remindAt: [1, -1, 0] }, vn('2025-08-20 10:00'));
    expect(reminders).toEqual([
      { occurrence: 1, at: vn('2025-09-03 08:30') },
      { occurrence: 2, at: vn('2025-09-04 08:30') },
      { occurrence: 0, at: vn('2025-09-05 08:30') },
    ]);
  });

  it('keeps a reminder of the very instant at which it starts', () => {
    const rule: WaitRule = { ...working(1, true), remindAt: [0] };
    expect(planOf(rule, vn('2025-08-20 08:30')).reminders).toEqual([{ occurrence: 0, at: vn('2025-08-20 08:30') }]);
    expect(planOf(rule, vn('2025-08-20 08:30') + 1).reminders).toEqual([]);
  });

  it('reminds on the last working day before a due date that nobody works on', () => {
    const rule: WaitRule = { ...working(1), clock: { mode: 'fixed-date', on: '2025-08-31' }, closesAfter: 1 };
    const plan = planOf(rule, vn('2025-08-20 10:00'));
    expect(plan.dueAt).toBe(vn('2025-08-31 17:00'));
    expect(plan.reminders.map(({ at }) => at)).toEqual(
      ['2025-08-26', '2025-08-28', '2025-08-29', '2025-09-03'].map((on) => vn(`${on} 08:30`)),
    );
    expect(plan.closesAt).toBe(vn('2025-09-03 17:00'));
  });

  it('is flagged when any instant leaves the covered years', () => {
    expect(planOf(working(5), vn('2025-12-22 10:00')).outsideCalendar).toBe(true);
    expect(planOf(working(5), vn('2025-12-10 10:00')).outsideCalendar).toBe(false);
    expect(planOf(working(5), vn('2023-12-29 10:00')).outsideCalendar).toBe(true);
    const escalatesLate: WaitRule = { ...working(1), remindAt: [], escalateAfter: 5, closesAfter: 0 };
    expect(planOf(escalatesLate, vn('2025-12-26 10:00')).outsideCalendar).toBe(true);
  });

  it('is not flagged when it ends with the last instant of the covered years', () => {
    const calendar = { ...vietNam(), office: { dayOpens: '00:00', dayCloses: '24:00', mailAt: '09:00' } };
    const clock = { mode: 'fixed-date', on: '2025-12-31' } as const;
    const plan = planOf({ clock, remindAt: [], escalateAfter: null, closesAfter: 0 }, vn('2025-12-01 10:00'), 0, calendar);
    expect([plan.closesAt, plan.outsideCalendar]).toEqual([vn('2026-01-01 00:00'), false]);
  });

  it('lasts seconds on fixed days', () => {
    const rule: WaitRule = { ...working(1), remindAt: [0, 1], escalateAfter: 1, closesAfter: 1 };
    expect(planOf(rule, 40_500, 0, rehearsal())).toEqual({
      dueAt: 47_000,
      closesAt: 51_000,
      reminders: [
        { occurrence: 0, at: 46_000 },
        { occurrence: 1, at: 50_000 },
      ],
      escalateAt: 50_000,
      outsideCalendar: false,
    });
  });

  it('keeps reminders sorted, and their numbers through an extension', () => {
    const start = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => vn('2024-03-01 00:00') + minutes * 60_000);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10 }), (startedAt, days, extendedBy) => {
        const [plan, longer] = [planOf(working(days), startedAt), planOf(working(days), startedAt, extendedBy)];
        const at = plan.reminders.map((reminder) => reminder.at);
        expect(at).toEqual([...at].sort((a, b) => a - b));
        for (const { occurrence, at: before } of plan.reminders) {
          const moved = longer.reminders.find((other) => other.occurrence === occurrence);
          expect(moved?.at ?? 0).toBeGreaterThan(before);
        }
        expect(longer.closesAt).toBeGreaterThan(plan.closesAt);
      }),
    );
  });
});

describe('the next wake-up', () => {
  const plan = (): WaitPlan => planOf(working(10, true), vn('2025-08-20 10:00'));

  it('goes through reminders, escalation and close in the order of time', () => {
    expect(nextWake(plan(), new Set(), false)).toEqual({ kind: 'remind', occurrence: 0, at: vn('2025-08-28 08:30') });
    expect(nextWake(plan(), new Set([0, 1, 2, 3]), false)).toEqual({ kind: 'escalate', at: vn('2025-09-08 08:30') });
    expect(nextWake(plan(), new Set([0, 1, 2, 3]), true)).toEqual({ kind: 'close', at: vn('2025-09-11 17:00') });
  });

  it('escalates or closes before a reminder that is planned for later', () => {
    const late: WaitPlan = { dueAt: 1, closesAt: 8, escalateAt: 5, reminders: [{ occurrence: 0, at: 9 }], outsideCalendar: false };
    expect(nextWake(late, new Set(), false)).toEqual({ kind: 'escalate', at: 5 });
    expect(nextWake(late, new Set(), true)).toEqual({ kind: 'close', at: 8 });
  });

  it('catches up with a reminder that was missed', () => {
    expect(nextWake(plan(), new Set([1, 2, 3]), true)).toMatchObject({ kind: 'remind', occurrence: 0 });
  });

  it('passes over stale reminders of a re-planned wait, never over the escalation', () => {
    const now = vn('2025-09-09 10:00');
    expect(nextWake(plan(), new Set(), false, now)).toMatchObject({ kind: 'escalate' });
    expect(nextWake(plan(), new Set(), true, now)).toMatchObject({ kind: 'close' });
  });

  it('takes a reminder planned for that very instant, and every one where no instant is given', () => {
    const first = vn('2025-08-28 08:30');
    expect(nextWake(plan(), new Set(), true, first)).toMatchObject({ kind: 'remind', occurrence: 0 });
    expect(nextWake(plan(), new Set(), true, first + 1)).toMatchObject({ kind: 'remind', occurrence: 1 });
    expect(nextWake(plan(), new Set(), true, 0)).toMatchObject({ kind: 'remind', occurrence: 0 });
  });

  it('never escalates where the rules tell nobody', () => {
    const silent: WaitPlan = { dueAt: 5, closesAt: 10, escalateAt: null, reminders: [], outsideCalendar: false };
    expect(nextWake(silent, new Set(), false)).toEqual({ kind: 'close', at: 10 });
  });

  it('keeps the order of the list for reminders of one instant', () => {
    const sunday = { clock: { mode: 'fixed-date', on: '2025-08-31' }, remindAt: [0, 0], escalateAfter: null, closesAfter: 0 } as const;
    const both = planOf(sunday, vn('2025-08-20 10:00'));
    expect(both.reminders.map(({ occurrence }) => occurrence)).toEqual([0, 1]);
    expect(both.reminders[0]?.at).toBe(both.reminders[1]?.at);
  });

  it('reminds before it escalates, and does both before it closes, on one instant', () => {
    const at = 1000;
    const together: WaitPlan = {
      dueAt: 0,
      closesAt: at,
      escalateAt: at,
      reminders: [{ occurrence: 4, at }],
      outsideCalendar: false,
    };
    expect(nextWake(together, new Set(), false).kind).toBe('remind');
    expect(nextWake(together, new Set([4]), false).kind).toBe('escalate');
    expect(nextWake(together, new Set([4]), true).kind).toBe('close');
  });
});
