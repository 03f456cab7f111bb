import type { LoadedSession } from '@laurel/db';
import type { Council, Directory } from '@laurel/domain';
import { mayIn, type Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';

/** Where a council's sessions belong; a unit that is not known leaves them to whoever has the whole programme. */
export interface CouncilPlace {
  readonly programme: string;
  readonly unit: string | null;
}

/** No unit has this name, so only a reach over the whole programme, or a key without units, holds it. */
const NO_UNIT = '*';

/** The unit of a council: that in which its chair's post stands. */
export function unitOf({ chair }: Council, { posts }: Directory): string | null {
  return posts.get(chair)?.unit ?? null;
}

export function mayAtCouncil(caller: Visitor, action: 'read-session' | 'run-session', { programme, unit }: CouncilPlace): boolean {
  return mayIn(caller, action, programme, unit ?? NO_UNIT);
}

export const unknownSession = (): Problem =>
  new Problem('NOT_FOUND', { detail: 'No session has this id.', detailVi: 'Không có phiên họp nào có mã này.' });

const otherUnits = (): Problem =>
  new Problem('OUTSIDE_SCOPE', 'This key is limited to other units than the one that the council belongs to.');

/**
 * Throws unless the caller may do this with the session: whoever has the role in the unit of its council or above. A person
 * without it is not even told that there is such a session.
 */
export function insistOnSession(caller: Visitor, action: 'read-session' | 'run-session', session: LoadedSession): void {
  if (mayAtCouncil(caller, action, session)) return;
  if (!caller.signedIn) throw otherUnits();
  if (!mayAtCouncil(caller, 'read-session', session)) throw unknownSession();
  throw notTheSecretariat();
}

/** Throws unless the caller may call this council together. Councils are no secret: they stand in the rules. */
export function insistOnCouncil(caller: Visitor, place: CouncilPlace): void {
  if (mayAtCouncil(caller, 'run-session', place)) return;
  throw caller.signedIn ? notTheSecretariat() : otherUnits();
}

const notTheSecretariat = (): Problem =>
  new Problem('NOT_PERMITTED', {
    detail: 'Somebody of the secretariat of the unit that the council belongs to can do it.',
    detailVi: 'Việc này do thư ký của đơn vị có hội đồng thực hiện.',
  });

/** Who is named in the audit: the person who signed in, or the key. */
export function nameOf(caller: Visitor, programme: string): string {
  return personIn(caller, programme) ?? (caller.signedIn ? caller.signedIn.userId : `key:${caller.keyId}`);
}

/** The person of the programme who signed in; null for a key. */
export function personIn({ signedIn }: Visitor, programme: string): string | null {
  return signedIn?.identity.people.find((person) => person.programme === programme)?.id ?? null;
}
