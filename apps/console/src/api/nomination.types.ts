import type { NominationLine } from './nominations.types.ts';
import type { Named, Text } from './shared.types.ts';

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
  /** The deadline lies beyond the years whose days off the calendar knows. */
  readonly outsideCalendar: boolean;
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
  /** What the programme calls this kind of paper; null where it asks for none of it. */
  readonly kindName: Text | null;
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
    readonly detailIn?: Text;
  }[];
}
