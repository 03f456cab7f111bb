import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@laurel/domain';
import { shipped } from '../words/shipped.fixture.ts';
import { differenceOf } from './difference.ts';
import { printDifference } from './print.ts';

const { rules, people } = await shipped();
const between = (to: RuleSet): ReturnType<typeof differenceOf> => differenceOf({ rules, people }, { rules: to, people });

type Path = readonly (string | number)[];

/** The way to every number, truth value and text of the rules. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => leaves(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => leaves(item, [...path, key]));
}

/** Another value that the same field may have; null for the fields that choose a shape, which are no rules by themselves. */
const OTHERS: Readonly<Record<string, string | null>> = {
  kind: null,
  mode: null,
  withdrawUntil: 'final-level',
  basis: 'single-deed',
  to: 'substitute',
  then: 'lapse',
  recipientKinds: 'household',
  validFrom: '2022-02-01',
  on: '2024-02-29',
};

function other(path: Path, value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return path.at(-1) === 'validTo' ? '2030-12-31' : path.at(-1) === 'escalateAfter' ? 1 : 'x';
  const field = path.findLast((part) => typeof part === 'string') ?? '';
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

  it('leaves out no rule of the file', () => {
    const tried = leaves(rules)
      // The header names both; a paper's title is no rule; names of days without a change of the day are told by the day.
      .filter((path) => !['programme', 'version'].includes(String(path[0])) && path.at(-1) !== 'source')
      .map((path) => ({ path, value: path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], rules) }))
      .filter(({ path, value }) => other(path, value) !== null && other(path, value) !== value);
    const silent = tried.filter(({ path, value }) => between(changed(rules, path, other(path, value)) as RuleSet).differences.length === 0);
    expect([tried.length > 300, silent.map(({ path }) => path.join('.'))]).toEqual([true, []]);
  });

  it('says a longer time limit and an added day off in words', () => {
    const stages = rules.stages.map((stage) =>
      stage.kind === 'review' ? { ...stage, wait: { ...stage.wait, clock: { mode: 'working-days', days: 7, countStartDay: true } as const } } : stage,
    );
    const cultureDay = { on: '2026-11-24', name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Viet Nam Cultural Day' } };
    const next = { ...rules, version: '2026.1', stages, calendar: { ...rules.calendar, holidays: [...rules.calendar.holidays, cultureDay] } };
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
