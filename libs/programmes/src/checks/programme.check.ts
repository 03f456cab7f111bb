import type { WorkingCalendar } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import type { Report } from '../problems.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { reportDuplicates } from './duplicates.ts';
import { checkPosts } from './posts.check.ts';
import { checkRoute } from './route.check.ts';
import { checkWait } from './wait.check.ts';

/** What a programme is checked against; null where that file is itself to be mended first. */
export interface Surroundings {
  readonly folder: string;
  readonly calendar: WorkingCalendar | null;
  readonly people: PeopleFile | null;
}

/** What the shape of a programme cannot say. */
export function checkProgramme(file: ProgrammeFile, { folder, calendar, people }: Surroundings, report: Report): void {
  if (file.programme !== folder)
    report(['programme'], {
      vi: `Hãy viết "${folder}", đúng như tên thư mục`,
      en: `Write "${folder}", the name of the folder`,
    });
  if (file.validTo !== null && file.validTo < file.validFrom)
    report(['validTo'], {
      vi: `Không được trước ngày ${file.validFrom}`,
      en: `This must not come before ${file.validFrom}`,
    });
  reportDuplicates(
    file.demoCampaigns.map(({ key }) => key),
    (i) => ['demoCampaigns', i, 'key'],
    report,
  );
  checkRoute(file, report);
  checkWait(file.completion.wait, calendar, ['completion', 'wait'], report);
  file.stages.forEach((stage, i) => {
    if (stage.kind === 'review' || stage.kind === 'decision')
      checkWait(stage.wait, calendar, ['stages', i, 'wait'], report);
  });
  if (calendar) checkCoverage(file, calendar, report);
  if (people) checkPosts(file, people, report);
}

function checkCoverage(
  { validFrom, validTo }: ProgrammeFile,
  { id, covered, days }: WorkingCalendar,
  report: Report,
): void {
  if (covered === 'all' || days.kind === 'fixed') return;
  const text = {
    vi: `Lịch ${id} chỉ có các năm ${covered.from}-${covered.to}: thêm ngày nghỉ của năm thiếu`,
    en: `Calendar ${id} covers ${covered.from}-${covered.to} only: add the holidays of the missing year`,
  };
  if (Number(validFrom.slice(0, 4)) < covered.from) report(['validFrom'], text);
  if (validTo !== null && Number(validTo.slice(0, 4)) > covered.to) report(['validTo'], text);
}
