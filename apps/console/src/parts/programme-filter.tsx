import type { ReactNode } from 'react';
import { ProgrammeChoice } from './programme-choice.tsx';
import type { ViewChange } from './url-view.ts';

interface ProgrammeFilterProps {
  readonly view: ViewChange<'programme'>;
  readonly change: (changes: ViewChange<'programme'>) => void;
  readonly children?: ReactNode;
}

/** Narrows a list to one programme; `children` are further filters. */
export function ProgrammeFilter({ view, change, children }: ProgrammeFilterProps): ReactNode {
  return (
    <div className="filters">
      <ProgrammeChoice
        chosen={view.programme ?? ''}
        onChoose={(programme) => {
          change({ programme });
        }}
      />
      {children}
    </div>
  );
}
