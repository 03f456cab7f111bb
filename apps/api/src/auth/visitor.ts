import type { GrantUnits, Identity, Principal, Scope } from '@laurel/db';
import { grantsFor, POLICY, type Action } from '@laurel/domain';

/** A person who signed in. */
export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly expiresAt: number;
  readonly identity: Identity;
}

/** Who calls: the holder of a key, or a person who signed in. */
export interface Visitor extends Principal {
  /** Null: a key. */
  readonly signedIn: SignedIn | null;
}

/** What each scope of a key lets its holder do; people get the same actions by their roles. */
const ACTIONS_OF: Readonly<Record<Scope, readonly Action[]>> = {
  'events:write': ['send-event', 'store-document'],
  'nominations:read': ['read-nomination', 'read-document', 'read-report', 'read-programme', 'read-session', 'read-registry'],
  'operations:read': ['read-operations', 'read-mail', 'read-workflow', 'read-people', 'read-access', 'read-objection'],
  'operations:act': [
    'operate',
    'withdraw',
    'extend',
    'reassign',
    'substitute',
    'hold',
    'resend',
    'run-session',
    'change-registry',
    'settle-objection',
  ],
  'campaigns:write': ['send-event', 'run-session', 'read-session'],
  'holds:write': ['send-event'],
  'bounces:write': ['note-bounce'],
};

const SCOPE_LIST = Object.keys(ACTIONS_OF) as Scope[];

const placesOf = ({ places, programme }: GrantUnits): readonly string[] | null =>
  places ?? (programme === null ? null : [`${programme}/*`]);

/**
 * Where a visitor may do this: entries are `<unit>` (a key's), `<programme>/<unit>` or `<programme>/*`; null means
 * everywhere, an empty list nowhere.
 */
export function reachOf({ signedIn, grants }: Visitor, action: Action): readonly string[] | null {
  if (!signedIn) return grants.units ?? null;
  const lists = grantsFor(signedIn.identity.units, action).map(placesOf);
  return lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))];
}

/** Whether the visitor may do this anywhere at all. */
export function may({ signedIn, grants }: Visitor, action: Action): boolean {
  if (signedIn) return grantsFor(signedIn.identity.units, action).length > 0;
  return grants.scopes.some((scope) => ACTIONS_OF[scope].includes(action));
}

/** Whether a reach, as {@link reachOf} gives it, holds this unit of this programme. */
export function reaches(reach: readonly string[] | null, programme: string, unit: string): boolean {
  return reach === null || [unit, `${programme}/${unit}`, `${programme}/*`].some((entry) => reach.includes(entry));
}

/** Whether the visitor may do this in this unit of this programme. */
export function mayIn(visitor: Visitor, action: Action, programme: string, unit: string): boolean {
  return may(visitor, action) && reaches(reachOf(visitor, action), programme, unit);
}

export const keyVisitor = (principal: Principal): Visitor => ({ ...principal, signedIn: null });

/** The person as a caller like any other: scopes follow from roles, units from where the person may read. */
export function personVisitor(signedIn: SignedIn): Visitor {
  const roles = signedIn.identity.roles.map(({ role }) => role);
  const holds = (action: Action): boolean => roles.some((role) => POLICY[role][action] !== undefined);
  const scopes = SCOPE_LIST.filter((scope) => ACTIONS_OF[scope].every(holds));
  const bare = { keyId: signedIn.userId, name: signedIn.name, grants: { scopes }, signedIn };
  const units = reachOf(bare, 'read-nomination');
  return { ...bare, grants: { scopes, ...(units && { units }) } };
}
