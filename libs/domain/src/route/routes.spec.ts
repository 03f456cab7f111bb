import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decision, intake, publication, ruleSet } from '../nomination/case.fixture.ts';
import type { RecipientKind, Route, RouteFilter, RuleSet, Stream } from './rule-set.ts';
import { awardDecided, NoRoute, routeFor, routesOf, rulesFor, takes } from './routes.ts';

const base = ruleSet();

function route(key: string, wanted: RouteFilter, changes: Partial<Route> = {}): Route {
  const { stages, completion, withdrawUntil } = base;
  return { key, name: { vi: key, en: key }, for: wanted, stages, completion, withdrawUntil, ...changes };
}

const withRoutes = (...routes: readonly Route[]): RuleSet => ({ ...base, routes });
const person = { award: 'ntvt-district', stream: 'regular', recipientKind: 'individual' } as const;

describe('the route of a nomination', () => {
  it('is the only one where the rules list none', () => {
    expect(rulesFor(base, person)).toEqual(base);
    const { stages, completion, withdrawUntil } = base;
    const name = { vi: 'Thông thường', en: 'Standard' };
    expect(routesOf(base)).toEqual([{ key: 'standard', name, for: {}, stages, completion, withdrawUntil }]);
  });

  it('is the first that takes it, with its own stages, returns and withdrawal', () => {
    const short = [intake(), decision('district', { mayReferUp: false }), publication];
    const feat = route(
      'feat',
      { streams: ['ad-hoc'] },
      { stages: short, completion: { ...base.completion, maxReturns: 0 }, withdrawUntil: 'final-level' },
    );
    const rules = withRoutes(feat, route('all', {}));
    expect(routeFor(rules, person)?.key).toBe('all');
    const simplified = rulesFor(rules, { ...person, stream: 'ad-hoc' });
    expect(simplified.stages).toBe(short);
    expect([simplified.completion.maxReturns, simplified.withdrawUntil, simplified.awards]).toEqual([0, 'final-level', rules.awards]);
  });

  it('needs award, stream and kind all to fit where all are named', () => {
    const narrow = route('narrow', { awards: ['ntvt-city'], streams: ['thematic', 'campaign'], recipientKinds: ['household'] });
    const fits = { award: 'ntvt-city', stream: 'campaign', recipientKind: 'household' } as const;
    expect(takes(narrow, fits)).toBe(true);
    const misfits = [{ award: 'ntvt-district' }, { stream: 'regular' as const }, { recipientKind: 'individual' as const }];
    expect(misfits.map((change) => takes(narrow, { ...fits, ...change }))).toEqual([false, false, false]);
  });

  it('is missing where none takes it, which intake asks first', () => {
    const rules = withRoutes(route('feat', { streams: ['ad-hoc'] }));
    expect(routeFor(rules, person)).toBeNull();
    expect(() => rulesFor(rules, person)).toThrow(NoRoute);
    expect(new NoRoute('x').name).toBe('NoRoute');
    expect(() => rulesFor(rules, person)).toThrow('ntvt-district, regular, individual');
  });

  it('is never one that stands behind another which takes it (any routes, any nomination)', () => {
    const streams: readonly Stream[] = ['regular', 'campaign', 'thematic', 'ad-hoc'];
    const kinds: readonly RecipientKind[] = ['individual', 'collective', 'household'];
    const filter = fc.record(
      { awards: fc.subarray(['ntvt-district', 'ntvt-city']), streams: fc.subarray([...streams]), recipientKinds: fc.subarray([...kinds]) },
      { requiredKeys: [] },
    );
    const subject = fc.record({
      award: fc.constantFrom('ntvt-district', 'ntvt-city'),
      stream: fc.constantFrom(...streams),
      recipientKind: fc.constantFrom(...kinds),
    });
    fc.assert(
      fc.property(fc.array(filter, { minLength: 1, maxLength: 5 }), subject, (filters, asked) => {
        const rules = withRoutes(...filters.map((wanted, i) => route(String(i), wanted)));
        const chosen = routeFor(rules, asked);
        const position = chosen ? Number(chosen.key) : filters.length;
        expect(rules.routes.slice(0, position).every((other) => !takes(other, asked))).toBe(true);
        expect(chosen === null || takes(chosen, asked)).toBe(true);
      }),
    );
  });
});

describe('the award that a decision gives', () => {
  it('is the one that it names', () => {
    expect(awardDecided(decision('district'), base, 'ntvt-city')).toBe('ntvt-district');
  });

  it('is the proposed one at its own level, and none below it or where nobody knows it', () => {
    const proposed = { award: 'proposed' };
    const of = (level: 'district' | 'city', award: string): string | null => awardDecided(decision(level, proposed), base, award);
    expect([of('city', 'ntvt-city'), of('district', 'ntvt-city'), of('district', 'ntvt-district'), of('city', 'medal')]).toEqual([
      'ntvt-city',
      null,
      'ntvt-district',
      null,
    ]);
  });
});
