import { describe, expect, it } from '@jest/globals';
import { ruleSet } from '../nomination/case.fixture.ts';
import { completed, type StoredRuleSet } from './stored-rules.ts';

describe('rules that were published before the language grew', () => {
  it('have no routes and no councils, and give their awards freely', () => {
    const { routes, councils, awards, ...old } = ruleSet();
    const plain = awards.map(({ key, name, level, issuer, recipientKinds, exclusionGroup }) => ({
      key,
      name,
      level,
      issuer,
      recipientKinds,
      exclusionGroup,
    }));
    expect(completed({ ...old, awards: plain })).toEqual({ ...old, routes, councils, awards });
    expect(completed({ ...old, awards: plain }).awards[0]).toMatchObject({
      repeat: 'unlimited',
      posthumous: false,
      prerequisites: [],
      cap: null,
    });
  });

  it('keep what they say', () => {
    const rules = ruleSet();
    const [first, ...others] = rules.awards;
    if (!first) throw new Error('there are awards');
    const capped = { ...first, cap: { scope: 'programme', period: 'year', max: 10 } as const };
    const stored: StoredRuleSet = { ...rules, awards: [capped, ...others] };
    expect(completed(stored)).toEqual(stored);
  });
});
