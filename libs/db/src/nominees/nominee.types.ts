import type { RecipientKind } from '@laurel/domain';
import type { IsoInstant } from '../reading/iso-instant.ts';
import type { PageAsked, PageOf } from '../reading/pages.ts';

export interface NomineeRow {
  readonly id: string;
  readonly programme: string;
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly unit: string;
  readonly birthYear: number | null;
  readonly reference: string | null;
  /** The nominee that this one was found to be, or null. */
  readonly mergedInto: string | null;
}

/** Somebody who may be the same nominee: `likeness` in thousandths, and what speaks for it. */
export interface NomineeMatch extends NomineeRow {
  readonly likeness: number;
  readonly sameDiacritics: boolean;
  readonly sameBirthYear: boolean;
  readonly sameUnit: boolean;
}

export interface HeldTitle {
  readonly id: string;
  readonly nominationId: string | null;
  readonly award: string;
  readonly level: string;
  readonly year: number;
  readonly signedOn: string;
  readonly number: string | null;
  readonly source: string;
  readonly revokedOn: string | null;
}

/** An entry of a list, with how often it was nominated and awarded by itself. */
export interface NomineeLine extends NomineeRow {
  readonly nominations: number;
  readonly titles: number;
}

export type NomineeLines = PageOf<NomineeLine>;

/** What to look for; `places` as everywhere: null means in every unit. */
export interface NomineeSearch extends PageAsked {
  readonly q: string;
  readonly programme?: string | undefined;
  readonly unit?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly kind?: RecipientKind | undefined;
  readonly places: readonly string[] | null;
}

/** Which pairs that may be one are asked for. */
export interface PairsAsked extends PageAsked, Pick<NomineeSearch, 'programme' | 'places'> {}

export interface LookAlikesAsked extends PairsAsked {
  /** Those instead of which somebody has said that they are two. */
  readonly different?: boolean | undefined;
}

/** Two entries of one name that may be one nominee, and what speaks for it. */
export interface LookAlikes {
  readonly nominee: NomineeRow;
  readonly other: NomineeRow;
  readonly sameDiacritics: boolean;
  readonly sameBirthYear: boolean;
  readonly sameUnit: boolean;
  /** Who said, and why, that they are two; null while nobody has, or since one of them has changed. */
  readonly different: { readonly actor: string; readonly reason: string; readonly saidAt: IsoInstant } | null;
}

/** One saying that this entry and another are two nominees, and its taking back. */
export interface DifferenceRecord {
  readonly otherId: string;
  readonly other: string;
  readonly actor: string;
  readonly reason: string;
  readonly saidAt: IsoInstant;
  readonly undoneAt: IsoInstant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

/** One saying that two entries are one, and its taking back. */
export interface MergeRecord {
  readonly nomineeId: string;
  readonly nominee: string;
  readonly intoId: string;
  readonly actor: string;
  readonly reason: string;
  readonly mergedAt: IsoInstant;
  readonly undoneAt: IsoInstant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

export interface NomineeView extends NomineeRow {
  /** Other rows that were found to be this nominee. */
  readonly merged: readonly NomineeRow[];
  /** Every merge that this entry was part of, the newest first. */
  readonly merges: readonly MergeRecord[];
  /** Every time that somebody said that this entry and another are two, the newest first. */
  readonly differences: readonly DifferenceRecord[];
  /** `deceasedOn`: the day of death, where the nomination says that its nominee is no longer alive. */
  readonly nominations: readonly {
    readonly id: string;
    readonly programme: string;
    readonly campaign: string;
    readonly state: string;
    readonly deceasedOn: string | null;
  }[];
  readonly titles: readonly HeldTitle[];
}

/** Two nominations that look like one deed filed twice. */
export interface SuspectedPair {
  readonly nominationId: string;
  readonly programme: string;
  readonly unit: string;
  readonly nominee: string;
  readonly deed: string;
  readonly kind: 'nomination' | 'record';
  readonly otherId: string;
  readonly otherUnit: string;
  readonly otherNominee: string;
  readonly otherDeed: string;
  readonly likeness: number;
  readonly flaggedAt: IsoInstant;
}

export interface Merge {
  readonly nomineeId: string;
  readonly intoId: string;
  readonly actor: string;
  readonly reason: string;
}

/** Two entries that look alike and are two nominees. */
export interface Difference {
  readonly nomineeId: string;
  readonly otherId: string;
  readonly actor: string;
  readonly reason: string;
}

/** What became of saying so, or of taking it back. */
export type DifferenceOutcome = 'done' | 'done-before' | 'same' | 'not-different';

/** What became of a merge or of its undoing. */
export type MergeOutcome = 'done' | 'done-before' | 'unknown' | 'same' | 'other-kind' | 'merged-elsewhere' | 'not-merged';
