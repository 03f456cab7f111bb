import type { ReactNode } from 'react';
import { useFacets } from '../api/questions.ts';
import { useSpeech } from '../words/words.tsx';
import { Choice } from './field.tsx';

interface ProgrammeChoiceProps {
  /** Key of the programme; empty for every one. */
  readonly chosen: string;
  readonly onChoose: (programme: string) => void;
}

/** Narrows what is shown to one programme. */
export function ProgrammeChoice({ chosen, onChoose }: ProgrammeChoiceProps): ReactNode {
  const { words, say } = useSpeech();
  const known = useFacets().data?.programmes ?? [];
  return (
    <Choice
      label={words.programme}
      value={chosen}
      nothing={words.everyProgramme}
      options={known.map(({ key, name }) => ({ value: key, label: say(name) }))}
      onChoose={onChoose}
    />
  );
}
