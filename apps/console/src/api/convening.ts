import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { CouncilNamed, CouncilsToConvene, WaitingLines } from './types.ts';

export function useCouncilsToConvene(): UseQueryResult<CouncilsToConvene> {
  return useQuery({ queryKey: ['sessions', 'councils'], queryFn: () => ask<CouncilsToConvene>('/v1/sessions/councils') });
}

/** Nominations that wait for a session of the council. */
export function useWaiting(named: CouncilNamed): UseQueryResult<WaitingLines> {
  return useQuery({
    queryKey: ['sessions', 'waiting', named],
    queryFn: () => ask<WaitingLines>(withQuery('/v1/sessions/waiting', { ...named })),
  });
}
