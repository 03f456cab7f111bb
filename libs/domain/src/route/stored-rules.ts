import { FREELY_GIVEN, type AwardPolicy, type AwardType, type RuleSet } from './rule-set.ts';

/** A rule set as it may have been published: what a later version of the language added can be absent. */
export type StoredRuleSet = Omit<RuleSet, Added | 'awards'> & Partial<Pick<RuleSet, Added>> & { readonly awards: readonly StoredAward[] };

type Added = 'routes' | 'councils';
type StoredAward = Omit<AwardType, keyof AwardPolicy> & Partial<AwardPolicy>;

/** The rules with every field that the language has today; what was not said keeps meaning what it meant then. */
export function completed(stored: StoredRuleSet): RuleSet {
  return {
    ...stored,
    routes: stored.routes ?? [],
    councils: stored.councils ?? [],
    awards: stored.awards.map((award) => ({ ...FREELY_GIVEN, ...award })),
  };
}
