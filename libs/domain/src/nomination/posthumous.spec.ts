import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '../route/rule-set.ts';
import { ruleSet } from './case.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';

/** The awards of these keys may be given after death. */
function giving(...posthumous: readonly string[]): RuleSet {
  const rules = ruleSet();
  return { ...rules, awards: rules.awards.map((award) => ({ ...award, posthumous: posthumous.includes(award.key) })) };
}

const filed = (rules: RuleSet, deceased: boolean): CaseStory => CaseStory.received({ rules, file: { deceased } });

describe('a nominee who has died', () => {
  it('is ineligible for an award of the living, and the rule is named in both languages', () => {
    const story = filed(giving(), true);
    expect(story.file).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'not-posthumous' });
    const { name } = ruleSet().awards[0] ?? { name: { vi: '', en: '' } };
    const text = {
      vi: `"${name.vi}" không truy tặng: người được đề nghị đã mất.`,
      en: `"${name.en}" is not given after death: the nominee has died.`,
    };
    expect(story.mails.at(-1)).toMatchObject({ kind: 'result', occasion: { state: 'INELIGIBLE', rule: text } });
  });

  it('is considered for an award that may be given after death, as the living are for any', () => {
    expect(filed(giving('ntvt-district'), true).file.state).toBe('RECEIVED');
    expect(filed(giving(), false).file.state).toBe('RECEIVED');
    expect(filed(giving('ntvt-district'), false).file.state).toBe('RECEIVED');
  });

  it('is not given at a higher level what is for the living alone: the signature is refused, a refusal is not', () => {
    const atCity = (rules: RuleSet): CaseStory => {
      const story = filed(rules, true);
      story.decide('approve');
      story.decide('refer-up');
      return story;
    };
    const barred = atCity(giving('ntvt-district'));
    expect(barred.decide('approve')).toBe('NOT_POSTHUMOUS');
    expect(barred.lines).toEqual([]);
    expect(barred.decide('reject')).toBeNull();
    expect(barred.file.state).toBe('NOT_QUALIFIED');
    expect(atCity(giving('ntvt-district', 'ntvt-city')).decide('approve')).toBeNull();
  });
});
