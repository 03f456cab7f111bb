import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';
import type { ViewChange } from './url-view.ts';

interface PagerProps {
  readonly nextCursor: string | null;
  readonly cursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}

/** On to the next page, or back to the first. */
export function Pager({ nextCursor, cursor, onCursor }: PagerProps): ReactNode {
  const { words } = useSpeech();
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <div className="pager">
      {cursor !== undefined && (
        <Button
          onClick={() => {
            onCursor(undefined);
          }}
        >
          {words.firstPage}
        </Button>
      )}
      {nextCursor !== null && (
        <Button
          onClick={() => {
            onCursor(nextCursor);
          }}
        >
          {words.nextPage}
        </Button>
      )}
    </div>
  );
}

interface ViewPagerProps {
  readonly nextCursor: string | null;
  readonly view: ViewChange<'cursor'>;
  readonly change: (changes: ViewChange<'cursor'>) => void;
}

/** The same for a list whose view lives in the address. */
export function ViewPager({ nextCursor, view, change }: ViewPagerProps): ReactNode {
  return (
    <Pager
      nextCursor={nextCursor}
      cursor={view.cursor}
      onCursor={(cursor) => {
        change({ cursor });
      }}
    />
  );
}
