// Made by "npm run api:types" from what /openapi.json says: change the schemas in apps/api, then run it.

export interface AcceptedEvent {
  readonly eventId: string;
  readonly status: 'accepted';
  readonly nominationId?: string;
}

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
  | 'note-bounce'
  | 'withdraw'
  | 'extend'
  | 'reassign'
  | 'substitute'
  | 'hold'
  | 'resend'
  | 'read-registry'
  | 'change-registry'
  | 'read-objection'
  | 'settle-objection'
  | 'read-audit'
  | 'read-access'
  | 'change-access';

/** What may be done now; what is empty is not offered. */
export interface AfterOffers {
  /** Grounds of a complaint. */
  readonly complain: readonly {
    readonly ground: string;
    readonly text: Text;
  }[];
  /** Grounds of a revocation. */
  readonly revoke: readonly {
    readonly ground: string;
    readonly text: Text;
  }[];
  /** Stages to go back to. */
  readonly reopen: readonly Named[];
  /** Rules that may be set aside, and the posts that the visitor holds. */
  readonly override: {
    readonly rules: readonly string[];
    readonly posts: readonly Named[];
    readonly person: string | null;
  };
  /** Decisions that bear no number yet. */
  readonly number: readonly {
    readonly decisionId: string;
    readonly level: string;
    readonly signedOn: string;
  }[];
}

export interface Alive {
  readonly status: 'ok';
}

/** A member attends, does not, or votes in writing. */
export interface AttendanceAnswer {
  readonly taskId: string;
  readonly presence: 'present' | 'away' | 'written';
}

export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly actor: string;
  /** Name of the person who acted; null for systems. */
  readonly actorName: string | null;
  readonly actingFor: string | null;
  readonly actingForName: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string;
  readonly facts: {
    readonly [key: string]: unknown;
  };
  /** A nomination's id, people:<programme> or access. */
  readonly subject: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly entries: readonly AuditLine[];
  readonly nextCursor: string | null;
}

/** A member's ballot is in the box. No hour is told: it would be the first place where it is written. */
export interface BallotAnswer {
  readonly taskId: string;
  readonly decision: 'cast';
  readonly receipt: string;
}

export interface BatchAnswer {
  readonly items: readonly {
    readonly id: string | null;
    readonly status: 'accepted' | 'refused';
    readonly eventId?: string;
    readonly nominationId?: string;
    readonly problem?: Problem;
  }[];
}

export interface BounceAnswer {
  /** ignored: no mail of ours, or nothing that has failed. */
  readonly status: 'noted' | 'ignored';
  readonly is: 'hard' | 'soft' | null;
  readonly nominationId: string | null;
}

export type CaseAction =
  | {
      readonly action: 'withdraw';
      readonly reason: string;
    }
  | {
      readonly action: 'extend';
      readonly reason: string;
      readonly workingDays: number;
      readonly taskId?: string;
    }
  | {
      readonly action: 'reassign';
      readonly reason: string;
      readonly taskId: string;
      readonly to: string;
    }
  | {
      readonly action: 'substitute';
      readonly reason: string;
      readonly taskId: string;
      readonly to: string;
      readonly until?: string;
    }
  | {
      readonly action: 'hold';
      readonly reason: string;
      readonly authority: string;
    }
  | {
      readonly action: 'lift-hold';
      readonly reason: string;
      readonly holdId: string;
      readonly outcome: 'cleared' | 'confirmed';
    }
  | {
      readonly action: 'resend';
      readonly reason: string;
    };

export interface CaseActionResult {
  readonly action: 'withdraw' | 'extend' | 'reassign' | 'substitute' | 'hold' | 'lift-hold' | 'resend';
  readonly items: readonly {
    readonly nominationId?: string;
    readonly eventId?: string;
    readonly taskId?: string;
    readonly status: 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';
    /** What became of it; absent in jobs of earlier versions. */
    readonly code?:
      | 'no-open-task'
      | 'several-tasks-open'
      | 'unknown-person'
      | 'asked-already'
      | 'would-record'
      | 'recorded'
      | 'act-refused'
      | 'not-confirmed'
      | 'would-try-now'
      | 'tried-now'
      | 'row-mended'
      | 'no-workflow-runs'
      | 'event-would-return'
      | 'event-returned'
      | 'no-event-waits'
      | 'workflow-started'
      | 'workflow-runs'
      | 'nomination-ended'
      | 'would-pause'
      | 'paused'
      | 'would-resume'
      | 'resumed'
      | 'would-reset'
      | 'reset'
      | 'no-such-step'
      | 'code-does-not-fail'
      | 'mails-would-go'
      | 'mails-go'
      | 'no-mail-waits'
      | 'no-mail-failed'
      | 'several-unreachable'
      | 'address-would-change'
      | 'address-changed'
      | 'not-one-nomination'
      | 'no-nomination'
      | 'orphan-would-end'
      | 'orphan-ended'
      | 'failed';
    readonly facts?: {
      readonly [key: string]: string | number;
    };
    readonly detail: string;
    /** The sentence of code and facts; absent in jobs of earlier versions. */
    readonly detailIn?: Text;
  }[];
}

