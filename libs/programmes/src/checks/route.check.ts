import type { StageDef, WaitRule } from '@laurel/domain';
import type { FieldPath, Report } from '../problems.ts';
import type { PlacedRoute } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';
import { within, type Surroundings } from './place.ts';
import { checksOf } from './stages/index.ts';
import { checkWait } from './wait.check.ts';

const at = (index: number, ...rest: (string | number)[]): FieldPath => ['stages', index, ...rest];

/** The stages of one route must fit one another and the levels. */
export function checkRoute(file: ProgrammeFile, route: PlacedRoute, surroundings: Surroundings, reportInFile: Report): void {
  const report = within(reportInFile, route.path);
  const { stages } = route;
  const levels = file.levels.map(({ key }) => key);
  reportDuplicates(
    stages.map(({ key }) => key),
    (i) => at(i, 'key'),
    report,
  );
  checkEnds(stages, report);
  checkOrder(stages, levels, report);
  checkDecisions(file, stages, report);
  checkTop(stages, report);
  stages.forEach((stage, index) => {
    const place = { ...surroundings, file, route, index, report: within(report, at(index)) };
    waitsOf(stage).forEach(([field, wait]) => checkWait(wait, place.calendar, [field], place.report));
    checksOf(stage).check(stage, place);
  });
}

/** The waits for people that a stage has, by field. */
function waitsOf(stage: StageDef): readonly (readonly [field: string, wait: WaitRule])[] {
  const first = 'wait' in stage ? [['wait', stage.wait] as const] : [];
  const answer = 'answerWait' in stage ? [['answerWait', stage.answerWait] as const] : [];
  return [...first, ...answer];
}

function checkEnds(stages: readonly StageDef[], report: Report): void {
  const last = stages.length - 1;
  stages.forEach(({ kind }, i) => {
    if (i === 0 && kind !== 'intake') report(at(i, 'kind'), { vi: 'Bước đầu tiên phải là intake', en: 'The first stage must be intake' });
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

function checkOrder(stages: readonly StageDef[], levels: readonly string[], report: Report): void {
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

/** Only an awarding level decides, once, as the last thing that it does. */
function checkDecisions(file: ProgrammeFile, stages: readonly StageDef[], report: Report): void {
  file.levels.forEach(({ key, awards }) => {
    const decisions = stages.flatMap((stage, i) => (stage.kind === 'decision' && stage.level === key ? [i] : []));
    if (awards) decisions.slice(1).forEach((i) => report(at(i), decidedAlready(key)));
    else decisions.forEach((i) => report(at(i, 'level'), awardsNothing(key)));
    decisions.forEach((decision) => {
      const later = stages.findIndex(
        ({ level, kind }, i) => i > decision && level === key && kind !== 'publication' && kind !== 'decision',
      );
      if (later >= 0) report(at(later), decidedAbove(key));
    });
  });
}

/** Where the route ends somebody must be able to say yes: a level that only reviews would leave a case without an end. */
function checkTop(stages: readonly StageDef[], report: Report): void {
  const top = stages.findLastIndex(({ kind }) => kind !== 'publication');
  const stage = stages[top];
  if (!stage || stage.kind === 'decision' || stage.kind === 'intake') return;
  report(at(top, 'kind'), {
    vi: `Cấp cao nhất "${stage.level}" chỉ xét, không ai quyết định: thêm bước decision sau bước này`,
    en: `The highest level "${stage.level}" only reviews and nobody decides: add a decision stage after this one`,
  });
}

const decidedAlready = (level: string): { vi: string; en: string } => ({
  vi: `Cấp "${level}" đã có một bước decision: bỏ bước này`,
  en: `Level "${level}" has a decision stage already: remove this one`,
});

const awardsNothing = (level: string): { vi: string; en: string } => ({
  vi: `Cấp "${level}" không tặng thưởng (awards: false)`,
  en: `Level "${level}" awards nothing (awards: false)`,
});

const decidedAbove = (level: string): { vi: string; en: string } => ({
  vi: `Cấp "${level}" đã quyết định ở bước trên: đưa bước này lên trước`,
  en: `Level "${level}" has decided above: move this stage before the decision`,
});
