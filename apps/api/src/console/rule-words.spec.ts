import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { ineligibleText, paperName } from './rule-words.ts';

const shipped = async (programme: string): Promise<RuleSet> => {
  const [rules] = (await loadProgramme(`programmes/${programme}`)).ruleSets;
  if (!rules) throw new Error(`No rules of ${programme}`);
  return rules;
};

describe('words of a programme’s own for what people see of a case', () => {
  it('name every kind of paper that an intake of any of its routes asks for, and none else', async () => {
    const rules = await shipped('so-xay-dung-ntvt');
    expect(paperName(rules, 'achievement-report')).toEqual({ vi: 'Báo cáo thành tích', en: 'Achievement report' });
    expect(paperName(rules, 'minutes')?.vi).toBe('Biên bản họp xét');
    expect(paperName(rules, 'ảnh-chụp')).toBeNull();
  });

  it('say why a nomination is not eligible, unless every programme has the rule', async () => {
    const rules = await shipped('so-xay-dung-ntvt');
    expect(ineligibleText(rules, 'no-cumulative')?.vi).toBe('Không xét thành tích cộng dồn.');
    expect(ineligibleText(rules, 'cap-reached')).toBeNull();
    expect(ineligibleText(rules, null)).toBeNull();
  });
});
