import { describe, expect, it } from '@jest/globals';
import {
  exampleNumber,
  fitsNumber,
  gapsIn,
  isNumberTaken,
  isPaperNumber,
  numberKey,
  numberRuleOf,
  numberScope,
  type NumberRule,
} from './paper-number.ts';

const district: NumberRule = { level: 'district', pattern: '{n}/QĐ-UBND', perYear: true };
const director: NumberRule = { level: 'district', issuer: 'department/director', pattern: '{n}/{year}/QĐ-SXD', perYear: true };

describe('the number of a decision', () => {
  it.each(['1/QĐ-UBND', '0012/QĐ-UBND', ' 123456/QĐ-UBND ', '12a/QĐ-UBND', '12/QĐ-UBND'.normalize('NFD')])(
    '%s fits {n}/QĐ-UBND',
    (number) => {
      expect(fitsNumber(district, number)).toBe(true);
    },
  );

  it.each(['12', '12/QD-UBND', '12/QĐ-UBND-VX', 'x12/QĐ-UBND', '0/QĐ-UBND', '1234567/QĐ-UBND', '12/QĐ-UBND 13', ''])(
    '%s does not',
    (number) => {
      expect(fitsNumber(district, number)).toBe(false);
    },
  );

  it('takes the year where the pattern has one, and no sign as a wildcard', () => {
    expect([fitsNumber(director, '7/2022/QĐ-SXD'), fitsNumber(director, '7/22/QĐ-SXD'), fitsNumber(director, '7/QĐ-SXD')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([fitsNumber({ ...district, pattern: '{n}.(QĐ)' }, '7.(QĐ)'), fitsNumber({ ...district, pattern: '{n}.QĐ' }, '7/QĐ')]).toEqual([
      true,
      false,
    ]);
  });

  it('bears the year of signing where the pattern has one', () => {
    expect([fitsNumber(director, '7/2022/QĐ-SXD', 2022), fitsNumber(director, '7/2021/QĐ-SXD', 2022)]).toEqual([true, false]);
    expect(fitsNumber(district, '7/QĐ-UBND', 2022)).toBe(true);
  });

  it('is one number however many zeros it is written with', () => {
    expect([' 0012/QĐ-UBND ', '12/QĐ-UBND'.normalize('NFD'), '10/QĐ-UBND', '05/2022/NĐ-CP'].map(numberKey)).toEqual([
      '12/QĐ-UBND',
      '12/QĐ-UBND',
      '10/QĐ-UBND',
      '5/2022/NĐ-CP',
    ]);
  });

  it('is its paper’s alone in the year of signing, or in all years', () => {
    expect(numberScope(district, '012/QĐ-UBND', '2022-09-30')).toBe('year 2022|12/QĐ-UBND');
    expect(numberScope({ ...district, perYear: false }, '012/QĐ-UBND', '2022-09-30')).toBe('ever|12/QĐ-UBND');
  });

  it.each([
    [true, '2022-09-30', false, true],
    [true, '2022-09-29', false, false],
    [true, '2021-09-30', false, false],
    [false, '2021-09-30', false, true],
    [true, '2022-09-30', true, false],
  ])('numbered afresh each year: %s, on a paper of %s, its own: %s; taken for one of 29/9/2022: %s', (perYear, signedOn, own, taken) => {
    expect(isNumberTaken({ ...district, perYear }, '2022-09-29', [{ signedOn, own }])).toBe(taken);
    expect(isNumberTaken({ ...district, perYear }, '2022-09-29', [])).toBe(false);
  });

  it('is shown by an example that fits its own rule', () => {
    expect([exampleNumber(district), exampleNumber(director, 2022)]).toEqual(['12/QĐ-UBND', '12/2022/QĐ-SXD']);
    for (const rule of [district, director]) expect(fitsNumber(rule, exampleNumber(rule))).toBe(true);
  });

  it("follows the issuer's rule before the level's, and none of another level", () => {
    const everywhere: NumberRule = { pattern: '{n}/QĐ', perYear: false };
    const rules = { decisionNumbers: [district, director, everywhere] };
    expect(numberRuleOf(rules, 'district', 'department/director')).toBe(director);
    expect(numberRuleOf(rules, 'district', 'district/chairman')).toBe(district);
    expect(numberRuleOf(rules, 'city', 'department/director')).toBe(everywhere);
    expect(numberRuleOf({ decisionNumbers: [district] }, 'city', 'city/chairman')).toBeNull();
    expect(numberRuleOf({ decisionNumbers: [director] }, 'district', 'district/chairman')).toBeNull();
    expect(numberRuleOf({}, 'city', 'city/chairman')).toBeNull();
  });
});

describe('a paper that is named', () => {
  it.each([
    '01/Ctr-UBND',
    '29/KH-UBND',
    '198/KH-UBND',
    '05/HD-HĐTĐKT',
    '12/TTr-UBND',
    '39/2012/NĐ-CP',
    '06/2022/QH15',
    '34-CT/TW',
    '12a/QĐ-UBND',
    ' 12/QĐ-UBND ',
    '06/2022/QH15/A1',
    '98/2023/NĐ-CP',
  ])('is accepted as %s', (number) => {
    expect(isPaperNumber(number)).toBe(true);
    expect(isPaperNumber(number.normalize('NFD'))).toBe(true);
  });

  it.each([
    'KH-UBND',
    '29',
    '29/',
    '29/kh-ubnd',
    '29 KH UBND',
    'x29/KH-UBND',
    '12A/KH-UBND',
    '12-/KH-UBND',
    '29/KH-U.',
    '29/K"-UBND',
    '29/KH-',
    '/KH-UBND',
  ])('is not %s', (number) => {
    expect(isPaperNumber(number)).toBe(false);
  });
});

describe('the running numbers of an issuer', () => {
  it('are told where some between them are on no paper, in any order and each once', () => {
    expect(gapsIn([17, 12, 14, 12])).toEqual([
      [13, 13],
      [15, 16],
    ]);
    expect([gapsIn([]), gapsIn([9]), gapsIn([3, 4, 5])]).toEqual([[], [], []]);
  });
});
