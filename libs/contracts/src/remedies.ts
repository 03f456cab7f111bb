import type { Examined, RefusalCode, Remedy } from '@laurel/domain';
import type { StartNomination } from './acts.ts';
import type { Standing } from './standing.ts';

/** What an operator asks for, as its job keeps it. */
export interface RemedyOrder {
  readonly remedy: Remedy;
  readonly reason: string;
  /** For `reassign` and `substitute`: which task, when several are open. */
  readonly taskId?: string | undefined;
  /** For `reassign` and `substitute`: a post, a person id or an address. */
  readonly to?: string | undefined;
  /** For `substitute`: until when, UTC milliseconds; two weeks when left out. */
  readonly until?: number | undefined;
  readonly workingDays?: number | undefined;
  /** For `correct-address`. */
  readonly address?: string | undefined;
  /** For `reset`: the completed workflow task to go back to; the last one when left out. */
  readonly toEventId?: number | undefined;
}

/** Whom a remedy is for: a nomination, or an event that has none. */
export interface RemedyTarget {
  readonly nominationId: string | null;
  readonly eventId: string | null;
}

export type RemedyStatus = 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';

/** Acts of a nomination that are remedies. */
export type RemedyAct = 'extend' | 'reassign' | 'terminate';

interface NoFacts {
  readonly [fact: string]: never;
}

/** Steps that wait on the server, each as `type × attempts`; empty where none does. */
type WaitingSteps = Readonly<Record<'waiting' | 'paused', string>>;

/** Every outcome of a remedy with the facts that its sentence needs; instants are ISO 8601, UTC. */
export interface RemedyFactsOf {
  readonly 'no-open-task': NoFacts;
  readonly 'several-tasks-open': { readonly taskIds: string };
  readonly 'unknown-person': { readonly to: string };
  readonly 'asked-already': NoFacts;
  readonly 'would-record': { readonly act: RemedyAct };
  readonly recorded: { readonly at: string };
  readonly 'act-refused': { readonly refusal: RefusalCode };
  readonly 'not-confirmed': NoFacts;
  readonly 'would-try-now': NoFacts;
  readonly 'tried-now': { readonly rows: number; readonly steps: number };
  readonly 'row-mended': NoFacts;
  readonly 'no-workflow-runs': NoFacts;
  readonly 'event-would-return': NoFacts;
  readonly 'event-returned': NoFacts;
  readonly 'no-event-waits': NoFacts;
  readonly 'workflow-started': NoFacts;
  readonly 'workflow-runs': NoFacts;
  readonly 'nomination-ended': NoFacts;
  readonly 'would-pause': WaitingSteps;
  readonly paused: NoFacts;
  readonly 'would-resume': WaitingSteps;
  readonly resumed: NoFacts;
  readonly 'would-reset': WaitingSteps;
  readonly reset: NoFacts;
  readonly 'no-such-step': NoFacts;
  readonly 'code-does-not-fail': NoFacts;
  readonly 'mails-would-go': NoFacts;
  readonly 'mails-go': { readonly mails: number };
  readonly 'no-mail-waits': NoFacts;
  readonly 'no-mail-failed': NoFacts;
  readonly 'several-unreachable': NoFacts;
  readonly 'address-would-change': { readonly personId: string };
  readonly 'address-changed': { readonly personId: string; readonly mails: number };
  readonly 'not-one-nomination': NoFacts;
  readonly 'no-nomination': NoFacts;
  readonly 'orphan-would-end': NoFacts;
  readonly 'orphan-ended': NoFacts;
  readonly failed: { readonly tries: number; readonly error: string };
}

export type RemedyCode = keyof RemedyFactsOf;

/** What became of a remedy; `detail` is the English sentence, `remedyText` says it in both languages. */
export interface RemedyOutcome {
  readonly status: RemedyStatus;
  readonly code?: RemedyCode;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly detail: string;
}

/** Kept with its job; jobs of earlier versions kept no code. */
export interface RemedyItem extends RemedyOutcome {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly taskId?: string;
}

/** Remedies on the workflow engine; implemented by libs/temporal. Each is safe to ask for twice. */
export interface RemedyServer {
  examine(nominationId: string): Promise<Examined>;
  /** Tries waiting steps at once and frees the workflow from a build; answers how much it moved. */
  retryNow(nominationId: string): Promise<number>;
  pauseActivity(nominationId: string, reason: string): Promise<'done' | 'absent'>;
  resumeActivity(nominationId: string): Promise<'done' | 'absent'>;
  reset(nominationId: string, eventId: number | null, reason: string, requestId: string): Promise<'done' | 'absent'>;
  restart(start: StartNomination): Promise<'done' | 'absent'>;
  terminate(nominationId: string, reason: string): Promise<'done' | 'absent'>;
  /** Where the workflow itself says that it stands; null when no worker answers in time. */
  standing(nominationId: string, withinMs: number): Promise<Standing | null>;
}