export interface CaseAfterwards {
  readonly nomineeId: string | null;
  readonly overrides: readonly string[];
  readonly underComplaint: boolean;
  readonly duplicates: readonly {
    readonly kind: string;
    readonly id: string;
    readonly likeness: number;
  }[];
  readonly complaints: readonly Complaint[];
  readonly revocations: readonly {
    readonly level: string;
    readonly award: string;
    readonly ground: string;
    readonly groundIn: Text;
    readonly paper: string;
    readonly revokedOn: string;
    readonly recordedAt: string;
  }[];
  readonly recalls: readonly Recall[];
  readonly reexaminations: readonly Reexamination[];
  readonly offers: AfterOffers;
}

export interface CaseClock {
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly closesAt: string | null;
  readonly paused: boolean;
  readonly pausedBy: readonly string[];
  readonly late: boolean;
  /** The deadline lies beyond the years whose days off the calendar knows: only weekends are counted there. */
  readonly outsideCalendar: boolean;
  /** Reminders and the escalation still to come. */
  readonly ahead: readonly {
    readonly at: string;
    readonly is: 'reminder' | 'escalation' | 'close';
  }[];
}

/** A decision that holds. */
export interface CaseDecision {
  readonly level: string;
  readonly outcome: Outcome;
  readonly award: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly signedOn: string;
  readonly signer: string;
  readonly recordedAt: string;
}

export interface CaseDocument {
  readonly kind: string;
  /** What the programme calls this kind of paper; null where it asks for none of it. */
  readonly kindName: Text | null;
  readonly name: string;
  readonly sha256: string;
  readonly received: boolean;
}

