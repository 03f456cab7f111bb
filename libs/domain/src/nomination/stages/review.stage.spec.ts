import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReviewerRule } from '../../route/rule-set.ts';
import { CaseStory } from '../case-story.fixture.ts';
import { decision, intake, panel, publication, ruleSet } from '../case.fixture.ts';
import { tally, type SeatChoice } from './review.stage.ts';

const seats = fc.array(fc.constantFrom<SeatChoice>('approve', 'reject', null), { minLength: 1, maxLength: 7 });
const ruleFor = (n: number): fc.Arbitrary<ReviewerRule> =>
  fc.oneof(
    fc.constantFrom<ReviewerRule>({ kind: 'one' }, { kind: 'all' }),
    fc.integer({ min: 1, max: n }).map((k): ReviewerRule => ({ kind: 'k-of-n', k })),
  );
const panels = seats.chain((said) => fc.tuple(fc.constant(said), ruleFor(said.length)));

describe('the tally of seats', () => {
  it('is open while nobody has spoken, and closed when everybody has', () => {
    fc.assert(
      fc.property(panels, ([said, rule]) => {
        expect(
          tally(
            rule,
            said.map(() => null),
          ),
        ).toBe('open');
        expect(
          tally(
            rule,
            said.map((seat) => seat ?? 'approve'),
          ),
        ).not.toBe('open');
      }),
    );
  });

  it('does not change its mind: what is closed stays so, whatever the silent say', () => {
    fc.assert(
      fc.property(panels, fc.constantFrom<SeatChoice>('approve', 'reject'), ([said, rule], late) => {
        const result = tally(rule, said);
        const lone = rule.kind === 'one' && said.some((seat) => seat !== null);
        if (result !== 'open' && !lone)
          expect(
            tally(
              rule,
              said.map((seat) => seat ?? late),
            ),
          ).toBe(result);
      }),
    );
  });

  it('does not depend on the order of seats', () => {
    fc.assert(
      fc.property(panels, ([said, rule]) => {
        expect(tally(rule, said.toReversed())).toBe(tally(rule, said));
      }),
    );
  });

  it.each<[ReviewerRule, SeatChoice[], string]>([
    [{ kind: 'one' }, ['approve', null], 'approved'],
    [{ kind: 'one' }, [null, 'reject'], 'rejected'],
    [{ kind: 'all' }, ['approve', null], 'open'],
    [{ kind: 'all' }, ['approve', 'approve'], 'approved'],
    [{ kind: 'all' }, ['approve', 'reject', null], 'rejected'],
    [{ kind: 'k-of-n', k: 2 }, ['approve', 'reject', null], 'open'],
    [{ kind: 'k-of-n', k: 2 }, ['approve', 'reject', 'approve'], 'approved'],
    [{ kind: 'k-of-n', k: 2 }, ['reject', 'reject', null], 'rejected'],
  ])('%j of %j is %s', (rule, said, result) => expect(tally(rule, said)).toBe(result));
});

describe('a level that awards, on a route where it only reviews', () => {
  it('refers up as its outcome, as a level that awards nothing does', () => {
    const stages = [intake(), panel({ kind: 'one' }), decision('city'), publication];
    const story = CaseStory.received({ rules: ruleSet({ stages }) });
    expect(story.decide('approve')).toBeNull();
    expect(story.file).toMatchObject({ stageIndex: 2, outcomes: [{ level: 'district', outcome: 'REFER_UP' }] });
    expect(story.entries.map(({ action }) => action)).toContain('referred-up');
  });
});
