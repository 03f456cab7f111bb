import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RuleSet } from '../route/rule-set.ts';
import { ruleSet } from './case.fixture.ts';
import { RegisteredStory, Registry } from './registry.fixture.ts';

const CAP = 3;
const THREE_YEARS = { award: 'co-so', times: 1, consecutive: null };

function rules(): RuleSet {
  const base = ruleSet({ revocation: { grounds: [{ ground: 'fraud', text: { vi: 'Gian dối', en: 'Fraud' } }] } });
  const awards = base.awards.map((award) => ({ ...award, cap: { scope: 'programme', period: 'year', max: CAP } as const }));
  return { ...base, awards };
}

type Move = { readonly do: 'file' | 'approve' | 'reject' | 'withdraw' | 'revoke' | 'reopen'; readonly who: number; readonly deed: number };

const move: fc.Arbitrary<Move> = fc.record({
  do: fc.constantFrom(
    'file' as const,
    'approve' as const,
    'approve' as const,
    'reject' as const,
    'withdraw' as const,
    'revoke' as const,
    'reopen' as const,
  ),
  who: fc.nat(7),
  deed: fc.nat(1),
});

function play(registry: Registry, { do: what, who, deed }: Move): void {
  if (what === 'file') {
    RegisteredStory.filed(registry, { rules: rules(), nominee: `p${String(who % 4)}`, deed: `Việc ${String(deed)}` });
    return;
  }
  const story = registry.stories[who % Math.max(registry.stories.length, 1)];
  if (!story) return;
  if (what === 'approve') story.approve();
  if (what === 'reject') story.decide('reject');
  if (what === 'withdraw') story.act({ kind: 'withdraw' });
  if (what === 'revoke') story.act({ kind: 'revoke', ground: 'fraud', paper: '1/QĐ', revokedOn: null });
  if (what === 'reopen') story.act({ kind: 'reopen', stage: 'district-decision' });
}

const holding = (registry: Registry): readonly RegisteredStory[] => registry.stories.filter(({ file }) => file.state === 'CONFERRED');

describe('nominations that live beside one another', () => {
  const seasons = fc.array(move, { maxLength: 60 });

  function held(law: (registry: Registry) => void): void {
    fc.assert(
      fc.property(seasons, (moves) => {
        const registry = new Registry();
        for (const next of moves) {
          play(registry, next);
          law(registry);
        }
      }),
      { numRuns: 150 },
    );
  }

  it('are awarded once for one achievement inside a group, whatever is filed, revoked and reopened (invariant 1)', () => {
    held((registry) => {
      const deeds = holding(registry).map(({ nominee, deed }) => `${nominee} ${deed}`);
      expect(new Set(deeds).size).toBe(deeds.length);
    });
  });

  it('never hold more places than the cap has, and each award its own (invariant 5)', () => {
    held((registry) => {
      const places = registry.slots.filter(({ scope }) => scope.startsWith('cap|'));
      expect(places.map(({ nominationId }) => nominationId).toSorted()).toEqual(
        holding(registry)
          .map(({ file }) => file.nominationId)
          .toSorted(),
      );
      expect(places.length).toBeLessThanOrEqual(CAP);
    });
  });

  it('keep the record of every award, also of one that was revoked (invariant 14)', () => {
    held((registry) => {
      const standing = registry.records.filter(({ revoked }) => !revoked).map(({ nominationId }) => nominationId);
      expect(standing.toSorted()).toEqual(
        holding(registry)
          .map(({ file }) => file.nominationId)
          .toSorted(),
      );
      const given = registry.stories.flatMap(({ lines }) => lines.filter(({ award }) => award !== null));
      expect(registry.records).toHaveLength(given.length);
    });
  });

  it('note the records that an award rested on, so that a revocation finds who relied on them (invariant 14)', () => {
    const registry = new Registry();
    const base = rules();
    registry.records = [
      {
        id: 'h1',
        nominationId: null,
        programme: base.programme,
        award: 'co-so',
        campaign: null,
        year: 2024,
        signedYear: 2024,
        deed: null,
        nominee: 'p1',
        revoked: false,
      },
    ];
    const awards = base.awards.map((award) => ({ ...award, prerequisites: [THREE_YEARS] }));
    const story = RegisteredStory.filed(registry, { rules: { ...base, awards } });
    expect(story.approve()).toBeNull();
    expect(registry.relied).toContainEqual({ nominationId: story.file.nominationId, recordId: 'h1' });
  });

  it('are given one award as a share of another: no signature takes more than the share of what stood then (invariant 5)', () => {
    const PERCENT = 40;
    const shared = sharedRules(PERCENT);
    const standing = (registry: Registry, key: string): number =>
      registry.records.filter(({ award, revoked }) => award === key && !revoked).length;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const registry = new Registry();
        for (const next of moves) {
          const before = standing(registry, 'share');
          if (next.do === 'file') fileOne(registry, shared, next);
          else play(registry, next);
          const taken = registry.slots.filter(({ scope }) => scope.startsWith('cap|')).length;
          expect(taken).toBe(standing(registry, 'share'));
          if (standing(registry, 'share') > before) expect(taken * 100).toBeLessThanOrEqual(PERCENT * standing(registry, 'base'));
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Two awards that one authority gives, the proposed one: `share` at most as a share of `base`. */
function sharedRules(percent: number): RuleSet {
  const base = rules();
  const [first] = base.awards;
  if (!first) throw new Error('there are awards');
  const plain = { ...first, exclusionGroup: null, cap: null };
  const cap = { scope: 'programme', period: 'year', percent, of: 'base' } as const;
  const stages = base.stages
    .filter(({ level }) => level !== 'city')
    .map((stage) => (stage.kind === 'decision' ? ({ ...stage, award: 'proposed', mayReferUp: false } as const) : stage));
  const publication = { kind: 'publication', key: 'publication', level: 'district' } as const;
  return {
    ...base,
    levels: base.levels.filter(({ key }) => key !== 'city'),
    awards: [
      { ...plain, key: 'base' },
      { ...plain, key: 'share', cap },
    ],
    stages: [...stages, publication],
  };
}

/** Of three filings one proposes the share. */
function fileOne(registry: Registry, shared: RuleSet, { who, deed }: Move): void {
  const award = who % 3 === 0 ? 'share' : 'base';
  const nominee = `p${String(registry.stories.length)}`;
  RegisteredStory.filed(registry, { rules: shared, nominee, deed: `Việc ${String(deed)}`, file: { award } });
}
