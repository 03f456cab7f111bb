// The shapes of /v1/auth and /v1/console, as the server answers them. Instants are ISO 8601 in UTC; dates are YYYY-MM-DD.

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Language = 'vi' | 'en';

export type Role = 'nominator' | 'reviewer' | 'secretariat' | 'authority' | 'operator' | 'auditor' | 'integrator';

export type Action =
  | 'send-event'
  | 'store-document'
  | 'read-nomination'
  | 'read-document'
  | 'read-report'
  | 'read-programme'
  | 'read-people'
  | 'read-mail'
  | 'read-workflow'
  | 'read-session'
  | 'run-session'
  | 'read-operations'
  | 'operate'
  | 'withdraw'
  | 'extend'
  | 'reassign'
  | 'substitute'
  | 'hold'
  | 'resend'
  | 'read-registry'
  | 'change-registry'
  | 'read-audit'
  | 'read-access'
  | 'change-access';

/** RFC 9457; `title` and `detail` are English, the `Vi` members Vietnamese. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly titleVi: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailVi?: string;
  readonly correlationId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

// --- /v1/auth

export interface SignInWays {
  readonly mail: true;
  readonly oidc: boolean;
}

export interface CodeSent {
  readonly status: 'sent-if-known';
  readonly minutes: number;
}

export interface Entered {
  readonly status: 'signed-in';
  /** A path of this site. */
  readonly returnTo: string;
}

export interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly agent: string | null;
}

export interface Sessions {
  readonly sessions: readonly SessionView[];
}

// --- GET /v1/console/me

export interface Me {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly people: readonly { readonly programme: string; readonly id: string; readonly fullName: string }[];
  readonly roles: readonly {
    readonly role: Role;
    readonly programme: string | null;
    readonly unit: string | null;
    readonly unitName: Text | null;
  }[];
  /** What may be done somewhere; the server still asks where. */
  readonly actions: readonly Action[];
  /** Goes back as the header `x-laurel-csrf` with everything that changes something. */
  readonly csrf: string;
  readonly sessionEndsAt: string;
  /** Base address of the Temporal Web UI; null where none is set or the person is no operator. */
  readonly temporalUi: string | null;
}

// --- GET /v1/console/facets

export interface Named {
  readonly key: string;
  readonly name: Text;
}

export interface ProgrammeFacet extends Named {
  readonly campaigns: readonly {
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
  }[];
  readonly levels: readonly Named[];
  readonly stages: readonly (Named & { readonly kind: string; readonly level: string })[];
  readonly awards: readonly (Named & { readonly level: string })[];
  /** Units the person may look into. */
  readonly units: readonly (Named & { readonly parent: string | null })[];
}

export interface Facets {
  readonly programmes: readonly ProgrammeFacet[];
}

// --- GET /v1/console/overview?programme=&campaign=

export interface Overview {
  readonly asOf: string;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly held: number;
  readonly dueThisWeek: number;
  readonly decided: number;
  /** Open nominations by where they stand. */
  readonly standing: readonly {
    readonly level: string;
    readonly stage: string;
    readonly state: string;
    readonly count: number;
    readonly late: number;
    readonly held: number;
  }[];
  /** All nominations by state. */
  readonly states: readonly { readonly state: string; readonly count: number }[];
  /** The seven days from today on, in the office's zone. */
  readonly dueByDay: readonly { readonly day: string; readonly count: number }[];
  /** The last 90 days on which something was decided. */
  readonly decidedByDay: readonly {
    readonly day: string;
    readonly awarded: number;
    readonly referred: number;
    readonly notQualified: number;
  }[];
  readonly campaigns: readonly {
    readonly programme: string;
    readonly campaign: string;
    readonly total: number;
    readonly open: number;
    readonly late: number;
    readonly decided: number;
  }[];
}

// --- GET /v1/console/nominations

export type NominationSort = 'newest' | 'oldest' | 'due' | 'nominee';

