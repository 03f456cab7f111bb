import type { Instant, Text } from '../time.ts';

/** Why something does not go on. Waiting for a person inside its time is none of these. */
export const STUCK_CLASSES = [
  'NO_WORKER',
  'CODE_ERROR',
  'VERSION_TRAP',
  'ACTIVITY_RETRYING',
  'ACTIVITY_PAUSED',
  'MAIL_CHANNEL_DOWN',
  'MAIL_UNDELIVERABLE',
  'REVIEWER_SILENT',
  'OVERDUE',
  'TIMER_LATE',
  'PROJECTION_LAG',
  'EVENT_DEAD_LETTER',
  'SERVER_UNREACHABLE',
] as const;

export type StuckClass = (typeof STUCK_CLASSES)[number];

export const REMEDIES = [
  'retry-now',
  'resend-mail',
  'correct-address',
  'reassign',
  'substitute',
  'extend-deadline',
  'redispatch-event',
  'pause-activity',
  'resume-activity',
  'reset',
  'terminate',
] as const;

export type Remedy = (typeof REMEDIES)[number];

export interface StuckCase {
  readonly nominationId: string | null;
  readonly eventId: string | null;
  readonly since: Instant;
}

/** Everything that is stuck for one cause. */
export interface StuckGroup {
  readonly class: StuckClass;
  readonly groupKey: string;
  readonly count: number;
  readonly since: Instant;
  /** Who can mend it: `operations`, `secretariat`, `integrator`, or the person who is asked. */
  readonly owner: string;
  readonly cause: Text;
  /** Attempt, last failure, last event: what was seen. */
  readonly evidence: Text;
  readonly remedies: readonly Remedy[];
  readonly cases: readonly StuckCase[];
}

/** What a nomination should have done by itself, and at which instant. */
export type LateStep = 'receive' | 'remind' | 'escalate' | 'close' | 'publish' | 'act';

export interface Suspect {
  readonly nominationId: string;
  readonly programme: string;
  readonly stage: string;
  readonly step: LateStep;
  readonly since: Instant;
}

/** An activity on the server that has not succeeded yet. */
export interface PendingActivity {
  readonly type: string;
  readonly attempt: number;
  readonly paused: boolean;
  readonly lastFailure: string | null;
  readonly nextAttemptAt: Instant | null;
  readonly since: Instant;
}

/** What the server says of one nomination's workflow. */
export interface Examined {
  readonly nominationId: string;
  readonly workflow: 'running' | 'closed' | 'missing';
  /** The workflow task that a worker is to take or has failed; null when none waits. */
  readonly task: { readonly attempt: number; readonly since: Instant } | null;
  /** What the server reports of workflow tasks that failed again and again, also between two attempts; empty while they pass. */
  readonly problems: readonly string[];
  readonly activities: readonly PendingActivity[];
  /** The build that the workflow is bound to, or null. */
  readonly pinnedTo: string | null;
}

/** Why the workflow task of a nomination fails: one for each cause is enough. */
export interface TaskFailure {
  readonly nominationId: string;
  /** The attempt that is next or under way. */
  readonly attempt: number;
  readonly message: string;
  readonly at: Instant;
}

/** A workflow that the server's own list marks as troubled. */
export interface Marked {
  readonly nominationId: string;
  /** `category=…` and `cause=…` of failing workflow tasks. */
  readonly problems: readonly string[];
  /** Types of activities that somebody has paused. */
  readonly paused: readonly string[];
  /** The build that the workflow is bound to, or null. */
  readonly pinnedTo: string | null;
}

export interface QueueView {
  /** Null when nobody polls. */
  readonly lastPollAt: Instant | null;
  readonly backlog: number;
  readonly backlogAgeMs: number;
  /** Builds with living pollers, `<deployment>:<build>`. */
  readonly builds: readonly string[];
}

/** What Temporal showed; each part null where it could not be seen. */
export interface ServerEvidence {
  readonly reachable: boolean;
  readonly queue: QueueView | null;
  readonly examined: readonly Examined[];
  /** Null when the server's lists could not be asked. */
  readonly marked: readonly Marked[] | null;
  readonly taskFailures?: readonly TaskFailure[];
}

export interface SilentPerson {
  readonly programme: string;
  readonly personId: string;
  readonly fullName: string;
  readonly post: string;
  /** What the post is called. */
  readonly title: Text;
  readonly reminders: number;
  readonly escalated: number;
  readonly count: number;
  readonly cases: readonly StuckCase[];
}

export interface UndeliverableAddress {
  readonly programme: string;
  readonly personId: string;
  readonly fullName: string;
  readonly bounced: boolean;
  /** Nothing was refused for good: the mail server puts every mail off. */
  readonly putOff: boolean;
  readonly error: string;
  readonly count: number;
  readonly cases: readonly StuckCase[];
}

export interface DeadEvents {
  readonly type: string;
  readonly error: string;
  readonly count: number;
  readonly cases: readonly StuckCase[];
}

export interface ReconciledDifference {
  readonly nominationId: string;
  readonly kind: 'no-workflow' | 'no-nomination' | 'ended-in-tables' | 'differs';
  readonly detail: string;
  readonly since: Instant;
}

/** What PostgreSQL showed. */
export interface TableEvidence {
  /** When a loop of any worker last turned; null when none ever did. */
  readonly lastTurnAt: Instant | null;
  readonly waiting: { readonly events: number; readonly acts: number };
  readonly channelDown: {
    readonly since: Instant;
    readonly reason: string;
    readonly count: number;
    readonly cases: readonly StuckCase[];
  } | null;
  readonly undeliverable: readonly UndeliverableAddress[];
  readonly silent: readonly SilentPerson[];
  readonly dead: readonly DeadEvents[];
  readonly suspects: readonly Suspect[];
  readonly differences: readonly ReconciledDifference[];
}

export interface StuckEvidence {
  readonly at: Instant;
  /** Since when the worker runs that looks; absent where no worker does. */
  readonly watchingSince?: Instant;
  readonly tables: TableEvidence;
  readonly server: ServerEvidence;
}
