import { addWorkingDays, type IsoDate, type Text, type WorkingCalendar } from '@laurel/domain';
import { writtenDate, writtenDay } from '../words/dates.ts';
import { text } from '../words/text.ts';

/** What the calendar cannot promise about a stretch of dates, both included; nothing on calendars of fixed days. */
export function calendarWarnings(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): readonly Text[] {
  if (calendar.days.kind === 'fixed') return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const warnings: Text[] = [];
  const { covered, id, provisionalYears = [] } = calendar;
  if (covered !== 'all' && (first < covered.from || last > covered.to))
    warnings.push(
      text(
        `Có ngày ngoài các năm ${covered.from}-${covered.to} mà lịch ${id} biết ngày nghỉ: chỉ tính được cuối tuần, hãy bổ sung lịch`,
        `Some days lie outside ${covered.from}-${covered.to}, the years whose holidays calendar ${id} knows: only weekends are counted there, complete the calendar`,
      ),
    );
  for (const year of provisionalYears.filter((one) => one >= first && one <= last))
    warnings.push(
      text(`Lịch nghỉ năm ${year} mới là dự kiến: ngày có thể thay đổi`, `The holidays of ${year} are provisional: dates may move`),
    );
  return warnings;
}

/** A filing on a day that nobody works. */
export function restWarning(calendar: WorkingCalendar, on: IsoDate): readonly Text[] {
  if (calendar.days.kind === 'fixed') return [];
  const rest = addWorkingDays(calendar, on, 1, true).steppedOver.find((day) => day.on === on);
  if (!rest) return [];
  const [day, date] = [writtenDay(on), writtenDate(on)];
  const name = rest.why === 'holiday' ? rest.name : text('cuối tuần', 'weekend');
  return [
    text(
      `Ngày nộp ${day.vi} là ngày nghỉ (${name.vi}): hồ sơ vẫn được nhận`,
      `The filing day ${rest.why === 'weekend' ? day.en : date.en} is a day off (${name.en}): the nomination is still received`,
    ),
  ];
}
