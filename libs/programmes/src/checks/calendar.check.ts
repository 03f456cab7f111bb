import type { WorkingCalendar } from '@laurel/domain';
import type { Report } from '../problems.ts';
import { reportDuplicates } from './duplicates.ts';

/** What the shape of a calendar cannot say. */
export function checkCalendar(calendar: WorkingCalendar, fileId: string, report: Report): void {
  if (calendar.id !== fileId)
    report(['id'], { vi: `Hãy viết "${fileId}", đúng như tên tệp`, en: `Write "${fileId}", the name of the file` });
  reportDuplicates(
    calendar.holidays.map(({ on }) => on),
    (i) => ['holidays', i, 'on'],
    report,
  );
  reportDuplicates(
    calendar.swapDays.map(({ on }) => on),
    (i) => ['swapDays', i, 'on'],
    report,
  );
  if (new Set(calendar.weekend).size > 6)
    report(['weekend'], {
      vi: 'Phải còn ít nhất một ngày làm việc trong tuần',
      en: 'Leave at least one working day in the week',
    });
  checkOffice(calendar, report);
  checkCovered(calendar, report);
  checkSwapDays(calendar, report);
}

function checkOffice({ office, days }: WorkingCalendar, report: Report): void {
  const { dayOpens, dayCloses, mailAt } = office;
  if (dayCloses <= dayOpens)
    report(['office', 'dayCloses'], {
      vi: `Phải sau giờ mở cửa ${dayOpens}`,
      en: `This must come after opening at ${dayOpens}`,
    });
  if (mailAt === '24:00' || mailAt > dayCloses)
    report(['office', 'mailAt'], {
      vi: `Không được sau giờ đóng cửa ${dayCloses}`,
      en: `This must not come after closing at ${dayCloses}`,
    });
  if (days.kind === 'fixed' && days.dayMs < 24)
    report(['days', 'dayMs'], { vi: 'Hãy viết ít nhất 24 mili giây', en: 'Write at least 24 milliseconds' });
}

function checkCovered({ covered, holidays, swapDays, days, provisionalYears }: WorkingCalendar, report: Report): void {
  if (covered === 'all') {
    if (days.kind === 'civil' && holidays.length > 0)
      report(['covered'], {
        vi: 'Lịch có ngày nghỉ phải nêu các năm: { from, to }',
        en: 'A calendar with holidays must name its years: { from, to }',
      });
    return;
  }
  if (covered.to < covered.from)
    report(['covered', 'to'], {
      vi: `Không được trước năm ${covered.from}`,
      en: `This must not come before ${covered.from}`,
    });
  const outside = (year: number): boolean => year < covered.from || year > covered.to;
  const text = {
    vi: `Nằm ngoài các năm ${covered.from}-${covered.to}: sửa ngày hoặc "covered"`,
    en: `This lies outside ${covered.from}-${covered.to}: mend it or "covered"`,
  };
  holidays.forEach(({ on }, i) => outside(Number(on.slice(0, 4))) && report(['holidays', i, 'on'], text));
  swapDays.forEach(({ on }, i) => outside(Number(on.slice(0, 4))) && report(['swapDays', i, 'on'], text));
  provisionalYears?.forEach((year, i) => outside(year) && report(['provisionalYears', i], text));
}

function checkSwapDays({ swapDays, holidays, weekend, days }: WorkingCalendar, report: Report): void {
  if (days.kind === 'fixed') return;
  swapDays.forEach(({ on }, i) => {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
    if (!weekend.includes(weekday))
      report(['swapDays', i, 'on'], {
        vi: `${on} vốn là ngày làm việc: bỏ đi`,
        en: `${on} is a working day anyway: remove it`,
      });
    if (holidays.some((holiday) => holiday.on === on))
      report(['swapDays', i, 'on'], {
        vi: `${on} cũng là ngày nghỉ: giữ một trong hai`,
        en: `${on} is a holiday too: keep one of the two`,
      });
  });
}