export interface CaseMail {
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

export interface CaseMails {
  readonly mails: readonly CaseMail[];
}

export interface CasePage {
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
  readonly state:
    | 'SUBMITTED'
    | 'RECEIVED'
    | 'RETURNED'
    | 'APPRAISED'
    | 'CONSULTING'
    | 'ON_NOTICE'
    | 'IN_SESSION'
    | 'DECIDED'
    | 'CONFERRED'
    | 'NOT_QUALIFIED'
    | 'INELIGIBLE'
    | 'WITHDRAWN'
    | 'LAPSED'
    | 'TERMINATED'
    | 'REVOKED';
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly late: boolean;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
  readonly programmeName: Text;
  readonly awardName: Text;
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  readonly officer: string;
  readonly birthYear: number | null;
  readonly deceasedOn: string | null;
  readonly reference: string | null;
  readonly summary: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly returns: number;
  readonly ineligibleRule: string | null;
  /** The same in the programme's words; null for a rule that every programme has. */
  readonly ineligibleText: Text | null;
  readonly route: readonly RouteLevel[];
  readonly clock: CaseClock | null;
  readonly outcomes: readonly {
    readonly level: string;
    readonly outcome: Outcome;
    readonly decidedAt: string;
  }[];
  readonly tasks: readonly CaseTask[];
  readonly documents: readonly CaseDocument[];
  readonly decisions: readonly CaseDecision[];
  readonly holds: readonly Hold[];
  /** Holds in force by their ids: what lift-hold may name. */
  readonly holdIds: readonly string[];
  /** What this person may do here and now. */
  readonly actions: readonly ('withdraw' | 'extend' | 'reassign' | 'substitute' | 'hold' | 'lift-hold' | 'resend')[];
}

export interface CaseTask {
  readonly id: string;
  readonly stage: string;
  readonly kind: string;
  readonly level: string;
  readonly post: string;
  readonly postTitle: Text | null;
  readonly person: {
    readonly id: string;
    readonly fullName: string;
    readonly email: string | null;
  };
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

export interface CaseTimeline {
  readonly entries: readonly TimelineEntry[];
}

export interface CaseWorkflow {
  readonly asOf: string;
  /** False: the Temporal server cannot be reached, nothing below is known. */
  readonly sees: boolean;
  readonly workflowId: string;
  readonly workflow: 'running' | 'closed' | 'missing' | null;
  /** A workflow task that a worker is to take or has failed. */
  readonly task: {
    readonly attempt: number;
    readonly since: string;
  } | null;
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
  readonly timers: readonly {
    readonly at: string;
    readonly is: 'reminder' | 'escalation' | 'close';
  }[];
  /** Into the Temporal Web UI. */
  readonly link: string | null;
}

export interface CodeRequest {
  readonly email: string;
}

export interface CodeSent {
  readonly status: 'sent-if-known';
  readonly minutes: number;
}

export interface Complaint {
  readonly id: string;
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly state: string;
  readonly ground: string;
  /** The ground as the rules word it. */
  readonly groundIn: Text;
  readonly filedBy: string;
  readonly instance: number;
  readonly filedAt: string;
  readonly dueAt: string | null;
  readonly late: boolean;
  readonly handler: string | null;
  readonly outcome: string | null;
  readonly settledAt: string | null;
}

export interface Complaints {
  readonly items: readonly Complaint[];
  readonly grounds: readonly {
    readonly ground: string;
    readonly groundIn: Text;
  }[];
  readonly nextCursor: string | null;
}

export interface ConveneSession {
  readonly programme: string;
  readonly council: string;
  readonly campaign: string;
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  /** all-waiting: everyone of the season that waits for this council and is on no other agenda. */
  readonly agenda: 'all-waiting' | readonly string[];
  /**
   * Closes early once everybody who may vote has.
   * @default true
   */
  readonly closesWhenAllVoted?: boolean;
  readonly remindAt?: readonly string[];
}

export interface CouncilSession {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly ruleSetVersion: string;
  readonly council: Named;
  readonly state: 'convened' | 'open' | 'closing' | 'closed' | 'adjourned';
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  readonly closedAt: string | null;
  /** As it was when the ballot opened. */
  readonly quorum: {
    readonly total: number;
    readonly eligible: number;
    readonly present: number;
    readonly met: boolean;
  } | null;
  readonly members: readonly {
    readonly seat: number;
    readonly post: string;
    readonly title: Text;
    readonly person: {
      readonly id: string;
      readonly fullName: string;
    } | null;
    readonly actingFor: string | null;
    readonly chair: boolean;
    readonly presence: 'unknown' | 'present' | 'away' | 'written';
    readonly hasVoted: boolean;
  }[];
  readonly recusals: readonly {
    readonly seat: number;
    readonly nominationId: string;
    readonly declaredBy: string;
    readonly reason: string | null;
    readonly liftedBy: string | null;
  }[];
  /** Counts and outcomes only after the close. */
  readonly lines: readonly {
    readonly line: number;
    readonly nominationId: string;
    readonly nominee: string;
    readonly award: string;
    readonly state: 'waiting' | 'on-ballot' | 'set-aside' | 'counted';
    readonly because: string | null;
    readonly outcome: 'qualified' | 'not-qualified' | 'set-aside' | null;
    readonly votes: {
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
    } | null;
    readonly recused: number | null;
  }[];
  /** Where the minutes are to be read, once it is closed. */
  readonly minutes: string | null;
}

export interface CouncilSessions {
  /** The latest first. */
  readonly sessions: readonly {
    readonly id: string;
    readonly programme: string;
    readonly campaign: string;
    readonly council: Named;
    readonly state: 'convened' | 'open' | 'closing' | 'closed' | 'adjourned';
    readonly meetsAt: string;
    readonly ballotClosesAt: string;
    readonly lines: number;
    readonly seats: number;
    readonly voted: number;
  }[];
  readonly nextCursor: string | null;
}

export interface CouncilsToConvene {
  /** The latest season first. */
  readonly councils: readonly {
    readonly programme: string;
    readonly campaign: string;
    readonly council: Named;
  }[];
}

export interface Decision {
  readonly id: string;
  readonly level: string;
  readonly outcome: Outcome;
  readonly award: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly signedOn: string;
  readonly signer: string;
  readonly recordedAt: string;
  /** When a reopening put another decision in its place; null while it holds. */
  readonly supersededAt: string | null;
}

export interface EndGrantRequest {
  readonly reason: string;
}

export interface Facets {
  readonly programmes: readonly ProgrammeFacet[];
}

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

export interface GrantRequest {
  readonly role: 'nominator' | 'reviewer' | 'secretariat' | 'authority' | 'operator' | 'auditor' | 'integrator';
  /** @default null */
  readonly programme?: string | null;
  /** @default null */
  readonly unit?: string | null;
  readonly reason: string;
  /** @default null */
  readonly email?: string | null;
  /** @default null */
  readonly personId?: string | null;
}

export interface Granted {
  readonly id: string;
}

export interface Grants {
  /** The latest first. */
  readonly grants: readonly Grant[];
  readonly nextCursor: string | null;
}

export interface Hold {
  readonly id: string;
  readonly authority: string;
  readonly paper: string | null;
  readonly from: string;
  readonly liftedFrom: string | null;
  readonly outcome: string | null;
}

export interface Invitation {
  readonly grantId: string;
  /** Shown once: signs in once, within seven days. */
  readonly link: string;
  readonly expiresAt: string;
}

export interface InvitationRequest {
  readonly token: string;
}

export interface InviteRequest {
  readonly role: 'nominator' | 'reviewer' | 'secretariat' | 'authority' | 'operator' | 'auditor' | 'integrator';
  /** @default null */
  readonly programme?: string | null;
  /** @default null */
  readonly unit?: string | null;
  readonly reason: string;
  readonly email: string;
}

export interface KeptDocument {
  readonly sha256: string;
  readonly status: 'stored' | 'known';
}

/** A civil day and the instant at which it begins. */
export interface LawfulDay {
  readonly on: string;
  readonly at: string;
}

export interface LiftRecusal {
  readonly seat?: number;
  readonly person?: string;
  readonly nominationId: string;
  readonly by?: string;
  readonly reason: string;
}

export interface LookAlikes {
  readonly items: readonly {
    readonly nominee: Nominee;
    readonly other: Nominee;
    readonly sameDiacritics: boolean;
    readonly sameBirthYear: boolean;
    readonly sameUnit: boolean;
    /** Who said, and why, that they are two; null while nobody has. */
    readonly different: {
      readonly actor: string;
      readonly reason: string;
      readonly saidAt: string;
    } | null;
  }[];
  readonly nextCursor: string | null;
}

export interface Me {
  readonly name: string;
  readonly email: string;
  readonly language: 'vi' | 'en';
  readonly people: readonly {
    readonly programme: string;
    readonly id: string;
    readonly fullName: string;
  }[];
  readonly roles: readonly {
    readonly role: Role;
    readonly programme: string | null;
    readonly unit: string | null;
    readonly unitName: Text | null;
  }[];
  /** What may be done somewhere; the server still asks where. */
  readonly actions: readonly Action[];
  /** Goes back as the header x-laurel-csrf with everything that changes something. */
  readonly csrf: string;
  readonly sessionEndsAt: string;
  /** Base address of the Temporal Web UI; null where none is set or the person is no operator. */
  readonly temporalUi: string | null;
}

/** A moment on the office's wall clock. */
export interface Moment {
  readonly on: string;
  readonly time: string;
  readonly at: string;
}

export interface Named {
  readonly key: string;
  readonly name: Text;
}

export interface Nomination {
  readonly id: string;
  readonly state:
    | 'SUBMITTED'
    | 'RECEIVED'
    | 'RETURNED'
    | 'APPRAISED'
    | 'CONSULTING'
    | 'ON_NOTICE'
    | 'IN_SESSION'
    | 'DECIDED'
    | 'CONFERRED'
    | 'NOT_QUALIFIED'
    | 'INELIGIBLE'
    | 'WITHDRAWN'
    | 'LAPSED'
    | 'TERMINATED'
    | 'REVOKED';
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly unit: string;
  readonly award: string;
  readonly nominee: {
    readonly kind: RecipientKind;
    readonly fullName: string;
    readonly birthYear?: number;
    readonly deceasedOn?: string;
    readonly unit?: string;
    readonly reference?: string;
  };
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
  readonly underComplaint: boolean;
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  /** The running deadline lies beyond the years whose days off the calendar knows: only weekends are counted there. */
  readonly outsideCalendar: boolean;
  readonly achievement: {
    readonly [key: string]: unknown;
  };
  readonly documents: readonly {
    readonly kind: string;
    readonly name: string;
    readonly sha256: string;
    readonly received: boolean;
  }[];
  readonly returns: number;
  readonly ineligibleRule: string | null;
  readonly outcomes: readonly {
    readonly level: string;
    readonly outcome: Outcome;
    readonly decidedAt: string;
  }[];
  readonly openTasks: readonly {
    readonly id: string;
    readonly kind: string;
    readonly post: string;
    readonly assignee: {
      readonly id: string;
      readonly fullName: string;
      readonly actingFor: string | null;
    };
    readonly openedAt: string;
    readonly dueAt: string | null;
    readonly closesAt: string | null;
    readonly remindersSent: number;
    readonly escalatedAt: string | null;
  }[];
  readonly decisions: readonly Decision[];
  readonly holds: readonly Hold[];
  readonly nomineeId: string | null;
  readonly overrides: readonly string[];
  readonly complaints: readonly {
    readonly id: string;
    readonly ground: string;
    readonly filedBy: string;
    readonly instance: number;
    readonly filedAt: string;
    readonly dueAt: string | null;
    readonly outcome: string | null;
    readonly settledAt: string | null;
  }[];
  readonly revocations: readonly {
    readonly level: string;
    readonly award: string;
    readonly ground: string;
    readonly paper: string;
    readonly revokedOn: string;
    readonly recordedAt: string;
  }[];
  readonly recalls: readonly {
    readonly id: string;
    readonly what: string;
    readonly amount: string | null;
    readonly state: string;
    readonly dueSince: string;
    readonly recoveredAt: string | null;
  }[];
  readonly reexaminations: readonly {
    readonly id: string;
    readonly revokedNominationId: string;
    readonly nominationId: string;
    readonly rule: string;
    readonly state: string;
    readonly openedAt: string;
    readonly finding: string | null;
  }[];
  readonly duplicates: readonly {
    readonly kind: string;
    readonly id: string;
    readonly likeness: number;
  }[];
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
  readonly state:
    | 'SUBMITTED'
    | 'RECEIVED'
    | 'RETURNED'
    | 'APPRAISED'
    | 'CONSULTING'
    | 'ON_NOTICE'
    | 'IN_SESSION'
    | 'DECIDED'
    | 'CONFERRED'
    | 'NOT_QUALIFIED'
    | 'INELIGIBLE'
    | 'WITHDRAWN'
    | 'LAPSED'
    | 'TERMINATED'
    | 'REVOKED';
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
  readonly total: {
    readonly count: number;
    readonly exact: boolean;
  };
}

export interface NominationPage {
  readonly items: readonly NominationSummary[];
  readonly nextCursor: string | null;
}

export interface NominationSummary {
  readonly id: string;
  readonly state:
    | 'SUBMITTED'
    | 'RECEIVED'
    | 'RETURNED'
    | 'APPRAISED'
    | 'CONSULTING'
    | 'ON_NOTICE'
    | 'IN_SESSION'
    | 'DECIDED'
    | 'CONFERRED'
    | 'NOT_QUALIFIED'
    | 'INELIGIBLE'
    | 'WITHDRAWN'
    | 'LAPSED'
    | 'TERMINATED'
    | 'REVOKED';
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly unit: string;
  readonly award: string;
  readonly nominee: {
    readonly kind: RecipientKind;
    readonly fullName: string;
    readonly birthYear?: number;
    readonly deceasedOn?: string;
    readonly unit?: string;
    readonly reference?: string;
  };
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
}

export interface Nominee {
  readonly id: string;
  readonly programme: string;
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly unit: string;
  readonly birthYear: number | null;
  readonly reference: string | null;
  /** The entry that this one was found to be, or null. */
  readonly mergedInto: string | null;
}

export interface NomineeDetails {
  readonly id: string;
  readonly programme: string;
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly unit: string;
  readonly birthYear: number | null;
  readonly reference: string | null;
  /** The entry that this one was found to be, or null. */
  readonly mergedInto: string | null;
  readonly merged: readonly Nominee[];
  readonly merges: readonly {
    readonly nomineeId: string;
    readonly nominee: string;
    readonly intoId: string;
    readonly actor: string;
    readonly reason: string;
    readonly mergedAt: string;
    readonly undoneAt: string | null;
    readonly undoneBy: string | null;
    readonly undoneReason: string | null;
  }[];
  readonly differences: readonly {
    readonly otherId: string;
    readonly other: string;
    readonly actor: string;
    readonly reason: string;
    readonly saidAt: string;
    readonly undoneAt: string | null;
    readonly undoneBy: string | null;
    readonly undoneReason: string | null;
  }[];
  readonly nominations: readonly {
    readonly id: string;
    readonly programme: string;
    readonly campaign: string;
    readonly state: string;
    readonly deceasedOn: string | null;
  }[];
  readonly titles: readonly {
    readonly id: string;
    readonly nominationId: string | null;
    readonly award: string;
    readonly level: string;
    readonly year: number;
    readonly signedOn: string;
    readonly number: string | null;
    readonly source: string;
    readonly revokedOn: string | null;
  }[];
}

export interface NomineeProposals {
  readonly items: readonly {
    readonly id: string;
    readonly programme: string;
    readonly kind: RecipientKind;
    readonly fullName: string;
    readonly unit: string;
    readonly birthYear: number | null;
    readonly reference: string | null;
    /** The entry that this one was found to be, or null. */
    readonly mergedInto: string | null;
    /** Of the names, in thousandths. */
    readonly likeness: number;
    readonly sameDiacritics: boolean;
    readonly sameBirthYear: boolean;
    readonly sameUnit: boolean;
  }[];
}

export interface Nominees {
  readonly items: readonly {
    readonly id: string;
    readonly programme: string;
    readonly kind: RecipientKind;
    readonly fullName: string;
    readonly unit: string;
    readonly birthYear: number | null;
    readonly reference: string | null;
    /** The entry that this one was found to be, or null. */
    readonly mergedInto: string | null;
    readonly nominations: number;
    readonly titles: number;
  }[];
  readonly nextCursor: string | null;
}

export interface NumberDecisions {
  readonly number: string;
  readonly signedOn: string;
  readonly decisions: readonly string[];
}

export interface NumberedDecision {
  readonly decisionId: string;
  readonly number: string;
  readonly signedOn: string;
  readonly lines: readonly {
    readonly nominationId: string;
    readonly actId: string;
    readonly state: string;
    readonly recordedAt: string;
  }[];
}

export interface NumberedDecisions {
  readonly number: string;
  readonly signedOn: string;
  /** One for each line of each decision, in the order in which they were named. */
  readonly items: readonly {
    readonly decisionId: string;
    /** Null where no such decision holds. */
    readonly nominationId: string | null;
    readonly status: 'recorded' | 'refused' | 'not-confirmed';
    /** Why not. */
    readonly problem: Problem | null;
  }[];
}

export interface Objection {
  readonly id: string;
  readonly programme: string;
  readonly nominationId: string;
  /** Unit of the nomination. */
  readonly unit: string;
  readonly taskId: string;
  readonly personId: string;
  readonly personName: string | null;
  /** In the words of the person; null when none were given. */
  readonly reason: string | null;
  readonly openedAt: string;
  readonly settledAt: string | null;
  readonly outcome: 'cleared' | 'confirmed' | null;
}

export interface Objections {
  readonly items: readonly Objection[];
  readonly nextCursor: string | null;
}

export interface OperationsHealth {
  readonly asOf: string;
  readonly status: 'ok' | 'degraded' | 'down';
  readonly parts: {
    readonly database: 'ok' | 'degraded' | 'down';
    readonly temporal: 'ok' | 'degraded' | 'down';
    readonly workers: 'ok' | 'degraded' | 'down';
    readonly mail: 'ok' | 'degraded' | 'down';
  };
  /** Each worker process with its loops; a loop that has not turned for a minute does not turn. */
  readonly workers: readonly {
    readonly worker: string;
    readonly lastTurnAt: string;
    readonly loops: readonly {
      readonly loop: string;
      readonly turnedAt: string;
      readonly turns: boolean;
      readonly lastError: string | null;
    }[];
  }[];
  /** Null where the server was not seen at the last look. */
  readonly taskQueue: {
    readonly lastPollAt: string | null;
    readonly backlog: number;
    readonly backlogAgeSeconds: number;
    readonly builds: readonly string[];
  } | null;
  readonly mail: {
    readonly up: boolean;
    readonly reason: string | null;
    readonly since: string | null;
  };
  readonly flow: {
    readonly inbox: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
    readonly acts: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
    readonly mails: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
    readonly outbox: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
    readonly deadEvents: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
    readonly undeliverableMails: {
      readonly count: number;
      readonly ageSeconds: number | null;
    };
  };
  readonly openNominations: number;
  readonly differences: number;
  readonly databaseConnections: number;
  readonly classifier: {
    readonly asOf: string;
    readonly tookMs: number;
    readonly listCalls: number;
    readonly examined: number;
  } | null;
  readonly canary: {
    readonly startedAt: string;
    readonly mailedAt: string | null;
    readonly decidedAt: string | null;
    readonly endedAt: string | null;
    readonly failure: string | null;
  } | null;
}

export type Outcome = 'NOT_QUALIFIED' | 'AWARD_HERE' | 'REFER_UP' | 'AWARD_HERE_AND_REFER_UP';

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
  /** Ended nominations by how they ended and at which level. */
  readonly endings: readonly {
    readonly level: string;
    readonly state: string;
    readonly count: number;
  }[];
  /** The seven days from today on, in the office's zone. */
  readonly dueByDay: readonly {
    readonly day: string;
    readonly count: number;
  }[];
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

export interface People {
  readonly people: readonly PersonLine[];
}

export interface PersonLine {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly posts: readonly {
    readonly key: string;
    readonly title: Text;
    readonly unit: string;
  }[];
}

/** A refusal, RFC 9457. Title and detail are English, titleVi and detailVi Vietnamese. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly titleVi: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailVi?: string;
  readonly correlationId?: string;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly detail: string;
    readonly detailVi?: string;
    /** Whose line it is, where lines of an agenda are refused. */
    readonly nominationId?: string;
  }[];
  /** The task that takes no answer. */
  readonly taskId?: string;
  /** What became of it. */
  readonly taskState?: string;
  /** Who closed it; null while it is open. */
  readonly closedBy?: string | null;
  readonly closedAt?: string | null;
  /** What was decided; null where nothing was. */
  readonly decision?: string | null;
  /** ALREADY_DECIDED: the receipt of the ballot that is in the box. */
  readonly receipt?: string;
  /** NUMBER_TAKEN: the paper that has the number; nobody signed what was taken over from history. */
  readonly paper?: {
    readonly number: string;
    readonly signedOn: string;
    readonly signer: string | null;
  };
  /** CAP_REACHED: the award that is a share of another, how many of the other are counted, the limit that follows, and how many are given. */
  readonly share?: {
    readonly award: string;
    readonly percent: number;
    readonly of: string;
    readonly counted: number;
    readonly limit: number;
    readonly given: number;
  };
  /** From this day on all lines of the agenda may be voted on. */
  readonly firstLawful?: LawfulDay;
}

