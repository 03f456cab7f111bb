import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';
import { SearchField } from './search-field.tsx';

interface FilterFormProps {
  /** The words that are searched for, and which ones may be. */
  readonly search?: { readonly asked: string | undefined; readonly hint: string; readonly onSearch: (words: string) => void };
  readonly onClear?: () => void;
  readonly children?: ReactNode;
}

/** What narrows a list: words first, then whatever else, then the way back to everything. */
export function FilterForm({ search, onClear, children }: FilterFormProps): ReactNode {
  const { words } = useSpeech();
  return (
    <form
      role="search"
      aria-label={words.filters}
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {search && <SearchField asked={search.asked ?? ''} hint={search.hint} onSearch={search.onSearch} />}
      {children}
      {onClear && <Button onClick={onClear}>{words.clearFilters}</Button>}
    </form>
  );
}
