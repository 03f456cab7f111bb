import type { ClockState, WaitPlan } from '../calendar/calendar.types.ts';
import type { Basis, RecipientKind, StageKind, Stream } from '../route/rule-set.ts';
import type { CaseComplaint } from '../complaint/complaint.ts';
import type { Instant } from '../time.ts';

export const NOMINATION_STATES = [
  'SUBMITTED',
  'RECEIVED',
  'RETURNED',
  'APPRAISED',
  'CONSULTING',
  'ON_NOTICE',
  'IN_SESSION',
  'DECIDED',
  'CONFERRED',
  'NOT_QUALIFIED',
  'INELIGIBLE',
  'WITHDRAWN',
  'LAPSED',
  'TERMINATED',
  'REVOKED',
] as const;

export type NominationState = (typeof NOMINATION_STATES)[number];

/** How a level ended, see house section 3 point 5. */
export type Outcome = 'NOT_QUALIFIED' | 'AWARD_HERE' | 'REFER_UP' | 'AWARD_HERE_AND_REFER_UP';

/** What a reviewer may choose on a task page. */
export type Choice =
  | 'approve'
  | 'refer-up'
  | 'approve-and-refer-up'
  | 'reject'
  | 'return'
  | 'delegate'
  | 'complete'
  /** Appraisal. */
  | 'eligible'
  | 'ineligible'
  /** A consulted body. */
  | 'agree'
  | 'object'
  /** Answers objections or feedback, and the nomination goes on. */
  | 'answer'
  /** Upholds objections: the nomination is not qualified. */
  | 'uphold';

/** What somebody may do with a task instead of choosing. */
export type TaskAct = 'conflict' | 'not-me' | 'more-time';

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
  | 'completed'
  /** The person asked has declared a conflict of interest. */
  | 'conflicted'
  /** The person asked has said that the task is not theirs. */
  | 'declined'
  /** The unit of the post was abolished: its successor has the task. */
  | 'succeeded';

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
  /** A deadline of this seat's own; null where the stage's holds. */
  readonly own: OwnWait | null;
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

/** The wait of one seat, apart from the stage's: an extension for one person, or a feedback that came at its own time. */
export interface OwnWait extends OpenWait {
  /** How often its person has asked for more time and got it. */
  readonly granted: number;
}

/** Somebody who may not act on the nomination, until another person lifts it. */
export interface Conflict {
  readonly personId: string;
  readonly declaredAt: Instant;
  readonly liftedAt: Instant | null;
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
  readonly stream: Stream;
  readonly recipientKind: RecipientKind;
  /** Whether the nominee is no longer alive, as the nominator says. */
  readonly deceased: boolean;
  readonly documents: readonly DeclaredDocument[];
  /** The nominator's own id of the nominee; a person of that id or address never acts on the case. */
  readonly nomineeReference: string | null;
  readonly conflicts: readonly Conflict[];
  /** When the latest public notice has fully elapsed; null before one was published. */
  readonly noticeEndsAt: Instant | null;
  /** How many feedbacks the public has given so far, counted as they come in. */
  readonly feedbackReceived: number;
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
  /** Rules set aside for this nomination by a post above its nominator. */
  readonly overrides: readonly string[];
  /** How often an act has taken the case up again after its end. */
  readonly revivals: number;
  /** The latest complaint about it. */
  readonly complaint: CaseComplaint | null;
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
  /** `ineligible` names none of the stage's grounds. */
  | 'RULE_REQUIRED'
  /** The actor, or who would be asked, is the nominee or has declared a conflict. */
  | 'CONFLICT_OF_INTEREST'
  /** The rules grant no (more) time. */
  | 'MORE_TIME_REFUSED'
  /** Only another person, without a conflict, may do this. */
  | 'SECOND_PERSON_REQUIRED'
  /** The nomination is not before the public. */
  | 'NO_NOTICE'
  | 'INVALID_ACT'
  | 'ONE_AWARD_PER_ACHIEVEMENT'
  | 'ONCE_IN_A_LIFETIME'
  | 'ONCE_PER_PERIOD'
  | 'MISSING_PREREQUISITE'
  | 'CAP_REACHED'
  /** The nominee has died, and the award is not given after death. */
  | 'NOT_POSTHUMOUS'
  | 'AWARD_STANDS'
  | 'NO_AWARD'
  | 'UNKNOWN_GROUND'
  | 'COMPLAINT_NOT_ALLOWED'
  | 'COMPLAINT_TOO_LATE'
  /** A complaint is being heard: its answer comes first. */
  | 'COMPLAINT_HEARD'
  | 'OVERRIDE_REFUSED'
  | 'NUMBER_REFUSED'
  /** The issuer has given the number to a paper of another day. */
  | 'NUMBER_TAKEN';

export interface Refusal {
  readonly refused: RefusalCode;
}
