import { describe, expect, it } from '@jest/globals';
import { vietNam } from './calendars.fixture.ts';
import { workingDaysUsed, type ClockTurn } from './days-used.ts';

const at = (written: string): number => Date.parse(`${written}+07:00`);
const used = (from: string, to: string, turns: readonly ClockTurn[] = []): number => workingDaysUsed(vietNam(), at(from), at(to), turns);

const held: readonly ClockTurn[] = [
  { at: at('2025-08-21T08:00'), cause: 'hold', stands: true },
  { at: at('2025-08-26T08:00'), cause: 'hold', stands: false },
];

describe('working days used', () => {
  it.each([
    ['2025-08-20T09:00', '2025-08-20T16:00', 0],
    ['2025-08-20T09:00', '2025-08-21T08:30', 1],
    ['2025-08-20T09:00', '2025-08-21T18:00', 1],
    ['2025-08-20T09:00', '2025-08-22T09:00', 2],
    ['2025-08-29T09:00', '2025-09-03T09:00', 1],
  ])('from %s to %s are %i, days off left out', (from, to, days) => {
    expect(used(from, to)).toBe(days);
  });

  it('leave out what a hold stopped, and causes that overlap once', () => {
    expect([used('2025-08-20T09:00', '2025-08-27T16:00'), used('2025-08-20T09:00', '2025-08-27T16:00', held)]).toEqual([5, 2]);
    const [first, last] = held;
    const returned = { at: at('2025-08-22T08:00'), cause: 'returned', stands: true };
    const turns = [first, returned, last, { ...returned, at: at('2025-08-27T08:00'), stands: false }] as readonly ClockTurn[];
    expect(used('2025-08-20T09:00', '2025-08-27T16:00', turns)).toBe(1);
  });

  it('know nothing of turns before and after', () => {
    expect(used('2025-08-21T09:00', '2025-08-22T16:00', held)).toBe(1);
    expect(used('2025-08-19T09:00', '2025-08-20T16:00', held)).toBe(1);
    const later: ClockTurn = { at: at('2025-08-25T08:00'), cause: 'hold', stands: true };
    expect(used('2025-08-19T09:00', '2025-08-20T16:00', [later])).toBe(1);
  });

  it('are none where a hold stands from the first instant on', () => {
    const first: ClockTurn = { at: at('2025-08-20T09:00'), cause: 'hold', stands: true };
    expect(used('2025-08-20T09:00', '2025-08-27T16:00', [first])).toBe(0);
  });
});
