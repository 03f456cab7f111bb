/** Everybody who works with Laurel; scoped by organisational unit. */
export const ROLES = ['nominator', 'reviewer', 'secretariat', 'authority', 'operator', 'auditor', 'integrator'] as const;

export type Role = (typeof ROLES)[number];

/** A role of somebody, and where it counts. */
export interface RoleGrant {
  readonly role: Role;
  /** Null: every programme. */
  readonly programme: string | null;
  /** With every unit below it; null: every unit. */
  readonly unit: string | null;
}

/** Everything that an address of the API may be asked to do. */
export const ACTIONS = [
  'send-event',
  'store-document',
  'read-nomination',
  'read-document',
  'read-report',
  'read-programme',
  'read-people',
  'read-mail',
  'read-workflow',
  'read-session',
  'run-session',
  'read-operations',
  'operate',
  'note-bounce',
  'withdraw',
  'extend',
  'reassign',
  'substitute',
  'hold',
  'resend',
  'read-registry',
  'change-registry',
  'read-objection',
  'settle-objection',
  'read-audit',
  'read-access',
  'change-access',
] as const;

export type Action = (typeof ACTIONS)[number];

/**
 * `within`: in the units of the grant and below them. `throughout`: the action knows no unit, so only a grant for every
 * unit gives it. `anywhere`: the action concerns no unit, any grant gives it.
 */
export type Reach = 'within' | 'throughout' | 'anywhere';

const CASE_ACTS = ['withdraw', 'extend', 'reassign', 'substitute', 'hold', 'resend'] as const;
const READING = { 'read-nomination': 'within', 'read-document': 'within', 'read-report': 'within', 'read-programme': 'anywhere' } as const;

const everyAct = Object.fromEntries(CASE_ACTS.map((action) => [action, 'within'])) as Readonly<
  Record<(typeof CASE_ACTS)[number], 'within'>
>;

/** Who may do what: one table, asked everywhere. What is not in it is forbidden. */
export const POLICY: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  nominator: { ...READING, 'store-document': 'anywhere', withdraw: 'within' },
  reviewer: READING,
  secretariat: {
    ...READING,
    ...everyAct,
    'read-people': 'within',
    'read-mail': 'within',
    'read-session': 'within',
    'run-session': 'within',
    'read-registry': 'within',
    'change-registry': 'within',
    'read-objection': 'within',
    'settle-objection': 'within',
  },
  authority: {
    ...READING,
    'read-people': 'within',
    'read-mail': 'within',
    'read-session': 'within',
    'read-registry': 'within',
    'read-objection': 'within',
    extend: 'within',
    hold: 'within',
  },
  operator: {
    ...READING,
    ...everyAct,
    'read-people': 'within',
    'read-mail': 'within',
    'read-workflow': 'within',
    'read-session': 'within',
    'read-operations': 'throughout',
    operate: 'throughout',
    'read-registry': 'within',
    'read-objection': 'within',
    'settle-objection': 'within',
    'read-access': 'throughout',
    'change-access': 'throughout',
  },
  auditor: {
    ...READING,
    'read-people': 'within',
    'read-mail': 'within',
    'read-session': 'within',
    'read-operations': 'throughout',
    'read-registry': 'within',
    'read-objection': 'within',
    'read-audit': 'throughout',
    'read-access': 'throughout',
  },
  integrator: { 'read-programme': 'anywhere', 'store-document': 'anywhere', 'send-event': 'throughout' },
};

/** The grants that give an action; none means it is forbidden. */
export function grantsFor<Grant extends RoleGrant>(grants: readonly Grant[], action: Action): readonly Grant[] {
  return grants.filter(({ role, unit }) => {
    const reach = POLICY[role][action];
    return reach !== undefined && (reach !== 'throughout' || unit === null);
  });
}

export interface Place {
  readonly programme: string;
  /** The unit and every unit above it. */
  readonly units: readonly string[];
}

/** Whether somebody with these grants may do this at this place. */
export function mayAt(grants: readonly RoleGrant[], action: Action, place: Place): boolean {
  return grantsFor(grants, action).some(
    ({ programme, unit }) => (programme ?? place.programme) === place.programme && (unit === null || place.units.includes(unit)),
  );
}
