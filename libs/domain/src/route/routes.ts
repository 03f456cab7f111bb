import type { DecisionStage, RecipientKind, Route, RuleSet, Stream } from './rule-set.ts';

/** What decides which route a nomination takes. */
export interface RouteSubject {
  readonly award: string;
  readonly stream: Stream;
  readonly recipientKind: RecipientKind;
}

/** Rules that no route covers this nomination with; intake refuses such a nomination, so a running case never meets it. */
export class NoRoute extends Error {
  override readonly name = 'NoRoute';
}

/** The routes of a rule set; rules without a list of routes are one route, `standard`, for every nomination. */
export function routesOf(rules: RuleSet): readonly Route[] {
  if (rules.routes.length > 0) return rules.routes;
  const { stages, completion, withdrawUntil } = rules;
  return [{ key: 'standard', name: { vi: 'Thông thường', en: 'Standard' }, for: {}, stages, completion, withdrawUntil }];
}

/** Whether a route takes nominations of this kind: what `for` does not name is open to all. */
export function takes({ for: wanted }: Route, { award, stream, recipientKind }: RouteSubject): boolean {
  return (
    (wanted.awards?.includes(award) ?? true) &&
    (wanted.streams?.includes(stream) ?? true) &&
    (wanted.recipientKinds?.includes(recipientKind) ?? true)
  );
}

/** The first route that takes the nomination; null when none does. */
export function routeFor(rules: RuleSet, subject: RouteSubject): Route | null {
  return routesOf(rules).find((route) => takes(route, subject)) ?? null;
}

/** The rules as they hold on one of their routes. */
export function rulesOn(rules: RuleSet, { stages, completion, withdrawUntil }: Route): RuleSet {
  return { ...rules, stages, completion, withdrawUntil };
}

/**
 * The rules as they hold for one nomination: their stages, completion and withdrawal are those of its route.
 * @throws NoRoute where no route takes it.
 */
export function rulesFor(rules: RuleSet, subject: RouteSubject): RuleSet {
  const route = routeFor(rules, subject);
  if (route) return rulesOn(rules, route);
  const { award, stream, recipientKind } = subject;
  throw new NoRoute(`${rules.programme} ${rules.version} has no route for ${award}, ${stream}, ${recipientKind}`);
}

/**
 * The award that a decision gives: its own, or the proposed one where that belongs to the stage's level. Null at a level
 * below the proposed award, which then only endorses.
 */
export function awardDecided(stage: DecisionStage, rules: RuleSet, proposed: string): string | null {
  if (stage.award !== 'proposed') return stage.award;
  const award = rules.awards.find(({ key }) => key === proposed);
  return award?.level === stage.level ? award.key : null;
}
