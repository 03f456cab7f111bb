import type { Text } from '../time.ts';
import type { PostRef } from './post-ref.ts';

export type RecipientKind = 'individual' | 'collective' | 'household';

/** A span inside which titles are counted: the calendar year of signing, or one campaign. */
export type AwardPeriod = 'year' | 'campaign';

/** Titles that a nominee must hold before an award may be given. */
export interface Prerequisite {
  readonly award: string;
  /** The programme whose records count; default the award's own. */
  readonly programme?: string;
  readonly times: number;
  /** `years`: in that many years running, the last one being the year considered; null: in any years. */
  readonly consecutive: 'years' | null;
}

/**
 * How many may be given: in the whole programme, or to the nominees of one unit. Either a number, `max`, or a share: at most
 * `percent` of the awards `of` another type that are given in the same scope and period, rounded down.
 */
export interface AwardCap {
  readonly scope: 'programme' | 'unit';
  readonly period: AwardPeriod;
  readonly max?: number;
  readonly percent?: number;
  readonly of?: string;
  /** A nomination of a full cap is refused when it is filed; default: it waits at its authority for a place. */
  readonly whenFull?: 'wait' | 'refuse';
}

/** How often and under which conditions an award may be given. */
export interface AwardPolicy {
  readonly repeat: 'unlimited' | 'once-per-period' | 'once-in-a-lifetime';
  /** Of `once-per-period`; default the year. */
  readonly period?: AwardPeriod;
  readonly posthumous: boolean;
  readonly prerequisites: readonly Prerequisite[];
  readonly cap: AwardCap | null;
  /** The money that goes with it, as a multiple of the base salary: an exact decimal such as `1.5`. */
  readonly bonusMultiple?: string;
  /** What is handed over: a certificate, a medal, a flag. */
  readonly form?: Text;
}

export interface AwardType extends AwardPolicy {
  readonly key: string;
  readonly name: Text;
  readonly level: string;
  /** The post that signs, see {@link PostRef}. */
  readonly issuer: PostRef;
  readonly recipientKinds: readonly RecipientKind[];
  readonly exclusionGroup: string | null;
}

/** An award that may be given to anybody alive, any number of times. */
export const FREELY_GIVEN = { repeat: 'unlimited', posthumous: false, prerequisites: [], cap: null } as const satisfies AwardPolicy;
