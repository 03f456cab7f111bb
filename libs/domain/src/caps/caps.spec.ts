import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardType } from '../eligibility/award.fixture.ts';
import type { AwardType } from '../route/rule-set.ts';
import { capScope, claimsOf, freeNumber, limitOf, shareBase, type SlotPlace } from './caps.ts';
import { shareReached } from './share-words.ts';

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

  it('count what is taken where the limit has sunk below the numbers that are out', () => {
    expect([freeNumber([1, 3], 2), freeNumber([3], 2), freeNumber([], 0)]).toEqual([null, 1, null]);
  });
});

describe('caps that are a share', () => {
  const share = (changes: object = {}): AwardType =>
    award({ cap: { scope: 'unit', period: 'year', percent: 15, of: 'lao-dong-tien-tien', ...changes } });

  it.each([
    ['unit', 'year', { unit: 'u', year: 2022, campaign: null }],
    ['unit', 'campaign', { unit: 'u', year: null, campaign: 'dot-1' }],
    ['programme', 'year', { unit: null, year: 2022, campaign: null }],
    ['programme', 'campaign', { unit: null, year: null, campaign: 'dot-1' }],
  ] as const)('are a share of what is given by %s and %s', (scope, period, expected) => {
    const capped = share({ scope, period });
    const known = { scope: capScope(capped, place), programme: 'p', award: 'lao-dong-tien-tien' };
    expect(shareBase(capped, place)).toEqual({ ...known, ...expected });
  });

  it('are counted for shares alone', () => {
    expect([shareBase(award({}), place), shareBase(award({ cap: { scope: 'unit', period: 'year', max: 3 } }), place)]).toEqual([
      null,
      null,
    ]);
  });

  it.each([
    [15, 0, 0],
    [15, 6, 0],
    [15, 7, 1],
    [15, 13, 1],
    [15, 14, 2],
    [15, 40, 6],
    [100, 7, 7],
    [1, 99, 0],
    [1, 100, 1],
    [29, 100, 29],
  ])('allow %i %% of %i: %i', (percent, base, limit) => {
    expect(limitOf({ scope: 'unit', period: 'year', percent, of: 'x' }, base)).toBe(limit);
    expect(claimsOf(share({ percent }), place, base)).toEqual([{ scope: 'cap|p|a|unit u|year 2022', max: limit }]);
  });

  it('of nothing that is known allow none', () => {
    expect(claimsOf(share(), place)[0]?.max).toBe(0);
    expect(limitOf({ scope: 'unit', period: 'year' }, 100)).toBe(0);
  });

  it('allow one more exactly while (taken + 1) × 100 ≤ percent × base, as plain whole numbers say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(5_000), fc.nat(60), (percent, base, count) => {
        const taken = Array.from({ length: count }, (_, i) => i + 1);
        const free = freeNumber(taken, limitOf({ scope: 'unit', period: 'year', percent, of: 'x' }, base));
        expect(free !== null).toBe(BigInt(count + 1) * 100n <= BigInt(percent) * BigInt(base));
      }),
    );
  });

  it('say the rule, what was counted and the limit that follows, in both languages', () => {
    const awards = [award({ key: 'lao-dong-tien-tien', name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' } })];
    const said = (capped: AwardType) => {
      const base = shareBase(capped, place);
      return base && shareReached(capped, { awards }, { base, counted: 40, given: 6 });
    };
    expect(said({ ...share(), name: { vi: 'Chiến sĩ thi đua', en: 'Fighter' } })).toEqual({
      vi: 'Đã đủ số lượng: trong năm 2022, đơn vị này được tặng "Chiến sĩ thi đua" nhiều nhất bằng 15 % số "Lao động tiên tiến" đã tặng. Đã tặng 40 "Lao động tiên tiến", nên nhiều nhất 6; đã tặng 6.',
      en: 'All places are taken: in 2022, this unit may be given "Fighter" at most 15% as often as "Advanced worker". 40 of "Advanced worker" are given, so at most 6; 6 are given.',
    });
    const wide = said(share({ scope: 'programme', period: 'campaign', of: 'khong-ro' }));
    expect(wide?.vi).toContain('trong đợt này, toàn chương trình được tặng');
    expect(wide?.en).toContain('in this campaign, the whole programme may be given');
    expect(wide?.en).toContain('40 of "khong-ro" are given');
    const [base] = [shareBase(share(), place)];
    if (base) expect(shareReached(award({}), { awards }, { base, counted: 40, given: 6 })).toBeNull();
  });
});
