import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isQuorate, quorumOf } from './quorum.ts';

const TWO_THIRDS = { numerator: 2, denominator: 3, of: 'total' } as const;

describe('a quorum of two thirds', () => {
  it.each([
    [9, 6],
    [11, 8],
    [13, 9],
    [15, 10],
    [17, 12],
    [21, 14],
    [25, 17],
  ])('of %i seats is %i members, and one fewer is none', (total, members) => {
    const eligible = total;
    expect(quorumOf(TWO_THIRDS, total)).toBe(members);
    expect(isQuorate(TWO_THIRDS, { total, eligible, present: members })).toBe(true);
    expect(isQuorate(TWO_THIRDS, { total, eligible, present: members - 1 })).toBe(false);
  });

  it('is taken of the members who may vote where the rule says so', () => {
    const attendance = { total: 15, eligible: 12, present: 8 };
    expect(isQuorate({ ...TWO_THIRDS, of: 'eligible' }, attendance)).toBe(true);
    expect(isQuorate(TWO_THIRDS, attendance)).toBe(false);
  });

  it('is never nobody', () => {
    expect(isQuorate({ ...TWO_THIRDS, of: 'eligible' }, { total: 9, eligible: 0, present: 0 })).toBe(false);
    expect(quorumOf(TWO_THIRDS, 0)).toBe(1);
  });

  it('is the fewest members that are enough, whatever the share', () => {
    const share = fc
      .integer({ min: 1, max: 20 })
      .chain((denominator) => fc.tuple(fc.integer({ min: 1, max: denominator }), fc.constant(denominator)));
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 60 }), ([numerator, denominator], total) => {
        const rule = { numerator, denominator, of: 'total' as const };
        const enough = Array.from({ length: total + 1 }, (_, present) => present).filter((present) =>
          isQuorate(rule, { total, eligible: total, present }),
        );
        expect(enough[0]).toBe(quorumOf(rule, total));
      }),
    );
  });
});
