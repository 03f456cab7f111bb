import type { ReactNode } from 'react';
import { stateLabel, toneOf, type Tone } from '../words/labels.ts';
import { useSpeech } from '../words/words.tsx';

/** A word on a ground; the word carries the meaning, the colour only helps. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

export function StateTag({ state }: { readonly state: string }): ReactNode {
  const { language } = useSpeech();
  return <Tag tone={toneOf(state)}>{stateLabel(state, language)}</Tag>;
}
