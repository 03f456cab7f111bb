import type { NoticeStage } from '@laurel/domain';
import type { StagePlace } from '../place.ts';
import { checkClock } from '../wait.check.ts';
import type { StageChecks } from './stage-checks.ts';

export const noticeChecks: StageChecks<'notice'> = {
  posts: ({ secretariat, answerWait }) => [
    { reference: secretariat, path: ['secretariat'], wait: { field: 'answerWait', rule: answerWait } },
  ],
  check(stage, place) {
    checkClock(stage.clock, place.calendar, ['clock'], place.report);
    checkFollowing(stage, place);
  },
};

/** A notice that blocks something needs it to come later. */
function checkFollowing({ endsBefore }: NoticeStage, { route, index, report }: StagePlace): void {
  if (route.stages.some(({ kind }, i) => i > index && kind === endsBefore)) return;
  report(['endsBefore'], {
    vi: `Sau bước này không có bước ${endsBefore} nào: thêm bước đó hoặc sửa endsBefore`,
    en: `No ${endsBefore} stage comes after this one: add it or mend endsBefore`,
  });
}
