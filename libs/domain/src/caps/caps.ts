import type { AwardCap, AwardPeriod, AwardType } from '../route/rule-set.ts';

/** A numbered place that an award takes up; no two awards have one number in one scope at the same time. */
export interface SlotClaim {
  readonly scope: string;
  /** Places in the scope; null where the place only keeps two signatures of one moment apart. */
  readonly max: number | null;
}

/** Where and when an award would be given. */
export interface SlotPlace {
  readonly programme: string;
  readonly unit: string;
  readonly campaign: string;
  /** Calendar year of signing. */
  readonly year: number;
  /** Registry id. */
  readonly nominee: string;
}

function periodOf(period: AwardPeriod, { year, campaign }: SlotPlace): string {
  return period === 'year' ? `year ${String(year)}` : `campaign ${campaign}`;
}

/** The scope in which a capped award is counted; null without a cap. */
export function capScope(award: AwardType, place: SlotPlace): string | null {
  return award.cap === null ? null : scopeOf(award.cap, award.key, place);
}

function scopeOf({ scope, period }: AwardCap, award: string, place: SlotPlace): string {
  const where = scope === 'unit' ? `unit ${place.unit}` : 'all';
  return ['cap', place.programme, award, where, periodOf(period, place)].join('|');
}

/** Awards that look at the nominee's other awards are given to one nominee one after the other. */
function nomineeScope(award: AwardType, { nominee }: SlotPlace): string | null {
  return award.exclusionGroup === null && award.repeat === 'unlimited' ? null : `nominee|${nominee}`;
}

/** The awards that a share is a share of: those of one type that stand, of one unit or all, signed in one year or given in one campaign. */
export interface ShareBase {
  /** The capped award's scope, under which the count is known. */
  readonly scope: string;
  readonly programme: string;
  readonly award: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly campaign: string | null;
}

/** What has to be counted for a cap that is a share; null for every other award. */
export function shareBase({ key, cap }: Pick<AwardType, 'key' | 'cap'>, place: SlotPlace): ShareBase | null {
  if (cap?.of === undefined) return null;
  const { programme, unit, year, campaign } = place;
  const period = cap.period === 'year' ? { year, campaign: null } : { year: null, campaign };
  return { scope: scopeOf(cap, key, place), programme, award: cap.of, unit: cap.scope === 'unit' ? unit : null, ...period };
}

/** How many a cap allows. A share is rounded down: one more is allowed while (taken + 1) × 100 ≤ percent × base. */
export function limitOf({ max, percent = 0 }: AwardCap, base: number): number {
  if (max !== undefined) return max;
  const hundredths = percent * base;
  return (hundredths - (hundredths % 100)) / 100;
}

/** The places that giving the award takes up; `base`: what its cap is a share of, as it is counted now. */
export function claimsOf(award: AwardType, place: SlotPlace, base = 0): readonly SlotClaim[] {
  const nominee = nomineeScope(award, place);
  return [
    ...(award.cap === null ? [] : [{ scope: scopeOf(award.cap, award.key, place), max: limitOf(award.cap, base) }]),
    ...(nominee === null ? [] : [{ scope: nominee, max: null }]),
  ];
}

/** The lowest number from 1 on that nobody has, or null when the scope is full; a limit that has sunk counts what is taken, not its numbers. */
export function freeNumber(taken: readonly number[], max: number | null): number | null {
  if (max !== null && taken.length >= max) return null;
  let number = 1;
  while (taken.includes(number)) number += 1;
  return number;
}