export interface ProgrammeDetail {
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
  readonly version: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly facts: readonly RuleFact[];
  }[];
}

export interface ProgrammeDifference {
  readonly from: {
    readonly programme: string;
    readonly version: string;
  };
  readonly to: {
    readonly programme: string;
    readonly version: string;
  };
  readonly differences: readonly {
    readonly id: string;
    readonly section: Text;
    readonly label: Text;
    readonly before: Text | null;
    readonly after: Text | null;
  }[];
}

export interface ProgrammeFacet {
  readonly key: string;
  readonly name: Text;
  readonly campaigns: readonly {
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
  }[];
  readonly levels: readonly Named[];
  readonly stages: readonly {
    readonly key: string;
    readonly name: Text;
    readonly kind: string;
    readonly level: string;
  }[];
  readonly awards: readonly {
    readonly key: string;
    readonly name: Text;
    readonly level: string;
  }[];
  /** Units the person may look into. */
  readonly units: readonly {
    readonly key: string;
    readonly name: Text;
    readonly parent: string | null;
  }[];
}

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

export interface Readiness {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly parts: {
    readonly database: 'ok' | 'degraded' | 'down';
    readonly temporal: 'ok' | 'degraded' | 'down';
    readonly workers: 'ok' | 'degraded' | 'down';
    readonly mail: 'ok' | 'degraded' | 'down';
  };
}

