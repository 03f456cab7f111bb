import { useFacets } from '../../api/questions.ts';
import { useSpeech } from '../../words/words.tsx';

interface Levels {
  readonly nameOf: (level: string) => string;
  /** Its place from the grassroots up. */
  readonly rankOf: (level: string) => number;
}

/** The levels of a programme, or of all; one that none of them has keeps its key and comes last. */
export function useLevels(programme: string | null): Levels {
  const { say } = useSpeech();
  const facets = useFacets();
  const programmes = (facets.data?.programmes ?? []).filter(({ key }) => programme === null || key === programme);
  const ranked = programmes.flatMap(({ levels }) => levels.map((level, rank) => ({ ...level, rank })));
  const find = (level: string): (typeof ranked)[number] | undefined => ranked.find(({ key }) => key === level);
  return {
    nameOf: (level) => {
      const name = find(level)?.name;
      return name ? say(name) : level;
    },
    rankOf: (level) => find(level)?.rank ?? ranked.length,
  };
}
