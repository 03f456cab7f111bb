import type { Report } from '../problems.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';

/** A council belongs to a level and has seats, one vote each; its chair is one of them. */
export function checkCouncils(file: ProgrammeFile, report: Report): void {
  const levels = file.levels.map(({ key }) => key);
  reportDuplicates(
    file.councils.map(({ key }) => key),
    (i) => ['councils', i, 'key'],
    report,
  );
  file.councils.forEach(({ key, level, chair, seats }, i) => {
    reportUnknown(level, levels, ['councils', i, 'level'], report);
    reportDuplicates(seats, (s) => ['councils', i, 'seats', s], report);
    if (seats.length === 0)
      report(['councils', i, 'seats'], {
        vi: `Hội đồng "${key}" chưa có ủy viên nào: ghi các chức vụ có ghế`,
        en: `Council "${key}" has no seats: list the posts that sit in it`,
      });
    else if (!seats.includes(chair))
      report(['councils', i, 'chair'], {
        vi: `Chủ tịch hội đồng phải là một ủy viên: thêm "${chair}" vào seats`,
        en: `The chair must be one of the members: add "${chair}" to seats`,
      });
  });
}
