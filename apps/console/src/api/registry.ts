import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { LookAlikeList, NomineeDetail, NomineeList, NomineeProposals, NomineeQuery, PairsQuery, SuspectedList } from './types.ts';

/** Everything that a merge or its undoing changes is asked again under this key. */
export const REGISTRY = 'registry';

export const nomineePath = (id: string): string => `/v1/nominees/${encodeURIComponent(id)}`;

export function useNominees(query: NomineeQuery): UseQueryResult<NomineeList> {
  return useQuery({
    queryKey: [REGISTRY, 'list', query],
    queryFn: () => ask<NomineeList>(withQuery('/v1/nominees', { ...query })),
    placeholderData: keepPreviousData,
  });
}

export function useNominee(id: string): UseQueryResult<NomineeDetail> {
  return useQuery({ queryKey: [REGISTRY, 'nominee', id], queryFn: () => ask<NomineeDetail>(nomineePath(id)) });
}

export function useProposals(id: string): UseQueryResult<NomineeProposals> {
  return useQuery({
    queryKey: [REGISTRY, 'proposals', id],
    queryFn: () => ask<NomineeProposals>(`${nomineePath(id)}/proposals`),
  });
}

export function useLookAlikes(query: PairsQuery): UseQueryResult<LookAlikeList> {
  return useQuery({
    queryKey: [REGISTRY, 'look-alikes', query],
    queryFn: () => ask<LookAlikeList>(withQuery('/v1/nominees/look-alikes', { ...query })),
    placeholderData: keepPreviousData,
  });
}

export function useSuspected(query: PairsQuery): UseQueryResult<SuspectedList> {
  return useQuery({
    queryKey: [REGISTRY, 'suspected', query],
    queryFn: () => ask<SuspectedList>(withQuery('/v1/nominees/suspected-duplicates', { ...query })),
    placeholderData: keepPreviousData,
  });
}
