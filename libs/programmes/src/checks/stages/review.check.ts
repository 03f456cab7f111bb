import { reportDuplicates } from '../duplicates.ts';
import type { StageChecks } from './stage-checks.ts';

export const reviewChecks: StageChecks<'review'> = {
  posts: ({ reviewers, wait }) =>
    reviewers.map((reference, i) => ({ reference, path: ['reviewers', i], wait: { field: 'wait', rule: wait } })),
  check({ reviewers, rule }, { report }) {
    const n = reviewers.length;
    reportDuplicates(reviewers, (i) => ['reviewers', i], report);
    if (rule.kind === 'k-of-n' && rule.k > n)
      report(['rule', 'k'], {
        vi: `Chỉ có ${n} người xét: viết số không quá ${n}`,
        en: `There are ${n} reviewers: write at most ${n}`,
      });
  },
};
