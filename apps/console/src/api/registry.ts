import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type {
  Items,
  LookAlikes,
  NomineeDetail,
  NomineeList,
  NomineeMatch,
  NomineeQuery,
  PageOf,
  PairsQuery,
  SuspectedPair,
} from './types.ts';

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

export function useProposals(id: string): UseQueryResult<Items<NomineeMatch>> {
  return useQuery({
    queryKey: [REGISTRY, 'proposals', id],
    queryFn: () => ask<Items<NomineeMatch>>(`${nomineePath(id)}/proposals`),
  });
}

export function useLookAlikes(query: PairsQuery): UseQueryResult<PageOf<LookAlikes>> {
  return useQuery({
    queryKey: [REGISTRY, 'look-alikes', query],
    queryFn: () => ask<PageOf<LookAlikes>>(withQuery('/v1/nominees/look-alikes', { ...query })),
    placeholderData: keepPreviousData,
  });
}

export function useSuspected(query: PairsQuery): UseQueryResult<PageOf<SuspectedPair>> {
  return useQuery({
    queryKey: [REGISTRY, 'suspected', query],
    queryFn: () => ask<PageOf<SuspectedPair>>(withQuery('/v1/nominees/suspected-duplicates', { ...query })),
    placeholderData: keepPreviousData,
  });
}
