import type { Examined, Remedy } from '@laurel/domain';
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

export interface RemedyItem {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly taskId?: string;
  readonly status: 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';
  readonly detail: string;
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
