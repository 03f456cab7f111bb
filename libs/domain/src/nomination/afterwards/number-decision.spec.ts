import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '../../route/rule-set.ts';
import { ruleSet } from '../case.fixture.ts';
import { RegisteredStory, Registry } from '../registry.fixture.ts';

/** One district title a year or a campaign, in the whole programme. */
function oneA(period: 'year' | 'campaign'): RuleSet {
  const base = ruleSet();
  const cap = { scope: 'programme', period, max: 1 } as const;
  return { ...base, awards: base.awards.map((award) => (award.level === 'district' ? { ...award, cap } : award)) };
}

const dated = (signedOn: string) => ({ kind: 'number-decision', level: 'district', number: '12/QĐ-UBND', signedOn }) as const;
const placesOf = ({ slots }: Registry, story: RegisteredStory): readonly string[] =>
  slots.flatMap(({ nominationId, scope }) => (nominationId === story.file.nominationId && scope.startsWith('cap|') ? [scope] : []));

describe('a day of signing that is mended', () => {
  function signed(period: 'year' | 'campaign' = 'year'): {
    readonly registry: Registry;
    readonly first: RegisteredStory;
    readonly next: RegisteredStory;
  } {
    const registry = new Registry();
    const rules = oneA(period);
    const first = RegisteredStory.filed(registry, { rules, nominee: 'p1' });
    const next = RegisteredStory.filed(registry, { rules, nominee: 'p2', deed: 'Khác' });
    expect(first.approve()).toBeNull();
    return { registry, first, next };
  }

  it('takes the places along into its year, and frees those of the other', () => {
    const { registry, first, next } = signed();
    expect(next.approve()).toBe('CAP_REACHED');
    expect(first.act(dated('2024-12-31'))).toBeNull();
    expect(placesOf(registry, first)).toEqual(['cap|nam-tu-liem-ntvt|ntvt-district|all|year 2024']);
    expect(next.decide('approve')).toBeNull();
    expect(placesOf(registry, next)).toEqual(['cap|nam-tu-liem-ntvt|ntvt-district|all|year 2025']);
  });

  it('is refused where all places of that year are taken, and nothing moves', () => {
    const { registry, first, next } = signed();
    first.act(dated('2024-12-31'));
    expect(next.approve()).toBeNull();
    const before = registry.slots;
    expect(first.act(dated('2025-01-02'))).toBe('CAP_REACHED');
    expect(registry.slots).toBe(before);
  });

  it('keeps its own place of a full campaign, whichever year it is signed in', () => {
    const { registry, first, next } = signed('campaign');
    expect(first.act(dated('2024-12-31'))).toBeNull();
    expect(placesOf(registry, first)).toEqual(['cap|nam-tu-liem-ntvt|ntvt-district|all|campaign 2025']);
    expect(next.approve()).toBe('CAP_REACHED');
  });

  it('moves nothing inside its year', () => {
    const { registry, first } = signed();
    const before = registry.slots;
    expect(first.act(dated('2025-02-03'))).toBeNull();
    expect(registry.slots).toBe(before);
  });
});
