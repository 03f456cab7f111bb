import type { DecisionStage } from '@laurel/domain';
import { checkDecidedAward } from '../decided-award.ts';
import type { StagePlace } from '../place.ts';
import type { StageChecks } from './stage-checks.ts';

export const decisionChecks: StageChecks<'decision'> = {
  posts: ({ authority, wait }) => [{ reference: authority, path: ['authority'], wait: { field: 'wait', rule: wait } }],
  check(stage, place) {
    checkDecidedAward(stage, place);
    checkReferral(stage, place);
  },
};

function checkReferral({ level: own, mayReferUp }: DecisionStage, { file, route, report }: StagePlace): void {
  const heightOf = (level: string): number => file.levels.findIndex(({ key }) => key === level);
  const here = heightOf(own);
  const higher = route.stages.some(({ kind, level }) => kind !== 'publication' && heightOf(level) > here);
  if (mayReferUp && !higher)
    report(['mayReferUp'], {
      vi: 'Không có cấp cao hơn để chuyển lên: viết false',
      en: 'There is no higher level to refer to: write false',
    });
  if (!mayReferUp && higher)
    report(['mayReferUp'], {
      vi: 'Các cấp trên sẽ không bao giờ nhận hồ sơ: viết true hoặc bỏ các bước đó',
      en: 'The levels above would never get a case: write true or remove their stages',
    });
}
