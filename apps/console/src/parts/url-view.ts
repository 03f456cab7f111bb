import { useSearchParams } from 'react-router';

export type ViewChange<Key extends string> = { readonly [Name in Key]?: string | undefined };

interface UrlView<Key extends string> {
  readonly view: ViewChange<Key>;
  /** Changes some of the view; another filter begins at the first page again. */
  readonly change: (changes: ViewChange<Key>) => void;
}

/** The view lives in the address: it can be kept, sent and gone back to. */
export function useUrlView<Key extends string>(keys: readonly Key[]): UrlView<Key> {
  const [params, setParams] = useSearchParams();
  const view = Object.fromEntries(keys.flatMap((key) => (params.has(key) ? [[key, params.get(key)]] : []))) as ViewChange<Key>;
  return {
    view,
    change: (changes) => {
      const merged = Object.entries<string | undefined>({ ...view, cursor: undefined, ...changes });
      setParams(Object.fromEntries(merged.filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')));
    },
  };
}