export interface Recall {
  readonly id: string;
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly state: string;
  readonly what: string;
  readonly amount: string | null;
  readonly dueSince: string;
  readonly recoveredAt: string | null;
  readonly recoveredBy: string | null;
  readonly paper: string | null;
}

export interface Recalls {
  readonly items: readonly Recall[];
  readonly nextCursor: string | null;
}

export type RecipientKind = 'individual' | 'collective' | 'household';

export interface RecordedAct {
  readonly nominationId: string;
  readonly actId: string;
  readonly state: string;
  readonly recordedAt: string;
}

/** A member has no voice in one line, named by its nomination. */
export interface RecusalAnswer {
  readonly taskId: string;
  readonly recused: string;
}

export interface Reexamination {
  readonly id: string;
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly state: string;
  readonly rule: string;
  readonly revokedNominationId: string;
  readonly revokedNominee: string;
  readonly revokedAward: string;
  readonly openedAt: string;
  readonly finding: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
}

export interface Reexaminations {
  readonly items: readonly Reexamination[];
  readonly nextCursor: string | null;
}

export interface RemedyRequest {
  readonly remedy:
    | 'retry-now'
    | 'resend-mail'
    | 'correct-address'
    | 'reassign'
    | 'substitute'
    | 'extend-deadline'
    | 'redispatch-event'
    | 'pause-activity'
    | 'resume-activity'
    | 'reset'
    | 'terminate';
  readonly target: {
    readonly nominationId?: string;
    readonly eventId?: string;
    readonly groupKey?: string;
  };
  readonly reason: string;
  /** @default false */
  readonly dryRun?: boolean;
  readonly taskId?: string;
  readonly to?: string;
  readonly until?: string;
  readonly workingDays?: number;
  readonly address?: string;
  readonly toEventId?: number;
}

