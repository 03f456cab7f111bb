import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '../../route/rule-set.ts';
import { CaseStory } from '../case-story.fixture.ts';
import { decision, intake, publication, ruleSet, ungrouped } from '../case.fixture.ts';

const proposedAt = (level: 'district' | 'city') => decision(level, { award: 'proposed' });
const proposals = (rules: RuleSet = ungrouped()): RuleSet => ({
  ...rules,
  stages: [intake(), proposedAt('district'), proposedAt('city'), publication],
});

describe('a decision on the proposed award', () => {
  it('only endorses below its level, and gives it there', () => {
    const story = CaseStory.received({ rules: proposals(), file: { award: 'ntvt-city' } });
    expect(story.open.map(({ choices }) => choices)).toEqual([['refer-up', 'reject', 'return', 'delegate']]);
    expect(story.decide('approve')).toBe('CHOICE_NOT_ALLOWED');
    story.decide('refer-up');
    expect(story.lines).toEqual([]);
    expect(story.open.map(({ choices }) => choices)).toEqual([['approve', 'reject', 'return', 'delegate']]);
    story.decide('approve');
    expect(story.file).toMatchObject({ state: 'DECIDED', outcomes: [{ outcome: 'REFER_UP' }, { outcome: 'AWARD_HERE' }] });
    expect(story.lines).toMatchObject([{ level: 'city', award: 'ntvt-city', issuer: 'city/chairman' }]);
  });

  it('ends at its own level: nothing above could give it', () => {
    const story = CaseStory.received({ rules: proposals(ruleSet()), file: { award: 'ntvt-district' } });
    expect(story.open.map(({ choices }) => choices)).toEqual([['approve', 'reject', 'return', 'delegate']]);
    story.decide('approve');
    expect(story.lines).toMatchObject([{ level: 'district', award: 'ntvt-district' }]);
  });

  it('names no award where it is refused below its level', () => {
    const story = CaseStory.received({ rules: proposals(), file: { award: 'ntvt-city' } });
    story.decide('reject', undefined, 'Chưa đủ');
    expect(story.lines).toMatchObject([{ level: 'district', outcome: 'NOT_QUALIFIED', award: null }]);
  });
});
