import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardType } from '../eligibility/award.fixture.ts';
import type { AwardType } from '../route/rule-set.ts';
import { ruleSet } from '../nomination/case.fixture.ts';
import type { HeldAward, RegistryFacts, Rival } from '../eligibility/registry-facts.ts';
import { deedOf, foldWords, sameDeed, type Deed } from './deed.ts';
import { overlapOf } from './overlap.ts';

const rescue: Deed = { title: 'cuu nguoi duoi nuoc', from: '2022-03-01', to: '2022-03-02' };
const rules = ruleSet();
const award = (key: string): AwardType => awardType({ key, exclusionGroup: 'ntvt' });
const held = (changes: Partial<HeldAward> = {}): HeldAward => ({
  id: 'r1',
  nominationId: null,
  programme: rules.programme,
  award: 'ntvt-city',
  campaign: '2022',
  year: 2022,
  signedYear: 2022,
  deed: rescue,
  ...changes,
});
const rival = (changes: Partial<Rival> = {}): Rival => ({
  nominationId: 'n0',
  award: 'ntvt-city',
  deed: rescue,
  submittedAt: 5,
  received: false,
  ...changes,
});
const facts = (changes: Partial<RegistryFacts> = {}): RegistryFacts => ({
  nominationId: 'n1',
  nominee: 'p1',
  campaign: '2022',
  deed: rescue,
  submittedAt: 10,
  records: [],
  rivals: [],
  lookalikes: [],
  taken: {},
  given: {},
  ...changes,
});

describe('deeds', () => {
  it.each([
    ['Cứu  người ĐUỐI nước!', 'cuu nguoi duoi nuoc'],
    ['Hòa giải – tổ dân phố số 5', 'hoa giai to dan pho so 5'],
    ['Đặng', 'dang'],
    ['  ', ''],
  ])('fold %j to %j', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('fold composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldWords(text.normalize('NFC')) === foldWords(text.normalize('NFD'))),
    );
  });

  it('are kept as folded words and the days between which they happened', () => {
    expect(deedOf('Cứu người đuối nước', '2022-03-01', '2022-03-02')).toEqual(rescue);
    expect(deedOf('Cứu người', '2022-03-03', null)).toEqual({ title: 'cuu nguoi', from: '2022-03-03', to: '2022-03-03' });
  });

  it.each([
    ['the same words on days that meet', 'cuu nguoi duoi nuoc', '2022-03-02', '2022-03-09', true],
    ['days that touch from the other side', 'Cứu người đuối nước', '2022-02-01', '2022-03-01', true],
    ['the same words a day later', 'Cứu người đuối nước', '2022-03-03', '2022-03-04', false],
    ['the same words a day earlier', 'Cứu người đuối nước', '2022-02-01', '2022-02-28', false],
    ['the same words on no day', 'Cứu người đuối nước', null, null, true],
    ['the same words up to a day before', 'Cứu người đuối nước', null, '2022-02-28', false],
    ['one day that lies outside', 'Cứu người đuối nước', '2022-03-03', null, false],
    ['other words', 'Cứu người trong đám cháy', '2022-03-01', '2022-03-02', false],
  ])('are told by %s', (_, title, from, to, same) => {
    const other = deedOf(title, from, to);
    expect([sameDeed(rescue, other), sameDeed(other, rescue)]).toEqual([same, same]);
  });

  it('without words are never the same', () => {
    expect(sameDeed(deedOf('', null, null), deedOf(' ', null, null))).toBe(false);
  });
});

describe('one award per achievement', () => {
  const test = (changes: Partial<RegistryFacts>, moment: 'filing' | 'award' = 'filing', key = 'ntvt-district') =>
    overlapOf(award(key), rules, facts(changes), moment);

  it('finds a record in the group, and one of another programme', () => {
    expect(test({ records: [held()] })).toMatchObject({ with: 'record', record: { id: 'r1' } });
    expect(test({ records: [held({ programme: 'thi-dua', award: 'lao-dong-tien-tien' })] })).toMatchObject({ with: 'record' });
    expect(test({ records: [held()] }, 'award')).toMatchObject({ with: 'record' });
  });

  it('passes by other deeds, unknown deeds, its own records, and awards outside the group', () => {
    const other = deedOf('Hòa giải', null, null);
    expect(
      test({ records: [held({ deed: other }), held({ deed: null }), held({ nominationId: 'n1' }), held({ award: 'unknown' })] }),
    ).toBeNull();
  });

  it('lets an award without a group be given beside any other, one without a group or of another programme too', () => {
    const free: AwardType = awardType();
    const records = [held(), held({ award: 'unknown' }), held({ programme: 'thi-dua', award: 'lao-dong-tien-tien' })];
    for (const record of records) expect(overlapOf(free, rules, facts({ records: [record] }), 'filing')).toBeNull();
    for (const other of [rival(), rival({ award: 'unknown' })])
      expect(overlapOf(free, rules, facts({ rivals: [other] }), 'filing')).toBeNull();
  });

  it('names the nomination that stands in the way', () => {
    expect(test({ rivals: [rival({ nominationId: 'n7' })] })).toEqual({ with: 'nomination', rival: rival({ nominationId: 'n7' }) });
  });

  it.each([
    ['filed before', rival(), true],
    ['filed after', rival({ submittedAt: 11 }), false],
    ['filed after and under way', rival({ submittedAt: 11, received: true }), true],
    ['filed in the same moment with a lower id', rival({ submittedAt: 10 }), true],
    ['filed in the same moment with a higher id', rival({ submittedAt: 10, nominationId: 'n2' }), false],
    ['of another deed', rival({ deed: { title: 'khac', from: null, to: null } }), false],
    ['outside the group', rival({ award: 'unknown' }), false],
    ['itself', rival({ nominationId: 'n1', received: true }), false],
  ])('lets a rival %s stand in the way: %#', (_, other, inTheWay) => {
    expect(test({ rivals: [other] }) !== null).toBe(inTheWay);
  });

  it('asks no rival when the award is signed: the places decide', () => {
    expect(test({ rivals: [rival({ received: true })] }, 'award')).toBeNull();
  });

  it('of two rivals exactly one goes on, whoever is asked first (invariant 1)', () => {
    const filing = fc.record({ nominationId: fc.constantFrom('a', 'b', 'c'), submittedAt: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(filing, filing, (one, two) => {
        fc.pre(one.nominationId !== two.nominationId);
        const sees = (me: typeof one, them: typeof one): boolean =>
          overlapOf(award('ntvt-city'), rules, facts({ ...me, rivals: [rival({ ...them, received: false })] }), 'filing') !== null;
        expect(sees(one, two)).toBe(!sees(two, one));
      }),
    );
  });
});
