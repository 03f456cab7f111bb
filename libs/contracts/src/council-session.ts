/** Name of the workflow function; started by name so that no client needs workflow code. */
export const COUNCIL_SESSION_WORKFLOW = 'councilSessionWorkflow';

/** Workflow id of a session. */
export function councilSessionWorkflowId(sessionId: string): string {
  return `session:${sessionId}`;
}

/**
 * `convened`: called together, the ballot not open yet. `open`: members vote. `closing`: nobody can vote any more, nothing
 * is counted yet. `closed`: counted. `adjourned`: without a result, its lines wait for another session.
 */
export type SessionState = 'convened' | 'open' | 'closing' | 'closed' | 'adjourned';

/**
 * What the session's workflow knows of it: instants and a state. Never a vote, a count of votes before the close, or who
 * has voted.
 */
export interface SessionStanding {
  readonly state: SessionState;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly remindAt: readonly number[];
}

export interface CouncilSessionInput {
  readonly sessionId: string;
}

export interface CouncilSessionResult {
  readonly sessionId: string;
  readonly state: SessionState;
}

/** The ballot may be closed, or the session was adjourned: the workflow looks at the session's row. */
export const SESSION_MOVED_SIGNAL = 'sessionMoved';
export const GET_SESSION_QUERY = 'getSession';

export interface SessionStepInput {
  readonly sessionId: string;
}

/** The steps that a session's workflow asks for; one class each in `activities/`. All are safe to run twice. */
export interface CouncilSessionActivities {
  /** Plans the mails that call the members together. */
  conveneSession(input: SessionStepInput): Promise<SessionStanding>;
  /** Tests the quorum and opens the ballot with a key of its own, or adjourns the session. */
  openBallot(input: SessionStepInput): Promise<SessionStanding>;
  /** Reminds members who have not voted. */
  remindVoters(input: SessionStepInput & { readonly occurrence: number }): Promise<SessionStanding>;
  /** Closes the box once its time is over, everybody has voted, or the secretary asked for it; else says how it stands. */
  closeBallot(input: SessionStepInput & { readonly at: number }): Promise<SessionStanding>;
  /** Opens the votes, counts them, destroys the key and everything sealed, and writes every line's outcome. */
  countBallot(input: SessionStepInput): Promise<SessionStanding>;
  /** Tells each nomination's workflow what became of it; goes on where a dead worker stopped. */
  tellOutcomes(input: SessionStepInput): Promise<void>;
  /** Tells the members that the minutes are there, or that the session was adjourned. */
  sendMinutes(input: SessionStepInput): Promise<void>;
}

/** The workflow engine as sessions need it; implemented by libs/temporal. */
export interface SessionGateway {
  /** Starts the workflow; starting it again is harmless. Throws when the server cannot be reached. */
  startSession(sessionId: string, summary: string): Promise<void>;
  /** Tells the workflow to look at the session. Throws when the server cannot be reached. */
  signalSession(sessionId: string): Promise<'told' | 'no-such-workflow'>;
}
