import { checkDecidedAward } from '../decided-award.ts';
import { reportUnknown } from '../duplicates.ts';
import type { StageChecks } from './stage-checks.ts';

/** The council's own posts are checked where it is defined. */
export const sessionChecks: StageChecks<'session'> = {
  posts: () => [],
  check(stage, place) {
    const { file, report } = place;
    checkDecidedAward(stage, place);
    reportUnknown(
      stage.council,
      file.councils.map(({ key }) => key),
      ['council'],
      report,
    );
    const council = file.councils.find(({ key }) => key === stage.council);
    if (council && council.level !== stage.level)
      report(['council'], {
        vi: `Hội đồng "${council.key}" thuộc cấp "${council.level}", không phải "${stage.level}"`,
        en: `Council "${council.key}" is of level "${council.level}", not "${stage.level}"`,
      });
    const { numerator, denominator } = stage.ballot.quorum;
    if (numerator > denominator)
      report(['ballot', 'quorum', 'numerator'], {
        vi: `Không thể cần ${numerator}/${denominator} số ghế: viết số không quá ${denominator}`,
        en: `${numerator}/${denominator} of the seats can never come: write at most ${denominator}`,
      });
    if (stage.ballot.threshold.percent === 100 && stage.ballot.threshold.compare === '>')
      report(['ballot', 'threshold', 'compare'], {
        vi: 'Không thể có trên 100 %: viết ">="',
        en: 'More than 100 % can never be reached: write ">="',
      });
  },
};
