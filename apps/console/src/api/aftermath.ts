import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, withQuery } from './client.ts';
import type { CaseAfterwards, ComplaintList, ObjectionList, RecallList, ReexaminationList, UnnumberedList } from './types.ts';

/** Everything that comes after results is asked again under this key. */
export const AFTERMATH = 'aftermath';

export interface AftermathView {
  readonly programme?: string | undefined;
  readonly open?: string | undefined;
  /** Complaints only. */
  readonly ground?: string | undefined;
  /** Objections only. */
  readonly nominationId?: string | undefined;
  readonly cursor?: string | undefined;
}

function useLines<Answer>(kind: string, view: AftermathView): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [AFTERMATH, kind, view],
    queryFn: () => ask<Answer>(withQuery(`/v1/${kind}`, { ...view })),
    placeholderData: keepPreviousData,
  });
}

export const useComplaints = (view: AftermathView): UseQueryResult<ComplaintList> => useLines('complaints', view);
export const useRecalls = (view: AftermathView): UseQueryResult<RecallList> => useLines('recalls', view);
export const useReexaminations = (view: AftermathView): UseQueryResult<ReexaminationList> => useLines('reexaminations', view);
export const useUnnumbered = (view: AftermathView): UseQueryResult<UnnumberedList> => useLines('decisions/unnumbered', view);
export const useObjections = (cursor: string | undefined): UseQueryResult<ObjectionList> => useLines('operations/objections', { cursor });
export const useObjectionsTo = (nominationId: string): UseQueryResult<ObjectionList> => useLines('operations/objections', { nominationId });

export function useAfterwards(id: string): UseQueryResult<CaseAfterwards> {
  return useQuery({
    queryKey: [AFTERMATH, 'nomination', id],
    queryFn: () => ask<CaseAfterwards>(`/v1/console/nominations/${encodeURIComponent(id)}/afterwards`),
  });
}
