import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timelinessOf } from './timeliness.ts';

const decided = (days: readonly number[], late = 0) => days.map((count, i) => ({ days: count, inTime: i >= late }));

describe('timeliness', () => {
  it.each([
    [13, 1, '92.31'],
    [3, 1, '66.67'],
    [3, 2, '33.33'],
    [8, 7, '12.50'],
    [1, 0, '100.00'],
    [1, 1, '0.00'],
    [2_000, 1_999, '0.05'],
  ])('of %i decisions with %i late is %s %%', (count, late, share) => {
    const days = Array.from({ length: count }, () => 1);
    expect(timelinessOf(decided(days, late))).toMatchObject({ decided: count, inTime: count - late, shareInTime: share });
  });

  it('has the middle of the days, or the middle between two', () => {
    expect([[7], [9, 1, 7], [3, 4], [2, 4], [10, 1, 2, 30]].map((days) => timelinessOf(decided(days)).medianDays)).toEqual([
      '7',
      '7',
      '3.5',
      '3',
      '6',
    ]);
  });

  it('says nothing of nothing', () => {
    expect(timelinessOf([])).toEqual({ decided: 0, inTime: 0, shareInTime: null, medianDays: null });
  });

  it('is the same in any order, and between the shortest and the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ days: fc.nat(60), inTime: fc.boolean() }), { minLength: 1 }), (decisions) => {
        const answer = timelinessOf(decisions);
        expect(timelinessOf(decisions.toReversed())).toEqual(answer);
        const days = decisions.map((decision) => decision.days);
        expect(Number(answer.medianDays)).toBeGreaterThanOrEqual(Math.min(...days));
        expect(Number(answer.medianDays)).toBeLessThanOrEqual(Math.max(...days));
      }),
    );
  });
});
