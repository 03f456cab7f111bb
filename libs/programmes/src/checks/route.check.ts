import { assertNever, type StageDef } from '@laurel/domain';
import type { FieldPath, Report } from '../problems.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';

type Stage = ProgrammeFile['stages'][number];

const at = (index: number, ...rest: (string | number)[]): FieldPath => ['stages', index, ...rest];

/** Levels, awards and stages must fit one another. */
export function checkRoute(file: ProgrammeFile, report: Report): void {
  const levels = file.levels.map(({ key }) => key);
  reportDuplicates(levels, (i) => ['levels', i, 'key'], report);
  reportDuplicates(
    file.stages.map(({ key }) => key),
    (i) => at(i, 'key'),
    report,
  );
  checkAwards(file, levels, report);
  checkEnds(file.stages, report);
  checkOrder(file.stages, levels, report);
  checkAwardingLevels(file, report);
  file.stages.forEach((stage, i) => checkStage(file, stage, i, report));
}

function checkAwards(file: ProgrammeFile, levels: readonly string[], report: Report): void {
  reportDuplicates(
    file.awards.map(({ key }) => key),
    (i) => ['awards', i, 'key'],
    report,
  );
  reportDuplicates(file.exclusionGroups, (i) => ['exclusionGroups', i], report);
  file.awards.forEach((award, i) => {
    reportUnknown(award.level, levels, ['awards', i, 'level'], report);
    if (award.exclusionGroup !== null)
      reportUnknown(award.exclusionGroup, file.exclusionGroups, ['awards', i, 'exclusionGroup'], report);
    if (!file.stages.some((stage) => stage.kind === 'decision' && stage.award === award.key))
      report(['awards', i, 'key'], {
        vi: `Không bước nào quyết định "${award.key}": thêm bước decision`,
        en: `No stage decides "${award.key}": add a decision stage`,
      });
  });
}

function checkEnds(stages: readonly Stage[], report: Report): void {
  const last = stages.length - 1;
  stages.forEach(({ kind }, i) => {
    if (i === 0 && kind !== 'intake')
      report(at(i, 'kind'), { vi: 'Bước đầu tiên phải là intake', en: 'The first stage must be intake' });
    if (i !== 0 && kind === 'intake')
      report(at(i, 'kind'), {
        vi: 'Chỉ bước đầu tiên là intake: bỏ bước này',
        en: 'Only the first stage is an intake: remove this one',
      });
    if (i === last && kind !== 'publication')
      report(at(i, 'kind'), { vi: 'Bước cuối cùng phải là publication', en: 'The last stage must be publication' });
    if (i !== last && kind === 'publication')
      report(at(i, 'kind'), {
        vi: 'Chỉ bước cuối cùng là publication: bỏ bước này',
        en: 'Only the last stage is a publication: remove this one',
      });
  });
}

function checkOrder(stages: readonly Stage[], levels: readonly string[], report: Report): void {
  stages.forEach(({ level }, i) => {
    reportUnknown(level, levels, at(i, 'level'), report);
    const before = stages[i - 1];
    if (!before || !levels.includes(level) || levels.indexOf(level) >= levels.indexOf(before.level)) return;
    const text = {
      vi: `Cấp "${level}" thấp hơn cấp "${before.level}" của bước trước: xếp lại từ thấp lên cao`,
      en: `Level "${level}" is below "${before.level}" of the stage before: order stages from low to high`,
    };
    report(at(i, 'level'), text);
  });
}

function checkAwardingLevels(file: ProgrammeFile, report: Report): void {
  file.levels.forEach(({ key, awards }, i) => {
    const decisions = file.stages.flatMap((stage, index) =>
      stage.kind === 'decision' && stage.level === key ? [index] : [],
    );
    if (awards && decisions.length === 0)
      report(['levels', i, 'awards'], {
        vi: `Cấp "${key}" có tặng thưởng nhưng thiếu bước decision`,
        en: `Level "${key}" awards but has no decision stage: add one`,
      });
    if (!awards)
      decisions.forEach((index) =>
        report(at(index, 'level'), {
          vi: `Cấp "${key}" không tặng thưởng (awards: false)`,
          en: `Level "${key}" awards nothing (awards: false)`,
        }),
      );
    if (awards)
      decisions.slice(1).forEach((index) =>
        report(at(index), {
          vi: `Cấp "${key}" đã có một bước decision: bỏ bước này`,
          en: `Level "${key}" has a decision stage already: remove this one`,
        }),
      );
    decisions.forEach((index) => checkLastOfLevel(file, key, index, report));
  });
}

