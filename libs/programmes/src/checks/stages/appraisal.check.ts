import { reportDuplicates } from '../duplicates.ts';
import type { StageChecks } from './stage-checks.ts';

export const appraisalChecks: StageChecks<'appraisal'> = {
  posts: ({ appraiser, wait }) => [{ reference: appraiser, path: ['appraiser'], wait: { field: 'wait', rule: wait } }],
  check({ grounds }, { report }) {
    reportDuplicates(
      grounds.map(({ rule }) => rule),
      (i) => ['grounds', i, 'rule'],
      report,
    );
  },
};
