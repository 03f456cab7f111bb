import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { Text } from './types.ts';

export type Remedy =
  | 'retry-now'
  | 'resend-mail'
  | 'correct-address'
  | 'reassign'
  | 'substitute'
  | 'extend-deadline'
  | 'redispatch-event'
  | 'pause-activity'
  | 'resume-activity'
  | 'reset'
  | 'terminate';

export interface StuckCase {
  readonly nominationId?: string;
  readonly workflowId?: string;
  readonly eventId?: string;
  readonly since: string;
}

export interface StuckGroup {
  readonly class: string;
  readonly groupKey: string;
  readonly count: number;
  readonly since: string;
  readonly owner: string;
  readonly causeIn: Text;
  readonly evidenceIn: Text;
  readonly remedies: readonly Remedy[];
  readonly cases: readonly StuckCase[];
}

/** GET /v1/operations/stuck */
export interface Stuck {
  readonly asOf: string;
  readonly sees: { readonly temporal: boolean; readonly database: boolean; readonly visibility: boolean };
  readonly stale: boolean;
  readonly differences: number;
  readonly groups: readonly StuckGroup[];
}

export interface RemedyItem {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly taskId?: string;
  readonly status: 'done' | 'would-do' | 'nothing-to-do' | 'refused' | 'not-confirmed';
  readonly detail: string;
  /** Absent in what earlier versions kept. */
  readonly detailIn?: Text;
}

/** POST /v1/operations/remedies, GET /v1/operations/jobs/{id} */
export interface RemedyResults {
  readonly remedy: string;
  readonly dryRun: boolean;
  readonly jobId: string | null;
  readonly total: number;
  readonly done: number;
  readonly finishedAt: string | null;
  readonly items: readonly RemedyItem[];
}

export interface RemedyTarget {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly groupKey?: string;
}

export interface RemedyRequest {
  readonly remedy: Remedy;
  readonly target: RemedyTarget;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly to?: string;
  readonly workingDays?: number;
  readonly address?: string;
}

type PartState = 'ok' | 'degraded' | 'down';

interface Queued {
  readonly count: number;
  readonly ageSeconds: number | null;
}

/** GET /v1/operations/health */
export interface OperationsHealth {
  readonly asOf: string;
  readonly status: PartState;
  readonly parts: Readonly<Record<'database' | 'temporal' | 'workers' | 'mail', PartState>>;
  readonly workers: readonly {
    readonly worker: string;
    readonly lastTurnAt: string;
    readonly loops: readonly {
      readonly loop: string;
      readonly turnedAt: string;
      readonly turns: boolean;
      readonly lastError: string | null;
    }[];
  }[];
  readonly taskQueue: {
    readonly lastPollAt: string | null;
    readonly backlog: number;
    readonly backlogAgeSeconds: number;
    readonly builds: readonly string[];
  } | null;
  readonly mail: { readonly up: boolean; readonly reason: string | null; readonly since: string | null };
  readonly flow: Readonly<Record<'inbox' | 'acts' | 'mails' | 'outbox' | 'deadEvents' | 'undeliverableMails', Queued>>;
  readonly openNominations: number;
  readonly differences: number;
  readonly canary: {
    readonly startedAt: string;
    readonly mailedAt: string | null;
    readonly decidedAt: string | null;
    readonly endedAt: string | null;
    readonly failure: string | null;
  } | null;
}

/** Operators keep the page open: it shows what workers have seen soon after they have. */
const LOOK_AGAIN_MS = 5_000;

export function useStuck(kind: string | undefined): UseQueryResult<Stuck> {
  return useQuery({
    queryKey: ['stuck', kind],
    queryFn: () => ask<Stuck>(withQuery('/v1/operations/stuck', { class: kind })),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useHealth(): UseQueryResult<OperationsHealth> {
  return useQuery({ queryKey: ['health'], queryFn: () => ask<OperationsHealth>('/v1/operations/health'), refetchInterval: LOOK_AGAIN_MS });
}

/** How far a remedy for many is; asked until it is finished. */
export function useJob(id: string | null): UseQueryResult<RemedyResults> {
  return useQuery({
    queryKey: ['job', id],
    queryFn: () => ask<RemedyResults>(`/v1/operations/jobs/${encodeURIComponent(id ?? '')}`),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.finishedAt === null ? 1_000 : false),
  });
}
