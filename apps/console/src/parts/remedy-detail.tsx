import type { ReactNode } from 'react';
import type { RemedyItem } from '../api/types.ts';
import { useSpeech } from '../words/words.tsx';

/** What became of a remedy; what an earlier version kept is English alone. */
export function RemedyDetail({ item: { detail, detailIn } }: { readonly item: Pick<RemedyItem, 'detail' | 'detailIn'> }): ReactNode {
  const { say } = useSpeech();
  return detailIn === undefined ? <span lang="en">{detail}</span> : say(detailIn);
}
