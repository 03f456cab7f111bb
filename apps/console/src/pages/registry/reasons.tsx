import type { ReactNode } from 'react';
import type { Likeness } from '../../api/types.ts';
import { Tag } from '../../parts/tag.tsx';
import { useSpeech } from '../../words/words.tsx';

interface ReasonsProps {
  readonly likeness: Likeness;
  /** Of the names, in thousandths; left out where they are the same without diacritics. */
  readonly ofNames?: number;
}

/** What speaks for two entries being one, each in its own words. */
export function Reasons({ likeness: { sameDiacritics, sameBirthYear, sameUnit }, ofNames = 1000 }: ReasonsProps): ReactNode {
  const { words } = useSpeech();
  const alike = `${words.alikeName} (${String(Math.round(ofNames / 10))} %)`;
  const name = sameDiacritics ? words.sameName : ofNames >= 1000 ? words.sameNameFolded : alike;
  return (
    <ul className="tags">
      {[name, ...(sameBirthYear ? [words.sameBirthYear] : []), ...(sameUnit ? [words.sameUnit] : [])].map((reason) => (
        <li key={reason}>
          <Tag tone="calm">{reason}</Tag>
        </li>
      ))}
    </ul>
  );
}
