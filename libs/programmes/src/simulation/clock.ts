import {
  addWorkingDays,
  type IsoDate,
  type Language,
  type SteppedOver,
  type SwapDay,
  type Text,
  type WallTime,
  type WorkingCalendar,
} from '@laurel/domain';
import { writtenDay } from '../words/dates.ts';
import { holidaysWords, swapWords, weekendWords } from '../words/day-lists.ts';
import { text, workingDays } from '../words/text.ts';
import { calendarWarnings } from './warnings.ts';

/** A count of working days, as a person can check it with a wall calendar. */
export interface ClockAnswer {
  readonly dueOn: IsoDate;
  /** When the office closes on that day, in its own zone. */
  readonly dueTime: WallTime;
  readonly from: IsoDate;
  readonly workingDays: number;
  readonly countStart: boolean;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly steppedOver: readonly SteppedOver[];
  readonly swapDaysWorked: readonly SwapDay[];
  readonly warnings: readonly Text[];
}

/**
 * The last of so many working days from a date, on a calendar of civil days.
 * @throws RangeError when `days` is not a whole number of at least 1, or `from` is no date.
 */
export function countClock(calendar: WorkingCalendar, from: IsoDate, days: number, countStart: boolean): ClockAnswer {
  const { dueOn, steppedOver, swapDaysWorked } = addWorkingDays(calendar, from, days, countStart);
  return {
    dueOn,
    dueTime: calendar.office.dayCloses,
    from,
    workingDays: days,
    countStart,
    calendar: { id: calendar.id, version: calendar.version },
    steppedOver,
    swapDaysWorked,
    warnings: calendarWarnings(calendar, from, dueOn),
  };
}

/** The count in one language, without a line break at its end. */
export function printClock(answer: ClockAnswer, language: Language): string {
  const { dueOn, dueTime, from, countStart, calendar, steppedOver, swapDaysWorked, warnings } = answer;
  const [due, start, length] = [writtenDay(dueOn), writtenDay(from), workingDays(answer.workingDays)];
  const counted = countStart ? text('tính cả ngày đó', 'that day counted') : text('không tính ngày đó', 'that day not counted');
  const rows: readonly (readonly [Text, Text | null])[] = [
    [text('Đến hạn', 'Due'), text(`${dueTime} ${due.vi}`, `${dueTime} on ${due.en}`)],
    [text('Cách tính', 'Counted'), text(`${length.vi} từ ${start.vi}, ${counted.vi}`, `${length.en} from ${start.en}, ${counted.en}`)],
    [text('Lịch', 'Calendar'), text(`${calendar.id}, phiên bản ${calendar.version}`, `${calendar.id}, version ${calendar.version}`)],
    [text('Nghỉ lễ không tính', 'Holidays stepped over'), holidaysWords(steppedOver)],
    [text('Cuối tuần không tính', 'Weekend days stepped over'), weekendWords(steppedOver)],
    [text('Làm bù có tính', 'Swap days worked'), swapWords(swapDaysWorked)],
    ...warnings.map((warning) => [text('Lưu ý', 'Note'), warning] as const),
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label[language]}: ${value[language]}`] : [])).join('\n');
}
