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
  return award.cap === null ? null : scopeOf(award.cap, award, place);
}

function scopeOf({ scope, period }: AwardCap, award: AwardType, place: SlotPlace): string {
  const where = scope === 'unit' ? `unit ${place.unit}` : 'all';
  return ['cap', place.programme, award.key, where, periodOf(period, place)].join('|');
}

/** Awards that look at the nominee's other awards are given to one nominee one after the other. */
function nomineeScope(award: AwardType, { nominee }: SlotPlace): string | null {
  return award.exclusionGroup === null && award.repeat === 'unlimited' ? null : `nominee|${nominee}`;
}

/** The places that giving the award takes up. */
export function claimsOf(award: AwardType, place: SlotPlace): readonly SlotClaim[] {
  const nominee = nomineeScope(award, place);
  return [
    ...(award.cap === null ? [] : [{ scope: scopeOf(award.cap, award, place), max: award.cap.max }]),
    ...(nominee === null ? [] : [{ scope: nominee, max: null }]),
  ];
}

/** The lowest number from 1 on that nobody has, or null when the scope is full. */
export function freeNumber(taken: readonly number[], max: number | null): number | null {
  let number = 1;
  while (taken.includes(number)) number += 1;
  return max !== null && number > max ? null : number;
}
