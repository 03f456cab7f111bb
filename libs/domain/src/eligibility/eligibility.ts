import type { AwardType, Prerequisite, RuleSet } from '../route/rule-set.ts';
import type { Text } from '../time.ts';
import { overlapOf, type OverlapMoment } from '../overlap/overlap.ts';
import { fulfilment } from './prerequisites.ts';
import type { HeldAward, RegistryFacts } from './registry-facts.ts';

/** The rules that look beyond the nomination itself, as people and reports name them. */
export type RegistryRule = 'one-award-per-achievement' | 'once-in-a-lifetime' | 'once-per-period' | 'missing-prerequisite' | 'cap-reached';

/** Rules that a post above the nominator may set aside for one nomination, with a reason. */
export const OVERRIDABLE: readonly RegistryRule[] = ['one-award-per-achievement'];

/** The rule that bars an award, in words that name what is in the way. */
export interface Barrier {
  readonly rule: RegistryRule;
  readonly text: Text;
  /** What the words name: a record, a nomination, the years that are missing. */
  readonly because: string;
}

export interface Proposal {
  readonly award: AwardType;
  readonly rules: RuleSet;
  readonly facts: RegistryFacts;
  /** Calendar year of signing, or of filing before anything is signed. */
  readonly year: number;
  readonly moment: OverlapMoment;
  /** Rules set aside for this nomination. */
  readonly overrides: readonly string[];
}

/** Whether an award's rules look at anything beyond the nomination. */
export function looksAround({ exclusionGroup, repeat, prerequisites, cap }: AwardType): boolean {
  return exclusionGroup !== null || repeat !== 'unlimited' || prerequisites.length > 0 || cap !== null;
}

/** The first rule that bars the award, or null. Caps are counted apart, see `capBarrier`. */
export function barrierOf(proposal: Proposal): Barrier | null {
  const barrier = repeatBarrier(proposal) ?? prerequisiteBarrier(proposal) ?? overlapBarrier(proposal);
  return barrier !== null && proposal.overrides.includes(barrier.rule) ? null : barrier;
}

/** The year that a nomination is considered for: its campaign's where that is named by a year. */
export function yearConsidered({ campaign }: RegistryFacts, year: number): number {
  return /^\d{4}$/.test(campaign) ? Number(campaign) : year;
}

/** The records that the award's prerequisites rest on. */
export function reliedOn({ award, rules, facts, year }: Proposal): readonly HeldAward[] {
  const considered = yearConsidered(facts, year);
  return award.prerequisites.flatMap((rule) => fulfilment(rule, rules.programme, facts.records, considered).relied);
}

function repeatBarrier({ award, rules, facts, year }: Proposal): Barrier | null {
  if (award.repeat === 'unlimited') return null;
  const mine = facts.records.filter(
    (held) => held.programme === rules.programme && held.award === award.key && held.nominationId !== facts.nominationId,
  );
  const rule = award.repeat;
  const again = rule === 'once-in-a-lifetime' ? mine : mine.filter((held) => samePeriod(award, held, facts, year));
  const [held] = again;
  if (!held) return null;
  const text = {
    vi: `Danh hiệu này ${rule === 'once-in-a-lifetime' ? 'chỉ tặng một lần trong đời' : 'chỉ tặng một lần trong một kỳ'}; đã được tặng năm ${String(held.year)}.`,
    en: `This title is given ${rule === 'once-in-a-lifetime' ? 'once in a lifetime' : 'once in a period'}; it was given for ${String(held.year)}.`,
  };
  return { rule, text, because: held.id };
}

function samePeriod(award: AwardType, held: HeldAward, facts: RegistryFacts, year: number): boolean {
  return award.period === 'campaign' ? held.campaign === facts.campaign : held.signedYear === year;
}

function prerequisiteBarrier({ award, rules, facts, year }: Proposal): Barrier | null {
  for (const rule of award.prerequisites) {
    const { missing, missingYears } = fulfilment(rule, rules.programme, facts.records, yearConsidered(facts, year));
    if (missing > 0)
      return { rule: 'missing-prerequisite', text: lacking(rule, rules, missing, missingYears), because: missingYears.join(', ') };
  }
  return null;
}

function lacking(rule: Prerequisite, rules: RuleSet, missing: number, missingYears: readonly number[]): Text {
  const award = rules.awards.find(({ key }) => key === rule.award)?.name;
  const years = missingYears.join(', ');
  if (missingYears.length === 0)
    return {
      vi: `Cần ${String(rule.times)} lần được tặng "${award?.vi ?? rule.award}"; còn thiếu ${String(missing)} lần.`,
      en: `"${award?.en ?? rule.award}" is needed ${String(rule.times)} times; ${String(missing)} missing.`,
    };
  return {
    vi: `Cần ${String(rule.times)} năm liên tục được tặng "${award?.vi ?? rule.award}"; thiếu năm ${years}.`,
    en: `"${award?.en ?? rule.award}" is needed ${String(rule.times)} years running; missing: ${years}.`,
  };
}

function overlapBarrier({ award, rules, facts, moment }: Proposal): Barrier | null {
  const overlap = overlapOf(award, rules, facts, moment);
  if (!overlap) return null;
  if (overlap.with === 'record') {
    const given = overlap.record;
    const text = {
      vi: `Một thành tích chỉ được tặng một lần: thành tích này đã được tặng năm ${String(given.year)}.`,
      en: `One achievement is awarded once: this one was awarded for ${String(given.year)}.`,
    };
    return { rule: 'one-award-per-achievement', text, because: given.id };
  }
  const text = {
    vi: 'Một thành tích chỉ được tặng một lần: thành tích này đã có đơn vị khác đề nghị và đang được xét.',
    en: 'One achievement is awarded once: another submission of this very achievement is being considered.',
  };
  return { rule: 'one-award-per-achievement', text, because: overlap.rival.nominationId };
}
