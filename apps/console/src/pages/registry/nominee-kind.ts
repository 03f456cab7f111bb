import type { Words } from '../../words/vi.ts';

const KINDS: Readonly<Record<string, keyof Words>> = { individual: 'individual', collective: 'collective', household: 'household' };

/** Keys of the kinds of nominee, in the order of the law. */
export const NOMINEE_KINDS = ['individual', 'collective', 'household'] as const;

export function kindLabel(kind: string, words: Words): string {
  const key = KINDS[kind];
  return key ? words[key] : kind;
}
