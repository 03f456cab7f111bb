import type { AwardType, IsoDate, RecipientKind } from '@laurel/domain';

/** An award of earlier years as a file tells of it, checked. */
export interface HistoryRecord {
  readonly award: AwardType;
  readonly number: string | null;
  readonly signedOn: IsoDate;
  /** The year it honours. */
  readonly year: number;
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly unit: string;
  readonly reference: string | null;
  readonly achievement: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface HistoryFile {
  readonly programme: string;
  /** SHA-256 of the file's bytes, hex: the same file is taken over once. */
  readonly sha256: string;
  readonly fileName: string;
  readonly importedBy: string;
  readonly records: readonly HistoryRecord[];
}

export interface HistoryImported {
  /** Titles written now; those known from another file are not written twice. */
  readonly written: number;
  readonly rows: number;
  /** True when this very file was taken over before: nothing was written. */
  readonly before: boolean;
}