/** Query of the list and of the export; everything may be left out. */
export interface NominationQuery {
  readonly q?: string;
  readonly programme?: string;
  readonly campaign?: string;
  readonly state?: string;
  readonly level?: string;
  readonly stage?: string;
  readonly unit?: string;
  readonly late?: 'true' | 'false';
  readonly held?: 'true' | 'false';
  readonly open?: 'true' | 'false';
  readonly sort?: NominationSort;
  readonly cursor?: string;
  readonly limit?: string;
}

export interface NominationLine {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly nominee: string;
  readonly nomineeKind: string;
  readonly achievement: string;
  readonly unit: string;
  readonly unitName: Text;
  readonly award: string;
  readonly state: string;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly late: boolean;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
}

export interface NominationList {
  readonly items: readonly NominationLine[];
  readonly nextCursor: string | null;
  /** Counted up to 1,000; beyond that an estimate. */
  readonly total: { readonly count: number; readonly exact: boolean };
}

// --- GET /v1/console/nominations/{id}

export type StageStanding = 'done' | 'current' | 'ahead' | 'not-reached';

export interface RouteStage {
  readonly key: string;
  readonly kind: string;
  readonly level: string;
  readonly name: Text;
  readonly standing: StageStanding;
  readonly outcome: string | null;
  readonly decidedAt: string | null;
}

export interface RouteLevel extends Named {
  readonly awards: boolean;
  readonly stages: readonly RouteStage[];
}

export interface Clock {
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly closesAt: string | null;
  readonly paused: boolean;
  readonly pausedBy: readonly string[];
  readonly late: boolean;
  /** Reminders and the escalation still to come. */
  readonly ahead: readonly { readonly at: string; readonly is: 'reminder' | 'escalation' | 'close' }[];
}

export interface TaskView {
  readonly id: string;
  readonly stage: string;
  readonly kind: string;
  readonly level: string;
  readonly post: string;
  readonly postTitle: Text | null;
  readonly person: { readonly id: string; readonly fullName: string; readonly email: string | null };
  readonly actingFor: string | null;
  readonly state: string;
  readonly choice: string | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly closesAt: string | null;
  readonly closedAt: string | null;
  readonly remindersSent: number;
  readonly escalatedAt: string | null;
}

export interface MailLine {
  readonly id: string;
  readonly kind: string;
  readonly occurrence: number;
  readonly person: string;
  readonly to: string;
  readonly taskId: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly plannedAt: string;
  readonly sendAfter: string;
  readonly acceptedAt: string | null;
  readonly response: string | null;
  readonly lastError: string | null;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly actingFor: string | null;
  readonly actingForName: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface DocumentView {
  readonly kind: string;
  readonly name: string;
  readonly sha256: string;
  readonly received: boolean;
}

export interface DecisionView {
  readonly level: string;
  readonly outcome: string;
  readonly award: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly signedOn: string;
  readonly signer: string;
  readonly recordedAt: string;
}

export interface HoldView {
  readonly id: string;
  readonly authority: string;
  readonly paper: string | null;
  readonly from: string;
  readonly liftedFrom: string | null;
  readonly outcome: string | null;
}

export interface NominationDetail extends NominationLine {
  readonly programmeName: Text;
  readonly awardName: Text;
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  readonly officer: string;
  readonly birthYear: number | null;
  readonly reference: string | null;
  readonly summary: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly returns: number;
  readonly ineligibleRule: string | null;
  readonly route: readonly RouteLevel[];
  readonly clock: Clock | null;
  readonly outcomes: readonly { readonly level: string; readonly outcome: string; readonly decidedAt: string }[];
  readonly tasks: readonly TaskView[];
  readonly documents: readonly DocumentView[];
  readonly decisions: readonly DecisionView[];
  readonly holds: readonly HoldView[];
  /** Holds in force by their ids: what `lift-hold` may name. */
  readonly holdIds: readonly string[];
  /** What this person may do here and now. */
  readonly actions: readonly CaseAction['action'][];
}

/** GET /v1/console/nominations/{id}/mails */
export interface Mails {
  readonly mails: readonly MailLine[];
}

/** GET /v1/console/nominations/{id}/timeline */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
}

