import { reportDuplicates } from '../duplicates.ts';
import type { StageChecks } from './stage-checks.ts';

export const consultationChecks: StageChecks<'consultation'> = {
  posts: ({ bodies, wait, answeredBy, answerWait }) => [
    ...bodies.map((reference, i) => ({ reference, path: ['bodies', i], wait: { field: 'wait', rule: wait } as const })),
    { reference: answeredBy, path: ['answeredBy'], wait: { field: 'answerWait', rule: answerWait } },
  ],
  check({ bodies, answeredBy }, { report }) {
    reportDuplicates(bodies, (i) => ['bodies', i], report);
    if (bodies.includes(answeredBy))
      report(['answeredBy'], {
        vi: `"${answeredBy}" là nơi được hỏi ý kiến: chọn chức vụ khác để giải trình`,
        en: `"${answeredBy}" is one of the bodies asked: let another post answer objections`,
      });
  },
};
