import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type {
  CouncilSession,
  CouncilSessionQuery,
  CouncilSessions,
  Facets,
  Mails,
  NominationDetail,
  NominationList,
  NominationQuery,
  Overview,
  People,
  Timeline,
  WorkflowView,
} from './types.ts';

/** Figures on the screen are read again after this. */
const FRESH_MS = 30_000;

const nominationPath = (id: string): string => `/v1/console/nominations/${encodeURIComponent(id)}`;

export function useFacets(): UseQueryResult<Facets> {
  return useQuery({ queryKey: ['facets'], queryFn: () => ask<Facets>('/v1/console/facets'), staleTime: 5 * 60_000 });
}

export function useOverview(programme: string | undefined, campaign: string | undefined): UseQueryResult<Overview> {
  return useQuery({
    queryKey: ['overview', programme, campaign],
    queryFn: () => ask<Overview>(withQuery('/v1/console/overview', { programme, campaign })),
    placeholderData: keepPreviousData,
    refetchInterval: FRESH_MS,
  });
}

export function useNominations(query: NominationQuery): UseQueryResult<NominationList> {
  return useQuery({
    queryKey: ['nominations', query],
    queryFn: () => ask<NominationList>(withQuery('/v1/console/nominations', { ...query })),
    placeholderData: keepPreviousData,
  });
}

export function useNomination(id: string): UseQueryResult<NominationDetail> {
  return useQuery({ queryKey: ['nomination', id], queryFn: () => ask<NominationDetail>(nominationPath(id)), refetchInterval: FRESH_MS });
}

export function useTimeline(id: string): UseQueryResult<Timeline> {
  return useQuery({ queryKey: ['nomination', id, 'timeline'], queryFn: () => ask<Timeline>(`${nominationPath(id)}/timeline`) });
}

export function useMails(id: string): UseQueryResult<Mails> {
  return useQuery({ queryKey: ['nomination', id, 'mails'], queryFn: () => ask<Mails>(`${nominationPath(id)}/mails`) });
}

export function useWorkflow(id: string): UseQueryResult<WorkflowView> {
  return useQuery({ queryKey: ['nomination', id, 'workflow'], queryFn: () => ask<WorkflowView>(`${nominationPath(id)}/workflow`) });
}

/** People to whom a task may be handed, by words of their names. */
export function usePeople(programme: string, q: string, taskId: string): UseQueryResult<People> {
  return useQuery({
    queryKey: ['people', programme, q, taskId],
    queryFn: () => ask<People>(withQuery('/v1/console/people', { programme, q, taskId })),
    enabled: q.trim().length > 1 && taskId !== '',
    placeholderData: (before, query) => (query?.queryKey[3] === taskId ? before : undefined),
  });
}

export function useCouncilSessions(query: CouncilSessionQuery): UseQueryResult<CouncilSessions> {
  return useQuery({
    queryKey: ['sessions', query],
    queryFn: () => ask<CouncilSessions>(withQuery('/v1/sessions', { ...query })),
    placeholderData: keepPreviousData,
  });
}

export function useCouncilSession(id: string): UseQueryResult<CouncilSession> {
  return useQuery({
    queryKey: ['session', id],
    queryFn: () => ask<CouncilSession>(`/v1/sessions/${encodeURIComponent(id)}`),
    refetchInterval: FRESH_MS,
  });
}
