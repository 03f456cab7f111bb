import type { IsoDate, RuleSet } from '@laurel/domain';

/** The rule set valid on a date (`validTo` included), or null when none is. */
export function ruleSetInForce(ruleSets: readonly RuleSet[], on: IsoDate): RuleSet | null {
  const valid = ruleSets.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
  return valid.reduce<RuleSet | null>((latest, next) => (latest && latest.validFrom >= next.validFrom ? latest : next), null);
}
