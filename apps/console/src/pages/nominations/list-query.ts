import type { NominationQuery } from '../../api/types.ts';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';

const KEYS = ['q', 'programme', 'campaign', 'state', 'level', 'stage', 'unit', 'late', 'held', 'open', 'sort', 'cursor'] as const;

export type ListChange = ViewChange<(typeof KEYS)[number]>;

interface ListQuery {
  readonly query: NominationQuery;
  readonly change: (changes: ListChange) => void;
}

/** What the list of nominations shows, as the address says. */
export function useListQuery(): ListQuery {
  const { view, change } = useUrlView(KEYS);
  return { query: view as NominationQuery, change };
}
