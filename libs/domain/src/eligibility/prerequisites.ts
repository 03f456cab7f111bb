import type { Prerequisite } from '../route/rule-set.ts';
import type { HeldAward } from './registry-facts.ts';

/** How far a nominee fulfils a prerequisite. */
export interface Fulfilment {
  /** The records it rests on. */
  readonly relied: readonly HeldAward[];
  /** How many are missing; 0 when it is fulfilled. */
  readonly missing: number;
  /** Years without the title, in order; empty where years do not matter. */
  readonly missingYears: readonly number[];
}

/**
 * Whether the titles that an award presupposes are held. Consecutive years end with the year considered, or with the
 * year before while that year's title is still to come.
 */
export function fulfilment(rule: Prerequisite, programme: string, records: readonly HeldAward[], considered: number): Fulfilment {
  const held = records.filter((record) => record.award === rule.award && record.programme === (rule.programme ?? programme));
  if (rule.consecutive === null) {
    const relied = held.filter(({ year }) => year <= considered);
    return { relied, missing: Math.max(rule.times - relied.length, 0), missingYears: [] };
  }
  const last =
    held.some(({ year }) => year === considered) || !held.some(({ year }) => year === considered - 1) ? considered : considered - 1;
  const years = Array.from({ length: rule.times }, (_, i) => last - rule.times + 1 + i);
  const missingYears = years.filter((year) => !held.some((record) => record.year === year));
  return { relied: held.filter(({ year }) => years.includes(year)), missing: missingYears.length, missingYears };
}
