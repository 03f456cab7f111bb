import { foldWords, type RecipientKind } from '@laurel/domain';

/** What tells one nominee from another where they are written down. */
export interface NomineeEntry {
  readonly programme: string;
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly unit: string;
  readonly birthYear: number | null;
  /** The outside system's own id, or null. */
  readonly reference: string | null;
}

/** The unique key of a nominee: the outside reference, else folded name, unit, birth year and kind. */
export function identityOf({ programme, kind, fullName, unit, birthYear, reference }: NomineeEntry): string {
  if (reference !== null) return `ref|${reference}`;
  return ['key', programme, kind, foldWords(fullName), unit, birthYear === null ? '' : String(birthYear)].join('|');
}