export interface RemedyResults {
  readonly remedy: string;
  readonly dryRun: boolean;
  /** Null for a dry run. */
  readonly jobId: string | null;
  readonly total: number;
  readonly done: number;
  readonly finishedAt: string | null;
  readonly items: readonly {
    readonly nominationId?: string;
    readonly eventId?: string;
    readonly taskId?: string;
    readonly status: 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';
    /** What became of it; absent in jobs of earlier versions. */
    readonly code?:
      | 'no-open-task'
      | 'several-tasks-open'
      | 'unknown-person'
      | 'asked-already'
      | 'would-record'
      | 'recorded'
      | 'act-refused'
      | 'not-confirmed'
      | 'would-try-now'
      | 'tried-now'
      | 'row-mended'
      | 'no-workflow-runs'
      | 'event-would-return'
      | 'event-returned'
      | 'no-event-waits'
      | 'workflow-started'
      | 'workflow-runs'
      | 'nomination-ended'
      | 'would-pause'
      | 'paused'
      | 'would-resume'
      | 'resumed'
      | 'would-reset'
      | 'reset'
      | 'no-such-step'
      | 'code-does-not-fail'
      | 'mails-would-go'
      | 'mails-go'
      | 'no-mail-waits'
      | 'no-mail-failed'
      | 'several-unreachable'
      | 'address-would-change'
      | 'address-changed'
      | 'not-one-nomination'
      | 'no-nomination'
      | 'orphan-would-end'
      | 'orphan-ended'
      | 'failed';
    readonly facts?: {
      readonly [key: string]: string | number;
    };
    readonly detail: string;
    /** The sentence of code and facts; absent in jobs of earlier versions. */
    readonly detailIn?: Text;
  }[];
}

