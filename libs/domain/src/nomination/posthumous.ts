import type { AwardType } from '../route/rule-set.ts';
import type { Text } from '../time.ts';
import type { Draft } from './draft.ts';

/** The rule that ends a case whose nominee has died, where the proposed award is for the living alone. */
export const NOT_POSTHUMOUS = 'not-posthumous';

/** The award of this key where it may not be given to the nominee, who has died; null for every other. */
export function livingOnly({ file, context }: Pick<Draft, 'file' | 'context'>, key: string): AwardType | null {
  const award = context.rules.awards.find((known) => known.key === key);
  return award && file.deceased && !award.posthumous ? award : null;
}

export function livingOnlyText({ name }: AwardType): Text {
  return {
    vi: `"${name.vi}" không truy tặng: người được đề nghị đã mất.`,
    en: `"${name.en}" is not given after death: the nominee has died.`,
  };
}
