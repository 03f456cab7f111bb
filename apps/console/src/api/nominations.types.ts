import type { Text } from './shared.types.ts';

// --- GET /v1/console/nominations

export type NominationSort = 'newest' | 'oldest' | 'due' | 'nominee';

/** Query of the list and of the export; everything may be left out. */
export interface NominationQuery {
  readonly q?: string;
  readonly programme?: string;
  readonly campaign?: string;
  readonly state?: string;
  readonly level?: string;
  readonly stage?: string;
  readonly unit?: string;
  readonly late?: 'true' | 'false';
  readonly held?: 'true' | 'false';
  readonly open?: 'true' | 'false';
  readonly sort?: NominationSort;
  readonly cursor?: string;
  readonly limit?: string;
}

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
  readonly state: string;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly late: boolean;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
}

export interface NominationList {
  readonly items: readonly NominationLine[];
  readonly nextCursor: string | null;
  /** Counted up to 1,000; beyond that an estimate. */
  readonly total: { readonly count: number; readonly exact: boolean };
}
