import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { OperationsHealth, RemedyResults, Stuck } from './types.ts';

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
