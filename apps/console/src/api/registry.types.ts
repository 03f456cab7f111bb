// --- /v1/nominees

export interface NomineeRow {
  readonly id: string;
  readonly programme: string;
  readonly kind: string;
  readonly fullName: string;
  readonly unit: string;
  readonly birthYear: number | null;
  readonly reference: string | null;
  /** The entry that this one was found to be, or null. */
  readonly mergedInto: string | null;
}

/** Query of the list; everything may be left out. */
export interface NomineeQuery {
  readonly q?: string;
  readonly programme?: string;
  readonly unit?: string;
  readonly birthYear?: string;
  readonly kind?: string;
  readonly cursor?: string;
}

export interface NomineeLine extends NomineeRow {
  readonly nominations: number;
  readonly titles: number;
}

export type NomineeList = PageOf<NomineeLine>;

/** What speaks for two entries being one nominee. */
export interface Likeness {
  readonly sameDiacritics: boolean;
  readonly sameBirthYear: boolean;
  readonly sameUnit: boolean;
}

export interface LookAlikes extends Likeness {
  readonly nominee: NomineeRow;
  readonly other: NomineeRow;
  /** Who said, and why, that they are two; null while nobody has. */
  readonly different: { readonly actor: string; readonly reason: string; readonly saidAt: string } | null;
}

export interface NomineeMatch extends NomineeRow, Likeness {
  /** Of the names, in thousandths. */
  readonly likeness: number;
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

export interface MergeRecord {
  readonly nomineeId: string;
  readonly nominee: string;
  readonly intoId: string;
  readonly actor: string;
  readonly reason: string;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

export interface NomineeDetail extends NomineeRow {
  readonly merged: readonly NomineeRow[];
  readonly merges: readonly MergeRecord[];
  readonly nominations: readonly { readonly id: string; readonly programme: string; readonly campaign: string; readonly state: string }[];
  readonly titles: readonly HeldTitle[];
}

/** Two filings, or a filing and a title of earlier years, that look like one deed. */
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
  readonly flaggedAt: string;
}

export interface Items<Item> {
  readonly items: readonly Item[];
}

export interface PageOf<Item> extends Items<Item> {
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** Query of the lists of pairs. */
export interface PairsQuery {
  /** Look-alikes only: those instead of which somebody has said that they are two. */
  readonly different?: 'true' | undefined;
  readonly programme?: string | undefined;
  readonly cursor?: string | undefined;
}
