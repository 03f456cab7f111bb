import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardType } from '../eligibility/award.fixture.ts';
import type { AwardType } from '../route/rule-set.ts';
import { capScope, claimsOf, freeNumber, type SlotPlace } from './caps.ts';

const place: SlotPlace = { programme: 'p', unit: 'u', campaign: 'dot-1', year: 2022, nominee: 'x' };
const award = (changes: Partial<AwardType>): AwardType => awardType({ key: 'a', ...changes });

describe('caps', () => {
  it.each([
    ['programme', 'year', 'cap|p|a|all|year 2022'],
    ['programme', 'campaign', 'cap|p|a|all|campaign dot-1'],
    ['unit', 'year', 'cap|p|a|unit u|year 2022'],
    ['unit', 'campaign', 'cap|p|a|unit u|campaign dot-1'],
  ] as const)('are counted by %s and %s', (scope, period, expected) => {
    expect(capScope(award({ cap: { scope, period, max: 3 } }), place)).toBe(expected);
    expect(claimsOf(award({ cap: { scope, period, max: 3 } }), place)).toEqual([{ scope: expected, max: 3 }]);
  });

  it('claim nothing where the award looks at nothing', () => {
    expect([capScope(award({}), place), claimsOf(award({}), place)]).toEqual([null, []]);
  });

  it.each([{ exclusionGroup: 'g' }, { repeat: 'once-in-a-lifetime' }, { repeat: 'once-per-period' }] as const)(
    'keep two signatures for one nominee apart: %j',
    (changes) => {
      expect(claimsOf(award(changes), place)).toEqual([{ scope: 'nominee|x', max: null }]);
    },
  );

  it('give the lowest number that nobody has', () => {
    expect([freeNumber([], 3), freeNumber([1, 2], 3), freeNumber([1, 3], 3), freeNumber([2, 3], 3)]).toEqual([1, 3, 2, 1]);
    expect([freeNumber([1, 2, 3], 3), freeNumber([1, 2, 3], null)]).toEqual([null, 4]);
  });

  it('never give more numbers than there are, nor one twice (invariant 5)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.option(fc.nat(11), { nil: null }), { maxLength: 60 }), (max, steps) => {
        const taken = new Set<number>();
        for (const released of steps) {
          if (released !== null) taken.delete(released + 1);
          const number = released === null ? freeNumber([...taken], max) : null;
          if (released === null && number === null) expect(taken.size).toBe(max);
          if (number !== null) {
            expect(taken.has(number)).toBe(false);
            taken.add(number);
          }
          expect(taken.size).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