export type Role = 'nominator' | 'reviewer' | 'secretariat' | 'authority' | 'operator' | 'auditor' | 'integrator';

export interface RouteLevel {
  readonly key: string;
  readonly name: Text;
  readonly awards: boolean;
  readonly stages: readonly RouteStage[];
}

export interface RouteStage {
  readonly key: string;
  readonly name: Text;
  readonly kind: string;
  readonly level: string;
  readonly standing: 'done' | 'current' | 'ahead' | 'not-reached';
  readonly outcome: Outcome | null;
  readonly decidedAt: string | null;
}

export interface RuleFact {
  readonly id: string;
  readonly label: Text;
  readonly value: Text;
}

export interface SessionAttendance {
  readonly seat?: number;
  readonly person?: string;
  readonly presence: 'present' | 'away' | 'written';
}

export interface SessionPreview {
  readonly council: Named;
  readonly meetsAt: string;
  readonly ballotOpensAt: string;
  readonly ballotClosesAt: string;
  readonly remindAt: readonly string[];
  readonly secret: boolean;
  readonly lines: number;
  /** Who is called, by seat; null where nobody holds the post on that day. */
  readonly members: readonly {
    readonly seat: number;
    readonly title: Text;
    readonly chair: boolean;
    readonly fullName: string | null;
    readonly actingFor: string | null;
  }[];
  readonly secretary: string | null;
}

export interface SessionReason {
  readonly reason: string;
}

export interface SessionRecusal {
  readonly seat?: number;
  readonly person?: string;
  readonly nominationId: string;
  readonly reason?: string | null;
}

export interface Sessions {
  readonly sessions: readonly {
    readonly id: string;
    readonly current: boolean;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly address: string | null;
    readonly agent: string | null;
  }[];
}

export interface SettledObjection {
  readonly id: string;
  readonly nominationId: string;
  /** What stands: the first settlement, also when another was asked for since. */
  readonly outcome: 'cleared' | 'confirmed';
}

export interface Settlement {
  /** cleared: the answer stands after all; confirmed: it was indeed somebody else, and its stage is asked again. */
  readonly outcome: 'cleared' | 'confirmed';
  readonly reason: string;
}

export interface SignInRequest {
  readonly email: string;
  readonly code: string;
  readonly returnTo?: string;
}

export interface SignInWays {
  readonly mail: true;
  readonly oidc: boolean;
}

export interface SignedIn {
  readonly status: 'signed-in';
  /** A path of this site. */
  readonly returnTo: string;
}

export interface SimulatedStage {
  readonly key: string;
  readonly kind: string;
  readonly name: Text;
  readonly level: Text;
  readonly reachedAt: Moment;
  /** What reachedAt is of where the stage waits for an event without a date; null elsewhere. */
  readonly earliest: Text | null;
  /** Null where nobody is asked. */
  readonly wait: SimulatedWait | null;
  /** What follows the close when nobody answers; null where nobody is asked. */
  readonly atClose: Text | null;
  readonly leftAt: Moment;
}

export interface SimulatedWait {
  readonly startsAt: Moment;
  readonly dueAt: Moment;
  readonly reminders: readonly Moment[];
  /** When the superior is told; null where the rules tell nobody. */
  readonly escalateAt: Moment | null;
  /** When the task is pressed again, by the timeout policy. */
  readonly pressedAt: readonly Moment[];
  /** When the wait ends by itself, everything pressed. */
  readonly closesAt: Moment;
  /** Holidays and weekend days that the clock steps over up to the due day. */
  readonly steppedOver: readonly {
    readonly on: string;
    readonly name: Text;
    readonly why: 'holiday' | 'weekend';
  }[];
  /** The same from the due day to the close. */
  readonly steppedOverAfterDue: readonly {
    readonly on: string;
    readonly name: Text;
    readonly why: 'holiday' | 'weekend';
  }[];
  /** Weekend days up to the due day that are worked. */
  readonly swapDaysWorked: readonly {
    readonly on: string;
    readonly name: Text;
    readonly source?: string;
  }[];
}

export interface Simulation {
  readonly programme: string;
  readonly version: string;
  /** The route that is simulated; null where there is only one. */
  readonly route: {
    readonly key: string;
    readonly name: Text;
  } | null;
  readonly filedOn: string;
  readonly pace: 'due' | 'closing';
  readonly calendar: {
    readonly id: string;
    readonly version: string;
  };
  readonly stages: readonly SimulatedStage[];
  /** A return at intake; null where the rules return nothing. */
  readonly returned: SimulatedWait | null;
  readonly warnings: readonly Text[];
}

