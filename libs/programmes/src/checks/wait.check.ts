import type { ClockRule, WaitRule, WorkingCalendar } from '@laurel/domain';
import type { FieldPath, Report } from '../problems.ts';

/** What the shape of a wait cannot say: its offsets must follow one another. */
export function checkWait(wait: WaitRule, calendar: WorkingCalendar | null, path: FieldPath, report: Report): void {
  const { remindAt, escalateAfter, closesAfter, clock } = wait;
  remindAt.forEach((offset, i) => {
    const before = remindAt[i - 1];
    if (before !== undefined && offset <= before)
      report([...path, 'remindAt', i], {
        vi: `Phải lớn hơn ${before}: xếp các lần nhắc theo thứ tự`,
        en: `This must be greater than ${before}: list reminders in order`,
      });
    if (offset > closesAfter)
      report([...path, 'remindAt', i], {
        vi: `Nhắc sau khi đã đóng (closesAfter ${closesAfter}): bỏ đi hoặc đóng muộn hơn`,
        en: `This reminds after the wait closes (closesAfter ${closesAfter}): remove it or close later`,
      });
  });
  if (escalateAfter !== null && closesAfter < escalateAfter)
    report([...path, 'closesAfter'], {
      vi: `Phải từ ${escalateAfter} (escalateAfter) trở lên`,
      en: `This must be at least escalateAfter, ${escalateAfter}`,
    });
  checkClock(clock, calendar, [...path, 'clock'], report);
}

/** A fixed date must be a day that the calendar knows. */
export function checkClock(clock: ClockRule, calendar: WorkingCalendar | null, path: FieldPath, report: Report): void {
  if (clock.mode === 'fixed-date' && calendar !== null) checkFixedDate(clock.on, calendar, [...path, 'on'], report);
}

function checkFixedDate(on: string, { covered, id, days }: WorkingCalendar, path: FieldPath, report: Report): void {
  if (days.kind === 'fixed') {
    report(path, {
      vi: `Lịch ${id} không có ngày tháng: dùng working-days`,
      en: `Calendar ${id} has no civil dates: use working-days`,
    });
    return;
  }
  const year = Number(on.slice(0, 4));
  if (covered === 'all' || (year >= covered.from && year <= covered.to)) return;
  report(path, {
    vi: `Lịch ${id} chỉ có các năm ${covered.from}-${covered.to}`,
    en: `Calendar ${id} covers ${covered.from}-${covered.to} only`,
  });
}
