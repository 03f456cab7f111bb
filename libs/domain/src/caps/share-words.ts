import type { AwardType, RuleSet } from '../route/rule-set.ts';
import type { Text } from '../time.ts';
import { limitOf, type ShareBase } from './caps.ts';

/** A share as it stands: what it is counted from, and how many of it are given. */
export interface ShareStanding {
  readonly base: ShareBase;
  readonly counted: number;
  readonly given: number;
}

/** Why no more can be given of an award whose cap is a share: the rule, the base as counted and the limit that follows; null for other caps. */
export function shareReached(
  { name, cap }: AwardType,
  rules: Pick<RuleSet, 'awards'>,
  { base, counted, given }: ShareStanding,
): Text | null {
  if (cap?.percent === undefined) return null;
  const of = rules.awards.find(({ key }) => key === base.award)?.name ?? { vi: base.award, en: base.award };
  const [percent, whole, limit, have] = [cap.percent, counted, limitOf(cap, counted), given].map(String);
  const where = base.unit === null ? { vi: 'toàn chương trình', en: 'the whole programme' } : { vi: 'đơn vị này', en: 'this unit' };
  const when = base.year === null ? { vi: 'đợt này', en: 'this campaign' } : { vi: `năm ${String(base.year)}`, en: String(base.year) };
  return {
    vi:
      `Đã đủ số lượng: trong ${when.vi}, ${where.vi} được tặng "${name.vi}" nhiều nhất bằng ${percent} % số "${of.vi}" đã tặng. ` +
      `Đã tặng ${whole} "${of.vi}", nên nhiều nhất ${limit}; đã tặng ${have}.`,
    en:
      `All places are taken: in ${when.en}, ${where.en} may be given "${name.en}" at most ${percent}% as often as "${of.en}". ` +
      `${whole} of "${of.en}" are given, so at most ${limit}; ${have} are given.`,
  };
}
