import { submittedEvent } from '../stack/index.ts';

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
  /** A body that fits, where its shape alone does not make one. */
  readonly body?: object;
  /** What the body is; JSON when left out. */
  readonly type?: string;
  /** True where a rule refuses the sample body of those who are let in: a council that is not known, a code that is wrong. */
  readonly judged?: true;
}

const EVERYBODY = { open: CALLERS };
const PEOPLE = CALLERS.filter((caller) => caller !== 'nobody' && caller !== 'key-without-scopes');
const READERS = ['nominator', 'reviewer', 'secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;
const ALWAYS = ['operator', 'auditor'] as const;
/** A nomination by its id: everywhere for those of every unit, else in one's own. */
const CASE = { open: ALWAYS, own: ['nominator', 'reviewer', 'secretariat', 'authority', 'operator-of-unit'] } as const;
const ACT = { open: ['operator'], own: ['secretariat', 'operator-of-unit'] } as const;

const REGISTRY_READERS = ['secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;

const OBJECTION_READERS = ['secretariat', 'authority', 'operator', 'operator-of-unit', 'auditor'] as const;

const NOMINEE = { open: ALWAYS, own: ['secretariat', 'authority', 'operator-of-unit'] } as const;

/** A session of a council: everywhere for those of every unit, else in the unit of its council. */
const SESSION = { open: ALWAYS, own: ['secretariat', 'authority', 'operator-of-unit'] } as const;
const RUN_SESSION = { own: ['secretariat'] } as const;

const why = { reason: 'Thử quyền' };

const SEAT = { seat: 0, nominationId: 'khong-co' };

const { type, id, source, data } = submittedEvent();
const SUBMITTED = { specversion: '1.0', type, id, source, data };

/**
 * Every address of the API and who may call it. A new address needs a line here; without one the matrix fails.
 * Addresses that say what is wrong with the request (404, 409, 422) have let the caller in.
 */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /v1/auth/ways': EVERYBODY,
  'POST /v1/auth/code': { ...EVERYBODY, body: { email: 'nguoi-la@example.vn' } },
  'POST /v1/auth/sign-in': { ...EVERYBODY, body: { email: 'nguoi-la@example.vn', code: '000000' }, judged: true },
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
  'GET /v1/console/nominations/{id}/afterwards': { open: ALWAYS, own: ['secretariat', 'authority', 'operator-of-unit'] },
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
  'POST /v1/console/access/grants': { open: ['operator'], body: { role: 'nominator', email: 'duoc-giao@example.vn', ...why } },
  'POST /v1/console/access/grants/{id}/end': { open: ['operator'] },
  'POST /v1/console/access/invitations': { open: ['operator'] },
  'POST /v1/events': { open: ['integrator'], type: 'application/cloudevents+json', body: SUBMITTED },
  'PUT /v1/documents/{sha256}': { open: ['nominator', 'integrator'], type: 'application/pdf' },
  'GET /v1/documents/{sha256}': { open: READERS },
  'GET /v1/nominations': { open: READERS },
  'GET /v1/nominations/{id}': CASE,
  'GET /v1/nominations/{id}/timeline': CASE,
  'GET /v1/nominees': { open: REGISTRY_READERS },
  'GET /v1/nominees/look-alikes': { open: REGISTRY_READERS },
  'GET /v1/nominees/suspected-duplicates': { open: REGISTRY_READERS },
  'GET /v1/nominees/{id}': NOMINEE,
  'GET /v1/nominees/{id}/proposals': NOMINEE,
  'POST /v1/nominees/{id}/merge': { own: ['secretariat'] },
  'POST /v1/nominees/{id}/unmerge': { own: ['secretariat'] },
  'POST /v1/nominees/{id}/different-from': { own: ['secretariat'] },
  'POST /v1/nominees/{id}/different-from/undo': { own: ['secretariat'] },
  'GET /v1/complaints': { open: REGISTRY_READERS },
  'GET /v1/recalls': { open: REGISTRY_READERS },
  'GET /v1/reexaminations': { open: REGISTRY_READERS },
  'POST /v1/nominations/{id}/complaints': { own: ['secretariat'] },
  'POST /v1/nominations/{id}/revocations': { own: ['secretariat'] },
  'POST /v1/nominations/{id}/reopenings': { own: ['secretariat'] },
  'POST /v1/nominations/{id}/overrides': { own: ['secretariat'], judged: true },
  'GET /v1/decisions/unnumbered': { open: REGISTRY_READERS },
  'POST /v1/decisions/numbers': { open: ['secretariat'] },
  'POST /v1/decisions/{id}/number': { open: ['secretariat'] },
  'POST /v1/recalls/{id}/recovery': { open: ['secretariat'] },
  'POST /v1/reexaminations/{id}/finding': { open: ['secretariat'] },
  'GET /n/{nominationId}': EVERYBODY,
  'POST /n/{nominationId}': EVERYBODY,
  'GET /t/{token}': EVERYBODY,
  'POST /t/{token}': EVERYBODY,
  'GET /v1/reports/titles': { open: READERS },
  'GET /v1/reports/timeliness': { open: READERS },
  'POST /v1/sessions': { open: ['secretariat'], judged: true },
  'POST /v1/sessions/preview': { open: ['secretariat'], judged: true },
  'GET /v1/sessions': { open: REGISTRY_READERS },
  'GET /v1/sessions/councils': { open: ['secretariat'] },
  'GET /v1/sessions/waiting': { open: ['secretariat'], judged: true },
  'GET /v1/sessions/{id}': SESSION,
  'GET /v1/sessions/{id}/minutes': SESSION,
  'POST /v1/sessions/{id}/attendance': { ...RUN_SESSION, body: { seat: 0, presence: 'present' }, judged: true },
  'POST /v1/sessions/{id}/recusals': { ...RUN_SESSION, body: SEAT, judged: true },
  'POST /v1/sessions/{id}/recusals/lift': { ...RUN_SESSION, body: { ...SEAT, ...why }, judged: true },
  'POST /v1/sessions/{id}/close': RUN_SESSION,
  'POST /v1/sessions/{id}/adjourn': RUN_SESSION,
  'GET /v1/operations/stuck': { open: ALWAYS },
  'GET /v1/operations/health': { open: ALWAYS },
  'POST /v1/operations/remedies': { open: ['operator'], body: { remedy: 'retry-now', target: { nominationId: 'khong-co' }, ...why } },
  'GET /v1/operations/jobs/{id}': { open: ALWAYS },
  'GET /v1/operations/objections': { open: OBJECTION_READERS },
  'POST /v1/operations/objections/{id}/settle': { open: ['operator'], own: ['secretariat', 'operator-of-unit'] },
  'POST /v1/bounces': {},
  'GET /metrics': EVERYBODY,
  'GET /health/live': EVERYBODY,
  'GET /health/ready': EVERYBODY,
};