export interface Stuck {
  readonly asOf: string;
  readonly sees: {
    readonly temporal: boolean;
    readonly database: boolean;
    readonly visibility: boolean;
  };
  /** True when the classifier's own look is too old, so that only the tables speak here. */
  readonly stale: boolean;
  /** Open nominations and workflows that the reconciler finds to differ. */
  readonly differences: number;
  readonly groups: readonly {
    readonly class:
      | 'NO_WORKER'
      | 'CODE_ERROR'
      | 'VERSION_TRAP'
      | 'ACTIVITY_RETRYING'
      | 'ACTIVITY_PAUSED'
      | 'MAIL_CHANNEL_DOWN'
      | 'MAIL_UNDELIVERABLE'
      | 'REVIEWER_SILENT'
      | 'OVERDUE'
      | 'TIMER_LATE'
      | 'PROJECTION_LAG'
      | 'EVENT_DEAD_LETTER'
      | 'SERVER_UNREACHABLE';
    readonly groupKey: string;
    readonly count: number;
    readonly since: string;
    readonly owner: string;
    readonly cause: string;
    readonly causeIn: Text;
    readonly evidence: string;
    readonly evidenceIn: Text;
    readonly remedies: readonly (
      | 'retry-now'
      | 'resend-mail'
      | 'correct-address'
      | 'reassign'
      | 'substitute'
      | 'extend-deadline'
      | 'redispatch-event'
      | 'pause-activity'
      | 'resume-activity'
      | 'reset'
      | 'terminate'
    )[];
    readonly cases: readonly {
      readonly nominationId?: string;
      readonly workflowId?: string;
      readonly eventId?: string;
      readonly since: string;
    }[];
  }[];
}

/** Two filings, or a filing and a title of earlier years, that look like one deed. */
export interface SuspectedDuplicates {
  readonly items: readonly {
    readonly nominationId: string;
    readonly programme: string;
    readonly unit: string;
    readonly nominee: string;
    readonly deed: string;
    readonly kind: 'nomination' | 'record';
    readonly otherId: string;
    readonly otherUnit: string;
    readonly otherNominee: string;
    readonly otherDeed: string;
    readonly likeness: number;
    readonly flaggedAt: string;
  }[];
  readonly nextCursor: string | null;
}

export interface TaskAnswer {
  readonly taskId: string;
  readonly decision: string;
  readonly recordedAt: string;
  /** What the answer is called on paper and on the telephone; a completion found recorded has none. */
  readonly reference?: string;
}

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export interface Timeline {
  readonly nominationId: string;
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly actor: string;
  /** Name of the person who acted; null for systems. */
  readonly actorName: string | null;
  readonly actingFor: string | null;
  readonly actingForName: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string;
  readonly facts: {
    readonly [key: string]: unknown;
  };
}

export interface TimelinessReport {
  readonly asOf: string;
  readonly knownAt: string;
  readonly zone: string;
  readonly decided: number;
  readonly inTime: number;
  readonly shareInTime: string | null;
  readonly medianDays: string | null;
  readonly counts: readonly {
    readonly programme: string;
    readonly level: string;
    readonly decided: number;
    readonly inTime: number;
    readonly shareInTime: string | null;
    readonly medianDays: string | null;
    readonly rows: readonly {
      readonly nominationId: string;
      readonly programme: string;
      readonly campaign: string;
      readonly unit: string;
      readonly level: string;
      readonly outcome: 'NOT_QUALIFIED' | 'AWARD_HERE' | 'REFER_UP' | 'AWARD_HERE_AND_REFER_UP';
      readonly signedOn: string;
      readonly receivedAt: string;
      readonly dueAt: string | null;
      readonly decidedAt: string;
      readonly inTime: boolean;
      readonly days: number;
    }[];
  }[];
}

export interface TitlesReport {
  readonly asOf: string;
  readonly knownAt: string;
  readonly zone: string;
  readonly total: number;
  readonly counts: readonly {
    readonly award: string;
    readonly level: string;
    readonly issuer: string;
    readonly recipientKind: string;
    readonly count: number;
    readonly rows: readonly {
      readonly id: string;
      readonly nominationId: string | null;
      readonly source: 'decision' | 'history';
      readonly nominee: string;
      readonly unit: string;
      readonly programme: string;
      readonly campaign: string | null;
      readonly award: string;
      readonly level: string;
      readonly issuer: string;
      readonly recipientKind: string;
      readonly number: string | null;
      readonly signedOn: string;
      readonly recordedAt: string;
    }[];
  }[];
}

export interface UnnumberedDecisions {
  readonly items: readonly {
    readonly id: string;
    readonly nominationId: string;
    readonly nominee: string;
    readonly programme: string;
    readonly campaign: string;
    readonly unit: string;
    readonly award: string;
    readonly level: string;
    readonly signedOn: string;
    readonly signer: string;
  }[];
  readonly nextCursor: string | null;
}

export interface WaitingForSession {
  /** Oldest first; as many as one agenda takes. */
  readonly lines: readonly {
    readonly nominationId: string;
    readonly nominee: string;
    readonly achievement: string;
    readonly award: string;
    readonly unit: string;
    /** The first day on which the council may meet over it; null where no public notice came before. */
    readonly firstLawful: LawfulDay | null;
  }[];
  /** True where more wait than one agenda takes. */
  readonly more: boolean;
}