function checkLastOfLevel(file: ProgrammeFile, level: string, decision: number, report: Report): void {
  const later = file.stages.findIndex((stage, i) => i > decision && stage.level === level && stage.kind === 'review');
  if (later >= 0)
    report(at(later), {
      vi: `Cấp "${level}" đã quyết định ở bước trên: đưa bước này lên trước`,
      en: `Level "${level}" has decided above: move this stage before the decision`,
    });
}

function checkStage(file: ProgrammeFile, stage: Stage, index: number, report: Report): void {
  switch (stage.kind) {
    case 'intake':
      checkIntake(stage, index, report);
      return;
    case 'review':
      checkReview(stage, index, report);
      return;
    case 'decision':
      checkDecision(file, stage, index, report);
      return;
    case 'publication':
      return;
    default:
      return assertNever(stage);
  }
}

function checkIntake(stage: Extract<StageDef, { kind: 'intake' }>, index: number, report: Report): void {
  reportDuplicates(
    stage.requiredDocuments.map(({ kind }) => kind),
    (i) => at(index, 'requiredDocuments', i, 'kind'),
    report,
  );
  reportDuplicates(
    stage.excludedBases.map(({ basis }) => basis),
    (i) => at(index, 'excludedBases', i, 'basis'),
    report,
  );
  reportDuplicates(
    stage.excludedBases.map(({ rule }) => rule),
    (i) => at(index, 'excludedBases', i, 'rule'),
    report,
  );
}

function checkReview(stage: Extract<StageDef, { kind: 'review' }>, index: number, report: Report): void {
  const n = stage.reviewers.length;
  reportDuplicates(stage.reviewers, (i) => at(index, 'reviewers', i), report);
  if (stage.rule.kind === 'k-of-n' && stage.rule.k > n)
    report(at(index, 'rule', 'k'), {
      vi: `Chỉ có ${n} người xét: viết số không quá ${n}`,
      en: `There are ${n} reviewers: write at most ${n}`,
    });
}

function checkDecision(
  file: ProgrammeFile,
  stage: Extract<StageDef, { kind: 'decision' }>,
  index: number,
  report: Report,
): void {
  reportUnknown(
    stage.award,
    file.awards.map(({ key }) => key),
    at(index, 'award'),
    report,
  );
  const award = file.awards.find(({ key }) => key === stage.award);
  if (award && award.level !== stage.level)
    report(at(index, 'award'), {
      vi: `"${award.key}" thuộc cấp "${award.level}", không phải "${stage.level}"`,
      en: `"${award.key}" is of level "${award.level}", not "${stage.level}"`,
    });
  checkReferral(file, stage, index, report);
}

function checkReferral(
  file: ProgrammeFile,
  stage: Extract<StageDef, { kind: 'decision' }>,
  index: number,
  report: Report,
): void {
  const here = file.levels.findIndex(({ key }) => key === stage.level);
  const higher = file.stages.some(
    ({ kind, level }) => kind !== 'publication' && file.levels.findIndex(({ key }) => key === level) > here,
  );
  if (stage.mayReferUp && !higher)
    report(at(index, 'mayReferUp'), {
      vi: 'Không có cấp cao hơn để chuyển lên: viết false',
      en: 'There is no higher level to refer to: write false',
    });
  if (!stage.mayReferUp && higher)
    report(at(index, 'mayReferUp'), {
      vi: 'Các cấp trên sẽ không bao giờ nhận hồ sơ: viết true hoặc bỏ các bước đó',
      en: 'The levels above would never get a case: write true or remove their stages',
    });
}
