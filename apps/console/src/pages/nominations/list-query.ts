import { useSearchParams } from 'react-router';
import type { NominationQuery } from '../../api/types.ts';

const KEYS = ['q', 'programme', 'campaign', 'state', 'level', 'stage', 'unit', 'late', 'held', 'open', 'sort', 'cursor'] as const;

export type ListChange = { readonly [Key in keyof NominationQuery]?: string | undefined };

interface ListQuery {
  readonly query: NominationQuery;
  /** Changes some of the query; another filter begins at the first page again. */
  readonly change: (changes: ListChange) => void;
  readonly clear: () => void;
}

/** The view lives in the address: it can be kept, sent and gone back to. */
export function useListQuery(): ListQuery {
  const [params, setParams] = useSearchParams();
  const query = Object.fromEntries(KEYS.flatMap((key) => (params.has(key) ? [[key, params.get(key)]] : []))) as NominationQuery;
  return {
    query,
    change: (changes) => {
      const merged: ListChange = { ...query, cursor: undefined, ...changes };
      setParams(Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')));
    },
    clear: () => {
      setParams({});
    },
  };
}
