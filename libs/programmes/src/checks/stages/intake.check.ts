import { reportDuplicates } from '../duplicates.ts';
import type { StageChecks } from './stage-checks.ts';

export const intakeChecks: StageChecks<'intake'> = {
  posts: () => [],
  check({ requiredDocuments, excludedBases }, { report }) {
    reportDuplicates(
      requiredDocuments.map(({ kind }) => kind),
      (i) => ['requiredDocuments', i, 'kind'],
      report,
    );
    reportDuplicates(
      excludedBases.map(({ basis }) => basis),
      (i) => ['excludedBases', i, 'basis'],
      report,
    );
    reportDuplicates(
      excludedBases.map(({ rule }) => rule),
      (i) => ['excludedBases', i, 'rule'],
      report,
    );
  },
};
