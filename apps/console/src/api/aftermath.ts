import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { CaseAfterwards, ComplaintLine, Items, ObjectionLine, RecallLine, ReexaminationLine } from './types.ts';

/** Everything that comes after results is asked again under this key. */
export const AFTERMATH = 'aftermath';

export interface AftermathView {
  readonly programme?: string | undefined;
  readonly open?: string | undefined;
}

function useLines<Line>(kind: string, view: AftermathView): UseQueryResult<Items<Line>> {
  return useQuery({
    queryKey: [AFTERMATH, kind, view],
    queryFn: () => ask<Items<Line>>(withQuery(`/v1/${kind}`, { ...view })),
    placeholderData: keepPreviousData,
  });
}

export const useComplaints = (view: AftermathView): UseQueryResult<Items<ComplaintLine>> => useLines('complaints', view);
export const useRecalls = (view: AftermathView): UseQueryResult<Items<RecallLine>> => useLines('recalls', view);
export const useReexaminations = (view: AftermathView): UseQueryResult<Items<ReexaminationLine>> => useLines('reexaminations', view);
export const useObjections = (): UseQueryResult<Items<ObjectionLine>> => useLines('operations/objections', {});

export function useAfterwards(id: string): UseQueryResult<CaseAfterwards> {
  return useQuery({
    queryKey: [AFTERMATH, 'nomination', id],
    queryFn: () => ask<CaseAfterwards>(`/v1/console/nominations/${encodeURIComponent(id)}/afterwards`),
  });
}
