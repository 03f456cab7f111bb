import { assertNever, type ClockRule, type Text, type TimeoutPolicy, type WaitRule } from '@laurel/domain';
import { writtenDate } from './dates.ts';
import { counted, joined, listed, plain, text, workingDays } from './text.ts';

/** `5 ngày làm việc` */
export function lengthWords(clock: ClockRule): Text {
  switch (clock.mode) {
    case 'working-days':
      return workingDays(clock.days);
    case 'calendar-days':
      return counted(clock.days, 'ngày (kể cả ngày nghỉ)', 'calendar day');
    case 'fixed-date': {
      const on = writtenDate(clock.on);
      return text(`đến hết giờ làm việc ngày ${on.vi}`, `until the office closes on ${on.en}`);
    }
    default:
      return assertNever(clock);
  }
}

/** `5 ngày làm việc, không tính ngày nhận` */
export function clockWords(clock: ClockRule): Text {
  const length = lengthWords(clock);
  if (clock.mode === 'fixed-date') return length;
  return clock.countStartDay
    ? text(`${length.vi}, tính cả ngày nhận`, `${length.en}, the day of arrival counted`)
    : text(`${length.vi}, không tính ngày nhận`, `${length.en}, the day of arrival not counted`);
}

/** `trước hạn 3 và 1 ngày làm việc; đúng ngày đến hạn; sau hạn 1 ngày làm việc` */
export function reminderWords(remindAt: readonly number[]): Text {
  if (remindAt.length === 0) return text('không nhắc', 'none');
  const before = remindAt.filter((k) => k < 0).map((k) => plain(-k));
  const after = remindAt.filter((k) => k > 0).map((k) => plain(k));
  const days = (of: readonly Text[]): string => (of.length === 1 && of[0]?.en === '1' ? 'working day' : 'working days');
  const parts: Text[] = [];
  if (before.length > 0)
    parts.push(text(`trước hạn ${listed(before).vi} ngày làm việc`, `${listed(before).en} ${days(before)} before the due day`));
  if (remindAt.includes(0)) parts.push(text('đúng ngày đến hạn', 'on the due day'));
  if (after.length > 0)
    parts.push(text(`sau hạn ${listed(after).vi} ngày làm việc`, `${listed(after).en} ${days(after)} after the due day`));
  return joined(parts);
}

/** When the superior is told; `superior` is null where nobody stands above. */
export function escalationWords(after: number | null, superior: Text | null): Text {
  if (after === null) return text('không báo', 'never');
  const who = superior ?? text('không có cấp trên', 'nobody stands above');
  if (after === 0) return text(`ngay ngày đến hạn: ${who.vi}`, `on the due day: ${who.en}`);
  const days = workingDays(after);
  return text(`sau hạn ${days.vi}: ${who.vi}`, `${days.en} after the due day: ${who.en}`);
}

/** When the wait ends by itself. */
export function closeWords({ closesAfter }: WaitRule): Text {
  if (closesAfter === 0) return text('đúng lúc hết hạn', 'at the due time');
  return text(
    `hết ngày làm việc thứ ${closesAfter === 1 ? 'nhất' : closesAfter} sau hạn`,
    `at the close of the ${closesAfter}${ordinal(closesAfter)} working day after the due day`,
  );
}

function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
}

const LAPSE = text('hồ sơ hết hiệu lực, không xét nữa', 'the nomination lapses and is considered no more');

function handOverWords(to: 'superior' | 'substitute', superior: Text | null): Text {
  const above = superior
    ? text(superior.vi, `the ${superior.en}`)
    : text('cũng người đó, vì không có cấp trên', 'the same person again, for nobody stands above');
  if (to === 'superior')
    return text(`chuyển việc cho ${above.vi}, thời hạn tính lại từ đầu`, `the task goes to ${above.en}, with a new clock`);
  return text(
    `chuyển việc cho người thay thế (không có thì ${above.vi}), thời hạn tính lại từ đầu`,
    `the task goes to the substitute (without one, to ${above.en}), with a new clock`,
  );
}

/** "once more", "twice more", "3 times more" */
export function timesMore(times: number): string {
  return `${['', 'once', 'twice'][times] ?? `${times} times`} more`;
}

/** What happens when nobody answers until the wait closes. */
export function timeoutWords(policy: TimeoutPolicy, superior: Text | null): Text {
  switch (policy.kind) {
    case 'lapse':
      return LAPSE;
    case 'hand-over':
      return handOverWords(policy.to, superior);
    case 'escalate-again': {
      const { times, everyWorkingDays: every } = policy;
      const then = policy.then === 'lapse' ? LAPSE : handOverWords('superior', superior);
      return text(
        `đôn đốc thêm ${times} lần, cách nhau ${workingDays(every).vi}; vẫn không trả lời thì ${then.vi}`,
        `it is pressed ${timesMore(times)}, ${every === 1 ? 'every working day' : `every ${workingDays(every).en}`}; then ${then.en}`,
      );
    }
    default:
      return assertNever(policy);
  }
}
