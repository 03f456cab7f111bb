import { useFacets } from '../../api/questions.ts';
import { useSpeech } from '../../words/words.tsx';

/** How the levels of a programme, or of all, are called; a level that none of them has keeps its key. */
export function useLevelNames(programme: string | null): (level: string) => string {
  const { say } = useSpeech();
  const facets = useFacets();
  const programmes = (facets.data?.programmes ?? []).filter(({ key }) => programme === null || key === programme);
  const levels = programmes.flatMap((one) => one.levels);
  return (level) => {
    const name = levels.find(({ key }) => key === level)?.name;
    return name ? say(name) : level;
  };
}
