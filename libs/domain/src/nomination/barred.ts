import type { Person } from '../people/directory.ts';
import type { CaseFile } from './case-file.ts';

/** Cause under which a hold pauses a clock. */
export const holdCause = (holdId: string): string => `hold:${holdId}`;

/** Whether the person is the nominee: the nominator's own id of the nominee is this person's id or address. */
function isNominee({ nomineeReference }: CaseFile, { id, email }: Person): boolean {
  const reference = nomineeReference?.trim().toLowerCase();
  return reference !== undefined && (reference === id.toLowerCase() || reference === email.toLowerCase());
}

/** Whether the person has declared a conflict of interest that nobody has lifted. */
export function hasConflict({ conflicts }: CaseFile, personId: string): boolean {
  return conflicts.some((conflict) => conflict.personId === personId && conflict.liftedAt === null);
}

/** Whether the person may not act on the nomination at all: it is their own, or they have a conflict. */
export function isBarred(file: CaseFile, person: Person): boolean {
  return isNominee(file, person) || hasConflict(file, person.id);
}
