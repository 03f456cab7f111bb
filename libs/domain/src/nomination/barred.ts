import { holderOf, type Assignee, type Person } from '../people/directory.ts';
import type { CaseContext } from './case-context.ts';
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

/** Whether the person may answer in somebody's stead: barred people never, and who filed the nomination does not decide on it. */
export function mayStandIn(file: CaseFile, person: Person): boolean {
  return person.id !== file.officerId && !isBarred(file, person);
}

/** Whether the person may be asked for the post: who filed the nomination only where the rules name the very post that they hold. */
export function mayBeAsked(file: CaseFile, { directory, at, peopleAt = at }: CaseContext, { post, person }: Assignee): boolean {
  const isHolder = holderOf(directory, post, peopleAt)?.id === person.id;
  return isHolder ? !isBarred(file, person) : mayStandIn(file, person);
}
