import { useSpeech } from '../words/words.tsx';
import { useFacets } from './questions.ts';

interface Names {
  readonly programme: (key: string) => string;
  readonly unit: (programme: string, key: string) => string;
  readonly award: (programme: string, key: string) => string;
  readonly level: (programme: string, key: string) => string;
}

/** Names in the reader's language for the keys of programmes; the key itself where no name is known. */
export function useNames(): Names {
  const { say } = useSpeech();
  const programmes = useFacets().data?.programmes ?? [];
  const nameIn =
    (list: 'units' | 'awards' | 'levels') =>
    (programme: string, key: string): string => {
      const found = programmes.find((facet) => facet.key === programme)?.[list].find((named) => named.key === key);
      return found ? say(found.name) : key;
    };
  return {
    programme: (key) => {
      const found = programmes.find((facet) => facet.key === key);
      return found ? say(found.name) : key;
    },
    unit: nameIn('units'),
    award: nameIn('awards'),
    level: nameIn('levels'),
  };
}