/** GET /v1/console/nominations/{id}/workflow */
export interface WorkflowView {
  readonly asOf: string;
  /** False: the Temporal server cannot be reached, nothing below is known. */
  readonly sees: boolean;
  readonly workflowId: string;
  readonly workflow: 'running' | 'closed' | 'missing' | null;
  /** A workflow task that a worker is to take or has failed. */
  readonly task: { readonly attempt: number; readonly since: string } | null;
  readonly pendingActivities: readonly {
    readonly type: string;
    readonly attempt: number;
    readonly paused: boolean;
    readonly since: string;
    readonly nextAttemptAt: string | null;
    readonly lastFailure: string | null;
  }[];
  readonly lastFailure: string | null;
  /** The build that the workflow is bound to. */
  readonly pinnedTo: string | null;
  /** What the workflow waits for by itself. */
  readonly timers: readonly { readonly at: string; readonly is: 'reminder' | 'escalation' | 'close' }[];
  /** Into the Temporal Web UI. */
  readonly link: string | null;
}

/** POST /v1/console/nominations/{id}/actions with the header `Idempotency-Key` */
export type CaseAction =
  | { readonly action: 'withdraw'; readonly reason: string }
  | { readonly action: 'extend'; readonly reason: string; readonly workingDays: number; readonly taskId?: string }
  | { readonly action: 'reassign'; readonly reason: string; readonly taskId: string; readonly to: string }
  | { readonly action: 'substitute'; readonly reason: string; readonly taskId: string; readonly to: string; readonly until?: string }
  | { readonly action: 'hold'; readonly reason: string; readonly authority: string }
  | { readonly action: 'lift-hold'; readonly reason: string; readonly holdId: string; readonly outcome: 'cleared' | 'confirmed' }
  | { readonly action: 'resend'; readonly reason: string };

export interface CaseActionResult {
  readonly action: string;
  readonly items: readonly {
    readonly nominationId?: string;
    readonly taskId?: string;
    readonly status: 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';
    readonly detail: string;
  }[];
}

// --- /v1/console/programmes

export interface ProgrammeLine {
  readonly programme: string;
  readonly name: Text;
  readonly versions: readonly {
    readonly version: string;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly source: string;
  }[];
  readonly inForce: string | null;
  readonly campaigns: readonly {
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
  }[];
}

export interface Programmes {
  readonly programmes: readonly ProgrammeLine[];
}

export interface Fact {
  readonly id: string;
  readonly label: Text;
  readonly value: Text;
}

/** GET /v1/console/programmes/{programme}?version= */
export interface ProgrammeDetail extends ProgrammeLine {
  readonly version: string;
  readonly sections: readonly { readonly id: string; readonly title: Text; readonly facts: readonly Fact[] }[];
}

/** GET /v1/console/programmes/{programme}/difference?from=&to= */
export interface ProgrammeDifference {
  readonly from: { readonly programme: string; readonly version: string };
  readonly to: { readonly programme: string; readonly version: string };
  readonly differences: readonly {
    readonly id: string;
    readonly section: Text;
    readonly label: Text;
    readonly before: Text | null;
    readonly after: Text | null;
  }[];
}

/** A moment on the office's wall clock. */
export interface Moment {
  readonly at: string;
  readonly on: string;
  readonly time: string;
}

// --- GET /v1/console/people?programme=&q=

export interface PersonLine {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly posts: readonly { readonly key: string; readonly title: Text; readonly unit: string }[];
}

export interface People {
  readonly people: readonly PersonLine[];
}

// --- GET /v1/console/audit?subject=&actor=&action=&cursor=

export interface AuditLine extends TimelineEntry {
  /** A nomination's id, `people:<programme>` or `access`. */
  readonly subject: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly entries: readonly AuditLine[];
  readonly nextCursor: string | null;
}

// --- /v1/console/access

export interface Grant {
  readonly id: string;
  readonly email: string | null;
  readonly programme: string | null;
  readonly personId: string | null;
  readonly fullName: string | null;
  readonly role: Role;
  readonly unit: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly grantedBy: string;
  readonly reason: string | null;
}

export interface Grants {
  readonly grants: readonly Grant[];
}

/** POST /v1/console/access/invitations */
export interface Invitation {
  readonly grantId: string;
  /** Shown once: signs in once, within seven days. */
  readonly link: string;
  readonly expiresAt: string;
}
