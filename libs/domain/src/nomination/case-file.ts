import type { ClockState, WaitPlan } from '../calendar/calendar.types.ts';
import type { Basis, StageKind } from '../route/rule-set.ts';
import type { Instant, IsoDate, Text } from '../time.ts';

export type NominationState =
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

/** How a level ended, see house section 3 point 5. */
export type Outcome = 'NOT_QUALIFIED' | 'AWARD_HERE' | 'REFER_UP' | 'AWARD_HERE_AND_REFER_UP';

/** What a reviewer may choose on a task page. */
export type Choice = 'approve' | 'refer-up' | 'approve-and-refer-up' | 'reject' | 'return' | 'delegate' | 'complete';

export interface LevelOutcome {
  readonly level: string;
  readonly outcome: Outcome;
  readonly decidedAt: Instant;
}

export interface DeclaredDocument {
  readonly kind: string;
  readonly name: string;
  readonly sha256: string;
}

/** How a task ended; `open` while it waits. */
export type TaskState =
  | 'open'
  | 'decided'
  /** Another act closed the stage first. */
  | 'superseded'
  | 'delegated'
  | 'reassigned'
  | 'handed-over'
  | 'withdrawn'
  | 'lapsed'
  | 'completed';

/** One person's task in one stage. Tasks on the same seat stand in for one another; the first act fills the seat. */
export interface CaseTask {
  /** `<nomination>-<sequence>-<n>`: derived, so that opening twice opens once. */
  readonly id: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly level: string;
  readonly seat: number;
  /** How often the dossier had been returned when the task was opened: earlier rounds no longer count. */
  readonly round: number;
  readonly post: string;
  readonly personId: string;
  readonly actingForId: string | null;
  readonly choices: readonly Choice[];
  readonly state: TaskState;
  readonly choice: Choice | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedByAct: string | null;
  readonly remindersSent: readonly number[];
  readonly escalatedAt: Instant | null;
}

/** The wait of the stage that is open: one clock for all its tasks. */
export interface OpenWait {
  readonly clock: ClockState;
  /** Null while the clock is paused. */
  readonly plan: WaitPlan | null;
  readonly remindersDone: readonly number[];
  readonly escalated: boolean;
  /** How often the timeout policy has escalated again. */
  readonly timeouts: number;
}

/** A stage left by a return and come back to, its clock remembered. */
export interface SuspendedStage {
  readonly stageIndex: number;
  /** True once the missing parts came while a hold kept the case from going on. */
  readonly completed: boolean;
  readonly clock: ClockState | null;
  /** How often its timeout policy had escalated again. */
  readonly timeouts: number;
}

/**
 * A case as the rules see it: all that a transition reads and changes. No personal data beyond ids; it lives in
 * PostgreSQL, the workflow holds only its {@link Standing}.
 */
export interface CaseFile {
  readonly nominationId: string;
  /** Number of transitions recorded so far: one audit entry each. */
  readonly seq: number;
  readonly state: NominationState;
  /** Position in the rule set's list of stages; -1 before receipt. */
  readonly stageIndex: number;
  readonly unit: string;
  readonly officerId: string;
  readonly award: string;
  readonly basis: Basis;
  readonly documents: readonly DeclaredDocument[];
  /** Hashes among the declared documents whose bytes have arrived. */
  readonly receivedHashes: readonly string[];
  readonly submittedAt: Instant;
  readonly campaignClosesAt: Instant | null;
  readonly returns: number;
  readonly holds: readonly string[];
  readonly outcomes: readonly LevelOutcome[];
  readonly tasks: readonly CaseTask[];
  readonly wait: OpenWait | null;
  readonly suspended: SuspendedStage | null;
  readonly endedAt: Instant | null;
  /** The excluded basis that ended the case, as its rule names it. */
  readonly ineligibleRule: string | null;
  /** The calendar that its deadlines use: the rule set's own, unless an audited recalculation moved it. */
  readonly calendarVersion: string;
}

/** Why an act is refused; codes are the contract's. */
export type RefusalCode =
  | 'NOT_YOUR_TASK'
  | 'ALREADY_DECIDED'
  | 'DEADLINE_PASSED'
  | 'HELD'
  | 'CHOICE_NOT_ALLOWED'
  | 'REASON_REQUIRED'
  | 'RETURNS_EXHAUSTED'
  | 'NOBODY_HOLDS_POST'
  | 'NOT_RETURNED'
  | 'TOO_LATE_TO_WITHDRAW'
  | 'NOT_HELD'
  | 'CASE_ENDED'
  | 'INVALID_ACT';

export interface Refusal {
  readonly refused: RefusalCode;
}

export type MailKind =
  'assignment' | 'reminder' | 'escalation' | 'result' | 'confirmation' | 'objection' | 'notice' | 'convening' | 'code' | 'digest';

/** A mail to plan in the ledger; unique by (subjectKey, personId, kind, occurrence). */
export interface PlannedMail {
  readonly subjectKey: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly occurrence: number;
  /** The task whose page the mail links to; null for results. */
  readonly taskId: string | null;
  /** Facts of the occasion that the template needs beyond the nomination and the task. */
  readonly occasion: MailOccasion;
}

export type MailOccasion =
  | { readonly is: 'review' }
  | { readonly is: 'completion'; readonly missing: readonly Text[]; readonly reason: string | null }
  | { readonly is: 'result'; readonly state: NominationState; readonly rule: Text | null; readonly reason: string | null };

export type OutEventType =
  | 'laurel.nomination.received.v1'
  | 'laurel.nomination.returned.v1'
  | 'laurel.nomination.level-decided.v1'
  | 'laurel.nomination.decided.v1'
  | 'laurel.nomination.conferred.v1'
  | 'laurel.nomination.lapsed.v1'
  | 'laurel.nomination.withdrawn.v1'
  | 'laurel.nomination.appraised.v1'
  | 'laurel.task.assigned.v1'
  | 'laurel.task.reminded.v1'
  | 'laurel.task.escalated.v1'
  | 'laurel.task.completed.v1'
  | 'laurel.task.lapsed.v1';

export interface OutEvent {
  readonly type: OutEventType;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** What one transition did, for the append-only audit chain. */
export interface AuditEntry {
  readonly action: string;
  /** Person id, `system`, or `source:<name>` of an event. */
  readonly actor: string;
  readonly actingFor: string | null;
  readonly reason: string | null;
  readonly actId: string | null;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A line of a decision that a level's authority signed. */
export interface DecisionLine {
  readonly level: string;
  readonly outcome: Outcome;
  readonly award: string | null;
  readonly issuer: string;
  readonly signerId: string;
  readonly number: string | null;
  readonly signedOn: IsoDate;
  readonly actId: string;
}

/** Everything one transition changes, to be written in one transaction. */
export interface Change {
  readonly file: CaseFile;
  readonly mails: readonly PlannedMail[];
  readonly events: readonly OutEvent[];
  readonly entries: readonly AuditEntry[];
  readonly lines: readonly DecisionLine[];
}
