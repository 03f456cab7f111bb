import { describe, expect, it } from '@jest/globals';
import { vietNam } from '../calendar/calendars.fixture.ts';
import { ballotReminders, firstLawfulDay, setAsideBecause } from './agenda.ts';
import { seatsOf } from './ballot.fixture.ts';
import { attendanceOf, mayVote } from './voters.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

describe('a session over a public notice', () => {
  it('may meet on the day after the last one of the notice', () => {
    const calendar = vietNam();
    expect(firstLawfulDay(calendar, at('2025-09-04T17:00'))).toEqual({ on: '2025-09-05', at: at('2025-09-05T00:00') });
    expect(firstLawfulDay(calendar, at('2025-09-05T00:00'))).toEqual({ on: '2025-09-05', at: at('2025-09-05T00:00') });
  });
});

describe('a line of the agenda', () => {
  it.each([
    [{ ended: false, held: false, waits: true }, null],
    [{ ended: false, held: true, waits: true }, 'held'],
    [{ ended: false, held: false, waits: false }, 'not-arrived'],
    [{ ended: true, held: true, waits: false }, 'ended'],
  ])('%j is set aside because: %s', (standing, because) => {
    expect(setAsideBecause(standing)).toBe(because);
  });
});

describe('the members', () => {
  it('vote when they attend, and away only where the rule takes written votes', () => {
    const [present, away, vacant] = seatsOf(3, (seat) => [{}, { presence: 'away' as const }, { held: false }][seat] ?? {});
    if (!present || !away || !vacant) throw new Error('No seats');
    expect([present, away, vacant].map((seat) => mayVote({ absentees: 'none' }, seat))).toEqual([true, false, false]);
    expect([present, away, vacant].map((seat) => mayVote({ absentees: 'written' }, seat))).toEqual([true, true, false]);
  });

  it('count in the total when their seat is vacant, among the eligible when they have a voice in one line at least', () => {
    const seats = seatsOf(5, (seat) => (seat === 4 ? { held: false } : seat === 3 ? { presence: 'written' } : {}));
    expect(attendanceOf(seats, new Set([2]))).toEqual({ total: 5, eligible: 3, present: 3 });
  });

  it('are reminded half way and when a tenth of the time is left', () => {
    expect(ballotReminders(1_000, 11_000)).toEqual([6_000, 10_000]);
  });
});
