import type { ReactNode } from 'react';
import { useFacets } from '../../api/questions.ts';
import { Choice } from '../../parts/field.tsx';
import type { ViewChange } from '../../parts/url-view.ts';
import { useSpeech } from '../../words/words.tsx';

interface ProgrammeFilterProps {
  readonly view: ViewChange<'programme'>;
  readonly change: (changes: ViewChange<'programme'>) => void;
  readonly children?: ReactNode;
}

/** Narrows a list of pairs to one programme; `children` are further filters. */
export function ProgrammeFilter({ view, change, children }: ProgrammeFilterProps): ReactNode {
  const { words, say } = useSpeech();
  const known = useFacets().data?.programmes ?? [];
  return (
    <div className="filters">
      <Choice
        label={words.programme}
        value={view.programme ?? ''}
        nothing={words.everyProgramme}
        options={known.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(programme) => {
          change({ programme });
        }}
      />
      {children}
    </div>
  );
}
