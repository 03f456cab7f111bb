import { describe, expect, it } from '@jest/globals';
import { seatsOf } from './ballot.fixture.ts';
import { VOTES, type LineSeats } from './tally.ts';
import { seatsOfLine, type SessionSeat } from './voters.ts';

/** A council of six: the chair, two who attend, one away, one who votes in writing, one vacant seat. */
function council(): readonly SessionSeat[] {
  const changes: Readonly<Record<number, Partial<SessionSeat>>> = {
    3: { presence: 'away' },
    4: { presence: 'written' },
    5: { held: false },
  };
  return seatsOf(6, (seat) => changes[seat] ?? {});
}

const behind = (voted: readonly number[], recused: readonly number[]): LineSeats =>
  seatsOfLine(council(), { voted: new Set(voted), recused: new Set(recused), chair: null });

describe('the seats behind a line', () => {
  it('are all seats in the total, and the held ones without a conflict among the eligible', () => {
    expect(behind([], [])).toMatchObject({ total: 6, eligible: 5 });
    expect(behind([], [1, 4])).toMatchObject({ total: 6, eligible: 3 });
  });

  it('take part when they attend, although no ballot of theirs is in the box', () => {
    expect(behind([], []).present).toBe(3);
    expect(behind([0, 1], []).present).toBe(3);
  });

  it('take part when they are away and have voted, and not before', () => {
    expect(behind([3], []).present).toBe(4);
    expect(behind([3, 4], []).present).toBe(5);
  });

  it('with a conflict take no part in the line, though they attend or have voted on others', () => {
    expect(behind([0, 1, 2, 3], [2, 3])).toMatchObject({ eligible: 3, present: 2 });
  });

  it('that are vacant never take part', () => {
    expect(behind([5], [])).toMatchObject({ eligible: 5, present: 3 });
  });

  it('know that the chair has a conflict, and do not take another member for the chair', () => {
    expect([behind([], [0]), behind([], [0, 1, 2]), behind([], [1]), behind([], [])].map(({ chairRecused }) => chairRecused)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('carry what the chair said', () => {
    for (const chair of VOTES) expect(seatsOfLine(council(), { voted: new Set(), recused: new Set(), chair }).chair).toBe(chair);
  });
});

describe('a vote', () => {
  it('is yes, no or an abstention', () => {
    expect(VOTES).toEqual(['yes', 'no', 'abstain']);
  });
});
