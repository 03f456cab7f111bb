import type { FieldPath, Report } from '../problems.ts';
import type { PlacedRoute } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';

type Award = ProgrammeFile['awards'][number];

/** Awards must be of a level, decided somewhere, and their conditions must be able to come true. */
export function checkAwards(file: ProgrammeFile, routes: readonly PlacedRoute[], report: Report): void {
  const levels = file.levels.map(({ key }) => key);
  reportDuplicates(
    file.awards.map(({ key }) => key),
    (i) => ['awards', i, 'key'],
    report,
  );
  reportDuplicates(file.exclusionGroups, (i) => ['exclusionGroups', i], report);
  file.awards.forEach((award, i) => {
    reportUnknown(award.level, levels, ['awards', i, 'level'], report);
    if (award.exclusionGroup !== null) reportUnknown(award.exclusionGroup, file.exclusionGroups, ['awards', i, 'exclusionGroup'], report);
    if (!routes.some((route) => decides(route, award))) report(['awards', i, 'key'], nobodyDecides(award.key));
    checkPolicy(file, award, ['awards', i], report);
  });
  file.levels.forEach(({ key, awards }, i) => {
    const decided = routes.some(({ stages }) => stages.some((stage) => stage.kind === 'decision' && stage.level === key));
    if (awards && !decided) report(['levels', i, 'awards'], undecided(key));
  });
}

/** Whether the award can be given at the end of this route: by its name, or because it may be proposed there. */
export function decides({ stages, for: wanted }: PlacedRoute, award: Award): boolean {
  const proposable = wanted.awards?.includes(award.key) ?? true;
  return stages.some(
    (stage) =>
      stage.kind === 'decision' && (stage.award === award.key || (stage.award === 'proposed' && proposable && stage.level === award.level)),
  );
}

function checkPolicy(file: ProgrammeFile, award: Award, path: FieldPath, report: Report): void {
  if (award.period && award.repeat !== 'once-per-period')
    report([...path, 'period'], {
      vi: `Chỉ dùng với repeat: once-per-period: bỏ trường này hoặc sửa repeat`,
      en: `This belongs to repeat: once-per-period only: remove it or mend repeat`,
    });
  if (award.cap) checkCap(file, award.key, award.cap, [...path, 'cap'], report);
  award.prerequisites.forEach((needed, i) => checkPrerequisite(file, award, needed, [...path, 'prerequisites', i], report));
}

/** A number, or a share of another award of the programme; never both, never half of one. */
function checkCap(
  file: ProgrammeFile,
  award: string,
  { max, percent, of }: NonNullable<Award['cap']>,
  path: FieldPath,
  report: Report,
): void {
  const isShare = percent !== undefined || of !== undefined;
  if (max === undefined && !isShare) report(path, LIMIT_MISSING);
  if (max !== undefined && isShare) report([...path, percent === undefined ? 'of' : 'percent'], LIMIT_TWICE);
  if (percent !== undefined && of === undefined) report(path, SHARE_OF_NOTHING);
  if (percent === undefined && of !== undefined) report(path, SHARE_OF_UNSAID_SIZE);
  if (of === undefined) return;
  reportUnknown(of, awardKeys(file), [...path, 'of'], report);
  if (of === award)
    report([...path, 'of'], {
      vi: `"${of}" không thể là tỷ lệ của chính nó: chọn danh hiệu khác`,
      en: `"${of}" cannot be a share of itself: choose another award`,
    });
}

const awardKeys = ({ awards }: ProgrammeFile): readonly string[] => awards.map(({ key }) => key);

const LIMIT_MISSING = {
  vi: 'Chưa nói nhiều nhất bao nhiêu: ghi max, hoặc percent cùng với of',
  en: 'This does not say how many: write max, or percent together with of',
};
const LIMIT_TWICE = {
  vi: 'Đã có max: bỏ trường này, hoặc bỏ max',
  en: 'There is max already: remove this, or remove max',
};
const SHARE_OF_NOTHING = {
  vi: 'percent là phần trăm của danh hiệu nào? Thêm of',
  en: 'percent of which award? Add of',
};
const SHARE_OF_UNSAID_SIZE = {
  vi: 'of cần percent: bao nhiêu phần trăm của danh hiệu ấy?',
  en: 'of needs percent: what share of that award?',
};

function checkPrerequisite(
  file: ProgrammeFile,
  award: Award,
  { award: needed, programme, times, consecutive }: Award['prerequisites'][number],
  path: FieldPath,
  report: Report,
): void {
  const own = programme === undefined || programme === file.programme;
  if (own) reportUnknown(needed, awardKeys(file), [...path, 'award'], report);
  if (own && needed === award.key)
    report([...path, 'award'], {
      vi: `"${needed}" không thể là điều kiện của chính nó: chọn danh hiệu khác`,
      en: `"${needed}" cannot be a condition of itself: choose another award`,
    });
  const known = own ? file.awards.find(({ key }) => key === needed) : undefined;
  if (known?.repeat === 'once-in-a-lifetime' && times > 1)
    report([...path, 'times'], {
      vi: `"${needed}" chỉ được tặng một lần trong đời: viết 1`,
      en: `"${needed}" is given once in a lifetime: write 1`,
    });
  if (consecutive !== null && times === 1)
    report([...path, 'consecutive'], {
      vi: 'Một lần thì không có liên tục: bỏ trường này hoặc tăng times',
      en: 'Once is never consecutive: remove this or raise times',
    });
}

const nobodyDecides = (key: string): { vi: string; en: string } => ({
  vi: `Không bước nào quyết định "${key}": thêm bước decision`,
  en: `No stage decides "${key}": add a decision stage`,
});

const undecided = (key: string): { vi: string; en: string } => ({
  vi: `Cấp "${key}" có tặng thưởng nhưng thiếu bước decision`,
  en: `Level "${key}" awards but has no decision stage: add one`,
});
