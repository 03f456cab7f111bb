import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@laurel/domain';
import { allKinds } from '../all-kinds.fixture.ts';
import { shipped } from '../words/shipped.fixture.ts';
import { differenceOf } from './difference.ts';
import { printDifference } from './print.ts';

const { rules, people } = await shipped();
const between = (to: RuleSet): ReturnType<typeof differenceOf> => differenceOf({ rules, people }, { rules: to, people });

const everything = await allKinds();
const compare = (from: RuleSet, to: RuleSet, who: typeof people): number =>
  differenceOf({ rules: from, people: who }, { rules: to, people: who }).differences.length;

type Path = readonly (string | number)[];

/** The way to every number, truth value and text of the rules. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => leaves(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => leaves(item, [...path, key]));
}

/** Another value that the same field may have; null for the fields that choose a shape, which are no rules by themselves. */
const OTHERS: Readonly<Record<string, unknown>> = {
  kind: null,
  mode: null,
  withdrawUntil: 'final-level',
  basis: 'single-deed',
  to: 'substitute',
  then: 'lapse',
  recipientKinds: 'household',
  validFrom: '2022-02-01',
  on: '2024-02-29',
  exclusionGroup: 'deeds',
  repeat: 'once-in-a-lifetime',
  period: 'campaign',
  cap: { scope: 'programme', period: 'year', max: 10 },
  scope: 'programme',
  consecutive: null,
  compare: '>',
  of: 'eligible',
  absentees: 'none',
  onSilence: 'object',
  endsBefore: 'decision',
  passes: null,
  streams: 'regular',
  bonusMultiple: '1.5',
};

function other(path: Path, value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  if (value === null && !(field in OTHERS)) return field === 'validTo' ? '2030-12-31' : field === 'escalateAfter' ? 1 : 'x';
  return field in OTHERS ? OTHERS[field] : `${value as string}x`;
}

function changed(value: unknown, path: Path, put: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === first ? changed(item, rest, put) : item));
  return { ...(value as object), [first]: changed((value as Record<string, unknown>)[first], rest, put) };
}

describe('what differs between two versions', () => {
  it('is nothing between a version and itself', () => {
    expect(between(rules).differences).toEqual([]);
    expect(printDifference(between(rules), 'vi')).toBe('nam-tu-liem-ntvt 2022.1 → nam-tu-liem-ntvt 2022.1\n\nKhông có gì khác.');
  });

  it.each([
    ['of Nam Từ Liêm', rules, people],
    ['of every kind of stage, on two routes', everything.rules, everything.people],
  ])('leaves out no rule of the file %s', (_, of, who) => {
    const tried = leaves(of)
      // The chosen route's fields repeat those of the first route where there are several.
      .filter((path) => of.routes.length === 0 || !['stages', 'completion', 'withdrawUntil'].includes(String(path[0])))
      // The header names both; a paper's title is no rule; names of days without a change of the day are told by the day.
      .filter((path) => !['programme', 'version'].includes(String(path[0])) && path.at(-1) !== 'source')
      .map((path) => ({ path, value: path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], of) }))
      .filter(({ path, value }) => other(path, value) !== null && other(path, value) !== value);
    const silent = tried.filter(({ path, value }) => compare(of, changed(of, path, other(path, value)) as RuleSet, who) === 0);
    expect([tried.length > 300, silent.map(({ path }) => path.join('.'))]).toEqual([true, []]);
  });

  it('says a longer time limit and an added day off in words', () => {
    const stages = rules.stages.map((stage) =>
      stage.kind === 'review'
        ? { ...stage, wait: { ...stage.wait, clock: { mode: 'working-days', days: 7, countStartDay: true } as const } }
        : stage,
    );
    const cultureDay = { on: '2026-11-24', name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Viet Nam Cultural Day' } };
    const next = {
      ...rules,
      version: '2026.1',
      stages,
      calendar: { ...rules.calendar, holidays: [...rules.calendar.holidays, cultureDay] },
    };
    expect(printDifference(between(next), 'vi')).toBe(
      [
        'nam-tu-liem-ntvt 2022.1 → nam-tu-liem-ntvt 2026.1',
        '',
        'Xét, cấp cơ sở (unit-review)',
        '  Thời hạn:',
        '    trước: 5 ngày làm việc, không tính ngày nhận',
        '    nay:   7 ngày làm việc, tính cả ngày nhận',
        '',
        'Lịch làm việc',
        '  Thêm. Ngày nghỉ: thứ Ba 24/11/2026, Ngày Văn hóa Việt Nam',
      ].join('\n'),
    );
  });

  it('says that a number became a share, and of which awards', () => {
    const share = { scope: 'programme', period: 'year', percent: 15, of: 'fighter' } as const;
    const awards = everything.rules.awards.map((award) => (award.key === 'citizen' ? { ...award, cap: share } : award));
    const said = printDifference(differenceOf(everything, { ...everything, rules: { ...everything.rules, awards } }), 'vi');
    expect(said).toContain('    trước: cả chương trình nhiều nhất 10 một năm;');
    expect(said).toContain('    nay:   cả chương trình nhiều nhất 15 % số "Chiến sĩ thi đua" được tặng trong cùng năm, làm tròn xuống;');
  });

  it('tells what the file calls a rule by another name, and calls it so only where that differs', () => {
    const intake = rules.stages.find((stage) => stage.kind === 'intake');
    const [basis, ...others] = intake?.excludedBases ?? [];
    if (!intake || !basis) throw new Error('the rules exclude nothing');
    const renamed = { ...intake, excludedBases: [{ ...basis, rule: 'renamed' }, ...others] };
    const { differences } = between({ ...rules, stages: rules.stages.map((stage) => (stage === intake ? renamed : stage)) });
    const [found] = differences;
    expect(found).toMatchObject({
      label: { vi: 'Không xét' },
      before: { vi: expect.stringContaining(`(${basis.rule})`) },
      after: { vi: expect.stringContaining('(renamed)') },
    });
  });

  it('says a stage that is gone, rule by rule, and the new route', () => {
    const without = { ...rules, stages: rules.stages.filter(({ key }) => key !== 'city-decision') };
    const { differences } = between(without);
    expect(differences.find(({ id }) => id === 'general/route')?.after?.en).toBe(
      'Intake (Grassroots) → Review (Grassroots) → Decision (District) → Publication (City)',
    );
    expect(differences.filter(({ after }) => after === null).map(({ id }) => id)).toContain('stages/city-decision/clock');
    expect(printDifference(between(without), 'en')).toContain('  Removed. Award: Good Person, Good Deed of the city');
  });

  it('says so where only the words of the other language differ', () => {
    const renamed = { ...rules, name: { ...rules.name, vi: 'Tên khác' } };
    expect(printDifference(between(renamed), 'en')).toContain('  Name: only the Vietnamese words differ');
  });
});
