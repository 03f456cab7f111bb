import type { ActOutcome } from './nomination-messages.ts';
import type { Standing } from './standing.ts';

/** `at` is the workflow's own instant, so that a retry computes the same answer. */
export interface CaseStepInput {
  readonly nominationId: string;
  readonly at: number;
}

export interface RecordActInput extends CaseStepInput {
  readonly actId: string;
}

export interface RecordActResult {
  readonly standing: Standing;
  readonly outcome: ActOutcome;
}

/** The steps that a nomination's workflow asks for; one class each in `activities/`. */
export interface NominationActivities {
  /** Intake by the rules, then opens the first stage with people in it. */
  receiveNomination(input: CaseStepInput): Promise<Standing>;
  /** Records what somebody did, whatever it was; the task row is the arbiter. */
  recordAct(input: RecordActInput): Promise<RecordActResult>;
  remindReviewers(input: CaseStepInput): Promise<Standing>;
  escalateDelay(input: CaseStepInput): Promise<Standing>;
  /** Applies the stage's timeout policy at `closesAt`. */
  closeOverdue(input: CaseStepInput): Promise<Standing>;
  publishResult(input: CaseStepInput): Promise<Standing>;
}
