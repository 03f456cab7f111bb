import type { NominationState, Text } from '@laurel/domain';
import type { IsoInstant } from './iso-instant.ts';

export type NominationSort = 'newest' | 'oldest' | 'due' | 'nominee';

export interface SearchFilter {
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
  readonly state?: string | undefined;
  readonly level?: string | undefined;
  readonly stage?: string | undefined;
  readonly unit?: string | undefined;
  readonly q?: string | undefined;
  readonly late?: boolean | undefined;
  readonly held?: boolean | undefined;
  /** True: not ended. */
  readonly open?: boolean | undefined;
  /** Where the reader may look, as `reachOf` gives it; null for everywhere. */
  readonly places: readonly string[] | null;
}

export interface SearchQuery extends SearchFilter {
  readonly sort: NominationSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One line of the console's list. */
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
  readonly state: NominationState;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly late: boolean;
  readonly submittedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly endedAt: IsoInstant | null;
}

export interface NominationLines {
  readonly items: readonly NominationLine[];
  readonly nextCursor: string | null;
}

export interface SearchTotal {
  readonly count: number;
  /** False where the planner's estimate stands in for a count. */
  readonly exact: boolean;
}
