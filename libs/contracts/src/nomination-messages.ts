import type { ActKind, Choice, RefusalCode } from '@laurel/domain';
import type { NextStep, Standing } from './standing.ts';

/** Name of the workflow function; started by name so that no client needs workflow code. */
export const NOMINATION_WORKFLOW = 'nominationWorkflow';
export const TASK_QUEUE = 'laurel';

/** Workflow id of a nomination. */
export function nominationWorkflowId(nominationId: string): string {
  return `nomination:${nominationId}`;
}

/** Input of the nomination workflow; `standing` where it was received before it started, and when continued as new. */
export interface NominationInput {
  readonly nominationId: string;
  readonly standing?: Standing;
  /** Continue as new after this many history events (default: when the server suggests it). */
  readonly continueAfterEvents?: number;
}

export interface NominationResult {
  readonly nominationId: string;
  readonly state: Standing['state'];
  readonly seq: number;
}

/** A person's act on a task; somebody waits for the answer. Reasons and names stay in the act row. */
export const SUBMIT_DECISION_UPDATE = 'submitDecision';
/** Any other act whose sender waits: extension, reassignment, termination. */
export const SUBMIT_ACT_UPDATE = 'submitAct';
/** A fact nobody waits for: completion, withdrawal, hold, campaign dates. */
export const ACT_RECORDED_SIGNAL = 'actRecorded';
/** Begins a workflow that waits for its first act or instant; does nothing else. */
export const WAKE_UPDATE = 'wake';
export const GET_STANDING_QUERY = 'getStanding';

/** What a nomination waits for, as the server's own pages say it: the summary of its timer. */
export const WAITS: Record<NextStep, string> = {
  remind: 'Chờ đến lúc nhắc · until the next reminder',
  escalate: 'Chờ đến lúc báo cấp trên · until the escalation',
  close: 'Chờ đến hạn chót · until the closing time',
  publish: 'Công bố · publish',
};

export interface SubmitDecisionInput {
  readonly actId: string;
  readonly taskId: string;
  readonly choice: Choice;
}

export interface SubmitActInput {
  readonly actId: string;
  readonly kind: ActKind;
}

/** What became of an act. `recordedAt` is the transition's instant. */
export type ActOutcome =
  | { readonly recorded: true; readonly seq: number; readonly recordedAt: number }
  | { readonly recorded: false; readonly refused: RefusalCode };

/** Failure type of an update that the workflow's validator refused. The message is a {@link RefusalCode}. */
export const ACT_REFUSED = 'ACT_REFUSED';
