/** Somebody who calls: a role where it counts, a key, or nobody. */
export const CALLERS = [
  'nobody',
  'nominator',
  'reviewer',
  'secretariat',
  'authority',
  'operator',
  'operator-of-unit',
  'auditor',
  'integrator',
  'key-without-scopes',
] as const;

export type Caller = (typeof CALLERS)[number];

/** `open`: served; `own`: served for one's own unit, unknown for another; what is not named is refused. */
export interface Expected {
  readonly open?: readonly Caller[];
  readonly own?: readonly Caller[];
  /** A body that passes the schema, where only then the unit is asked for. */
  readonly body?: object;
}

const EVERYBODY = { open: CALLERS };
const PEOPLE = CALLERS.filter((caller) => caller !== 'nobody' && caller !== 'key-without-scopes');
const READERS = ['nominator', 'reviewer', 'secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;
const ALWAYS = ['operator', 'auditor'] as const;
/** A nomination by its id: everywhere for those of every unit, else in one's own. */
const CASE = { open: ALWAYS, own: ['nominator', 'reviewer', 'secretariat', 'authority', 'operator-of-unit'] } as const;
const ACT = { open: ['operator'], own: ['secretariat', 'operator-of-unit'] } as const;

const REGISTRY_READERS = ['secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;
const SESSION_READERS = ['secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;

const OBJECTION_READERS = ['secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;

const why = { reason: 'Thử quyền' };

/**
 * Every address of the API and who may call it. A new address needs a line here; without one the matrix fails.
 * Addresses that say what is wrong with the request (404, 409, 422) have let the caller in.
 */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /v1/auth/ways': EVERYBODY,
  'POST /v1/auth/code': EVERYBODY,
  'POST /v1/auth/sign-in': EVERYBODY,
  'POST /v1/auth/invitation': EVERYBODY,
  'GET /v1/auth/oidc': EVERYBODY,
  'GET /v1/auth/oidc/callback': EVERYBODY,
  'GET /v1/auth/sessions': { open: PEOPLE },
  'DELETE /v1/auth/sessions/{id}': { open: PEOPLE },
  'POST /v1/auth/sign-out': { open: PEOPLE },
  'GET /v1/console/me': { open: PEOPLE },
  'GET /v1/console/facets': { open: PEOPLE },
  'GET /v1/console/overview': { open: READERS },
  'GET /v1/console/people': { open: REGISTRY_READERS },
  'GET /v1/console/nominations': { open: READERS },
  'GET /v1/console/nominations/export': { open: READERS },
  'GET /v1/console/nominations/{id}': CASE,
  'GET /v1/console/nominations/{id}/timeline': CASE,
  'GET /v1/console/nominations/{id}/mails': { open: ALWAYS, own: ['secretariat', 'authority', 'operator-of-unit'] },
  'GET /v1/console/nominations/{id}/workflow': { open: ['operator'], own: ['operator-of-unit'] },
  'POST /v1/console/nominations/{id}/actions': { ...ACT, body: { action: 'resend', ...why } },
  'GET /v1/console/programmes': { open: PEOPLE },
  'GET /v1/console/programmes/{programme}': { open: PEOPLE },
  'GET /v1/console/programmes/{programme}/diagram': { open: PEOPLE },
  'GET /v1/console/programmes/{programme}/difference': { open: PEOPLE },
  'GET /v1/console/programmes/{programme}/simulation': { open: PEOPLE },
  'GET /v1/console/audit': { open: ['auditor'] },
  'GET /v1/console/access/grants': { open: ALWAYS },
  'POST /v1/console/access/grants': { open: ['operator'] },
  'POST /v1/console/access/grants/{id}/end': { open: ['operator'] },
  'POST /v1/console/access/invitations': { open: ['operator'] },
  'POST /v1/events': { open: ['integrator'] },
  'PUT /v1/documents/{sha256}': { open: ['nominator', 'integrator'] },
  'GET /v1/documents/{sha256}': { open: READERS },
  'GET /v1/nominations': { open: READERS },
  'GET /v1/nominations/{id}': CASE,
  'GET /v1/nominations/{id}/timeline': CASE,
  'GET /v1/nominees': { open: REGISTRY_READERS },
  'GET /v1/nominees/look-alikes': { open: REGISTRY_READERS },
  'GET /v1/nominees/suspected-duplicates': { open: REGISTRY_READERS },
  'GET /v1/nominees/{id}': { open: REGISTRY_READERS },
  'GET /v1/nominees/{id}/proposals': { open: REGISTRY_READERS },
  'POST /v1/nominees/{id}/merge': { open: ['secretariat'] },
  'POST /v1/nominees/{id}/unmerge': { open: ['secretariat'] },
  'POST /v1/nominations/{id}/complaints': { open: ['secretariat'] },
  'POST /v1/nominations/{id}/revocations': { open: ['secretariat'] },
  'POST /v1/nominations/{id}/reopenings': { open: ['secretariat'] },
  'POST /v1/nominations/{id}/overrides': { open: ['secretariat'] },
  'POST /v1/decisions/{id}/number': { open: ['secretariat'] },
  'POST /v1/recalls/{id}/recovery': { open: ['secretariat'] },
  'POST /v1/reexaminations/{id}/finding': { open: ['secretariat'] },
  'GET /n/{nominationId}': EVERYBODY,
  'POST /n/{nominationId}': EVERYBODY,
  'GET /t/{token}': EVERYBODY,
  'POST /t/{token}': EVERYBODY,
  'GET /v1/reports/titles': { open: READERS },
  'GET /v1/reports/timeliness': { open: READERS },
  'POST /v1/sessions': { open: ['secretariat'] },
  'GET /v1/sessions': { open: SESSION_READERS },
  'GET /v1/sessions/{id}': { open: SESSION_READERS },
  'GET /v1/sessions/{id}/minutes': { open: SESSION_READERS },
  'POST /v1/sessions/{id}/attendance': { open: ['secretariat'] },
  'POST /v1/sessions/{id}/recusals': { open: ['secretariat'] },
  'POST /v1/sessions/{id}/recusals/lift': { open: ['secretariat'] },
  'POST /v1/sessions/{id}/close': { open: ['secretariat'] },
  'POST /v1/sessions/{id}/adjourn': { open: ['secretariat'] },
  'GET /v1/operations/stuck': { open: ALWAYS },
  'GET /v1/operations/health': { open: ALWAYS },
  'POST /v1/operations/remedies': { open: ['operator'] },
  'GET /v1/operations/jobs/{id}': { open: ALWAYS },
  'GET /v1/operations/objections': { open: OBJECTION_READERS },
  'POST /v1/operations/objections/{id}/settle': { open: ['secretariat', 'operator', 'operator-of-unit'] },
  'POST /v1/bounces': {},
  'GET /metrics': EVERYBODY,
  'GET /health/live': EVERYBODY,
  'GET /health/ready': EVERYBODY,
};
