import { exampleNumber, isPaperNumber } from '@laurel/domain';
import type { Report } from '../problems.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportUnknown } from './duplicates.ts';

/** Each rule of numbering is for a level that is there, once, and writes numbers that look like those of papers. */
export function checkNumbers({ decisionNumbers = [], levels }: ProgrammeFile, report: Report): void {
  const ids = decisionNumbers.map(({ level = '', issuer = '' }) => `${level} ${issuer}`);
  decisionNumbers.forEach((rule, i) => {
    const { level } = rule;
    if (level !== undefined)
      reportUnknown(
        level,
        levels.map(({ key }) => key),
        ['decisionNumbers', i, 'level'],
        report,
      );
    if (ids.indexOf(ids[i] ?? '') < i) report(['decisionNumbers', i], TWICE);
    if (!isPaperNumber(exampleNumber(rule)))
      report(['decisionNumbers', i, 'pattern'], {
        vi: `Số sẽ viết thành "${exampleNumber(rule)}", không giống số văn bản: sửa như {n}/QĐ-UBND`,
        en: `Numbers would read "${exampleNumber(rule)}", which is no number of a paper: mend it as in {n}/QĐ-UBND`,
      });
  });
}

const TWICE = {
  vi: 'Cấp và người ký này đã có cách đánh số ở trên: bỏ một dòng',
  en: 'This level and issuer have their numbering above: remove one',
};
