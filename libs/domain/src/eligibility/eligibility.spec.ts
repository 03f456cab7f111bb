import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleSet } from '../nomination/case.fixture.ts';
import { deedOf } from '../overlap/index.ts';
import type { AwardType } from '../route/rule-set.ts';
import { awardType } from './award.fixture.ts';
import { barrierOf, looksAround, reliedOn, yearConsidered } from './eligibility.ts';
import { fulfilment } from './prerequisites.ts';
import type { HeldAward, RegistryFacts } from './registry-facts.ts';

const rules = ruleSet();
const THREE_YEARS = { award: 'co-so', times: 3, consecutive: 'years' } as const;
const award = (changes: Partial<AwardType>): AwardType => awardType({ key: 'a', ...changes });
const held = (year: number, changes: Partial<HeldAward> = {}): HeldAward => ({
  id: `r${String(year)}`,
  nominationId: null,
  programme: rules.programme,
  award: 'co-so',
  campaign: null,
  year,
  signedYear: year,
  deed: null,
  ...changes,
});
const facts = (records: readonly HeldAward[], campaign = 'mua-1'): RegistryFacts => ({
  nominationId: 'n1',
  nominee: 'p1',
  campaign,
  deed: deedOf('Việc tốt', null, null),
  submittedAt: 1,
  records,
  rivals: [],
  lookalikes: [],
  taken: {},
  given: {},
});
const barrier = (type: AwardType, records: readonly HeldAward[], year = 2022, overrides: readonly string[] = []) =>
  barrierOf({ award: type, rules, facts: facts(records), year, moment: 'filing', overrides });

describe('prerequisites', () => {
  it.each([
    [[2019, 2020, 2021], 2021, []],
    [[2019, 2020, 2021], 2022, []],
    [[2019, 2021, 2022], 2022, [2020]],
    [[2020, 2021, 2022], 2022, []],
    [[2018, 2019, 2020], 2022, [2020 + 1, 2022]],
    [[2022], 2022, [2020, 2021]],
    [[], 2022, [2020, 2021, 2022]],
  ])('three years running with %j considered in %i lack %j', (years, considered, missing) => {
    const standing = fulfilment(
      THREE_YEARS,
      rules.programme,
      years.map((year) => held(year)),
      considered,
    );
    expect([standing.missingYears, standing.missing]).toEqual([missing, missing.length]);
  });

  it('rest on the records of those years alone', () => {
    const { relied } = fulfilment(
      THREE_YEARS,
      rules.programme,
      [2015, 2019, 2020, 2021].map((year) => held(year)),
      2021,
    );
    expect(relied.map(({ year }) => year)).toEqual([2019, 2020, 2021]);
  });

  it('count titles of the programme they name, and no others', () => {
    const records = [2019, 2020, 2021].map((year) => held(year, { programme: 'thi-dua' }));
    expect(fulfilment(THREE_YEARS, rules.programme, records, 2021).missing).toBe(3);
    expect(fulfilment({ ...THREE_YEARS, programme: 'thi-dua' }, rules.programme, records, 2021).missing).toBe(0);
  });

  it('in any years are counted, none from the future', () => {
    const rule = { award: 'co-so', times: 2, consecutive: null };
    expect(fulfilment(rule, rules.programme, [held(2010), held(2023)], 2022)).toMatchObject({ missing: 1, missingYears: [] });
    expect(fulfilment(rule, rules.programme, [held(2010), held(2015), held(2018)], 2022)).toMatchObject({ missing: 0 });
  });

  it('are fulfilled exactly where no year is missing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2015, max: 2022 })), fc.integer({ min: 1, max: 4 }), (years, times) => {
        const { missing, missingYears, relied } = fulfilment(
          { ...THREE_YEARS, times },
          rules.programme,
          years.map((year) => held(year)),
          2022,
        );
        expect(missing).toBe(times - relied.length);
        expect(missingYears.every((year) => !years.includes(year))).toBe(true);
      }),
    );
  });
});

describe('eligibility', () => {
  it('asks nothing of an award that is given freely', () => {
    expect([looksAround(award({})), barrier(award({}), [held(2022)])]).toEqual([false, null]);
    expect(looksAround(award({ cap: { scope: 'unit', period: 'year', max: 3 } }))).toBe(true);
  });

  it('names the missing year in both languages', () => {
    const found = barrier(
      award({ prerequisites: [THREE_YEARS] }),
      [2019, 2021, 2022].map((year) => held(year)),
    );
    expect(found).toMatchObject({ rule: 'missing-prerequisite', because: '2020' });
    expect([found?.text.vi, found?.text.en]).toEqual([expect.stringContaining('thiếu năm 2020'), expect.stringContaining('missing: 2020')]);
  });

  it('says how many are missing where years do not matter', () => {
    const found = barrier(award({ prerequisites: [{ award: 'co-so', times: 4, consecutive: null }] }), [held(2020)]);
    expect(found?.text.en).toContain('3 missing');
  });

  it('gives a title once in a lifetime, whatever the year', () => {
    const once = award({ repeat: 'once-in-a-lifetime' });
    expect(barrier(once, [held(2014, { award: 'a' })])).toMatchObject({ rule: 'once-in-a-lifetime', because: 'r2014' });
    expect(
      barrier(once, [held(2014), held(2014, { award: 'a', programme: 'other' }), held(2014, { award: 'a', nominationId: 'n1' })]),
    ).toBeNull();
  });

  it('gives a title once in a period: the year of signing, or the campaign', () => {
    const yearly = award({ repeat: 'once-per-period' });
    expect(barrier(yearly, [held(2022, { award: 'a' })])).toMatchObject({ rule: 'once-per-period' });
    expect(barrier(yearly, [held(2022, { award: 'a', signedYear: 2021 })])).toBeNull();
    const seasonal = award({ repeat: 'once-per-period', period: 'campaign' });
    expect(barrier(seasonal, [held(2020, { award: 'a', campaign: 'mua-1' })])).toMatchObject({ rule: 'once-per-period' });
    expect(barrier(seasonal, [held(2022, { award: 'a', campaign: 'mua-0' })])).toBeNull();
  });

  it('sets aside only the rule that was overridden', () => {
    const grouped = awardType({ exclusionGroup: 'ntvt', prerequisites: [THREE_YEARS] });
    const honoured = held(2022, { award: 'ntvt-city', deed: deedOf('Việc tốt', null, null) });
    const titles = [2020, 2021, 2022].map((year) => held(year));
    expect(barrier(grouped, [honoured, ...titles])).toMatchObject({ rule: 'one-award-per-achievement', because: 'r2022' });
    expect(barrier(grouped, [honoured, ...titles], 2022, ['one-award-per-achievement'])).toBeNull();
    expect(barrier(grouped, [honoured], 2022, ['one-award-per-achievement'])).toMatchObject({ rule: 'missing-prerequisite' });
  });

  it('considers the year that the campaign is named by', () => {
    expect([yearConsidered(facts([], '2021'), 2022), yearConsidered(facts([], 'dot-2021'), 2022)]).toEqual([2021, 2022]);
    const proposal = { award: award({ prerequisites: [THREE_YEARS] }), rules, year: 2023, moment: 'award', overrides: [] } as const;
    const relied = reliedOn({
      ...proposal,
      facts: facts(
        [2019, 2020, 2021].map((year) => held(year)),
        '2021',
      ),
    });
    expect(relied.map(({ id }) => id)).toEqual(['r2019', 'r2020', 'r2021']);
  });
});
