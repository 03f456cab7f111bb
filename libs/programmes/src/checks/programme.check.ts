import type { WorkingCalendar } from '@laurel/domain';
import type { Report } from '../problems.ts';
import { routesInFile } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { checkAwards } from './award.check.ts';
import { checkCouncils } from './council.check.ts';
import { checkCoverage } from './coverage.check.ts';
import { reportDuplicates } from './duplicates.ts';
import type { Surroundings } from './place.ts';
import { checkNumbers } from './numbers.check.ts';
import { checkPosts } from './posts.check.ts';
import { checkRoute } from './route.check.ts';
import { checkWait } from './wait.check.ts';

/** What the shape of a programme cannot say. */
export function checkProgramme(file: ProgrammeFile, surroundings: Surroundings, report: Report): void {
  const { folder, calendar, people } = surroundings;
  if (file.programme !== folder)
    report(['programme'], {
      vi: `Hãy viết "${folder}", đúng như tên thư mục`,
      en: `Write "${folder}", the name of the folder`,
    });
  checkValidity(file, report);
  reportDuplicates(
    file.demoCampaigns.map(({ key }) => key),
    (i) => ['demoCampaigns', i, 'key'],
    report,
  );
  reportDuplicates(
    file.levels.map(({ key }) => key),
    (i) => ['levels', i, 'key'],
    report,
  );
  const routes = routesInFile(file, report);
  checkAwards(file, routes, report);
  checkCoverage(file, routes, report);
  checkCouncils(file, report);
  checkNumbers(file, report);
  routes.forEach((route) => checkRoute(file, route, surroundings, report));
  checkCompletions(file, calendar, report);
  if (calendar) checkYears(file, calendar, report);
  if (people) checkPosts(file, routes, people, report);
}

function checkValidity({ validFrom, validTo }: ProgrammeFile, report: Report): void {
  if (validTo !== null && validTo < validFrom)
    report(['validTo'], {
      vi: `Không được trước ngày ${validFrom}`,
      en: `This must not come before ${validFrom}`,
    });
}

function checkCompletions(file: ProgrammeFile, calendar: WorkingCalendar | null, report: Report): void {
  if (file.completion) checkWait(file.completion.wait, calendar, ['completion', 'wait'], report);
  file.routes?.forEach(({ completion }, i) => {
    if (completion) checkWait(completion.wait, calendar, ['routes', i, 'completion', 'wait'], report);
  });
}

function checkYears({ validFrom, validTo }: ProgrammeFile, { id, covered, days }: WorkingCalendar, report: Report): void {
  if (covered === 'all' || days.kind === 'fixed') return;
  const text = {
    vi: `Lịch ${id} chỉ có các năm ${covered.from}-${covered.to}: thêm ngày nghỉ của năm thiếu`,
    en: `Calendar ${id} covers ${covered.from}-${covered.to} only: add the holidays of the missing year`,
  };
  if (Number(validFrom.slice(0, 4)) < covered.from) report(['validFrom'], text);
  if (validTo !== null && Number(validTo.slice(0, 4)) > covered.to) report(['validTo'], text);
}
