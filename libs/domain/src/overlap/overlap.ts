import type { AwardType, RuleSet } from '../route/rule-set.ts';
import type { HeldAward, RegistryFacts, Rival } from '../eligibility/registry-facts.ts';
import { sameDeed } from './deed.ts';

/** What stands in the way of a second award for one deed. */
export type Overlap = { readonly with: 'record'; readonly record: HeldAward } | { readonly with: 'nomination'; readonly rival: Rival };

/** Whom the test is for: a nomination that is just filed or revived, or one about to be given its award. */
export type OverlapMoment = 'filing' | 'award';

function groupOf(rules: RuleSet, award: string): string | null {
  return rules.awards.find(({ key }) => key === award)?.exclusionGroup ?? null;
}

/**
 * One achievement yields at most one award inside an exclusion group; a record of another programme honours the deed
 * as well. An award without a group may be given beside any other.
 */
export function overlapOf(award: AwardType, rules: RuleSet, facts: RegistryFacts, moment: OverlapMoment): Overlap | null {
  const group = award.exclusionGroup;
  if (group === null) return null;
  const record = facts.records.find(
    (held) => honours(held, facts) && (held.programme !== rules.programme || groupOf(rules, held.award) === group),
  );
  if (record) return { with: 'record', record };
  if (moment === 'award') return null;
  const rival = facts.rivals.find((other) => groupOf(rules, other.award) === group && cameFirst(other, facts));
  return rival ? { with: 'nomination', rival } : null;
}

function honours(held: HeldAward, { nominationId, deed }: RegistryFacts): boolean {
  return held.nominationId !== nominationId && held.deed !== null && sameDeed(held.deed, deed);
}

/** Of two filings of one deed the one that is under way, or else was filed first, goes on. */
function cameFirst(rival: Rival, { nominationId, deed, submittedAt }: RegistryFacts): boolean {
  if (rival.nominationId === nominationId || !sameDeed(rival.deed, deed)) return false;
  if (rival.received || rival.submittedAt < submittedAt) return true;
  return rival.submittedAt === submittedAt && rival.nominationId < nominationId;
}
