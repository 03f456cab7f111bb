import type { Level, RuleSet, Text, WorkingCalendar } from '@laurel/domain';
import { writtenDate } from '../words/dates.ts';
import { joined, plain, text } from '../words/text.ts';
import type { Fact } from './explanation.ts';

/** What holds for the whole programme, on every route. */
export function generalFacts(rules: RuleSet): readonly Fact[] {
  return [
    { id: 'name', label: text('Tên', 'Name'), value: rules.name },
    { id: 'validity', label: text('Hiệu lực', 'Valid'), value: validityWords(rules) },
    { id: 'source', label: text('Căn cứ', 'Source'), value: plain(rules.source) },
    { id: 'calendar', label: text('Lịch làm việc', 'Working calendar'), value: calendarWords(rules.calendar) },
  ];
}

function validityWords({ validFrom, validTo }: RuleSet): Text {
  const from = writtenDate(validFrom);
  if (validTo === null) return text(`từ ${from.vi}, đến khi có phiên bản mới`, `from ${from.en}, until further notice`);
  const to = writtenDate(validTo);
  return text(`từ ${from.vi} đến hết ${to.vi}`, `from ${from.en} to ${to.en}`);
}

/** `viet-nam, phiên bản 2026.1; …` */
export function calendarWords({ id, version, covered, provisionalYears = [], office }: WorkingCalendar): Text {
  const { dayOpens, dayCloses, mailAt } = office;
  const parts = [
    text(`${id}, phiên bản ${version}`, `${id}, version ${version}`),
    text(`cơ quan làm việc ${dayOpens}-${dayCloses}, thư gửi lúc ${mailAt}`, `office open ${dayOpens}-${dayCloses}, mail at ${mailAt}`),
    covered === 'all'
      ? text('dùng cho mọi năm', 'for every year')
      : text(`có ngày nghỉ các năm ${covered.from}-${covered.to}`, `knows the holidays of ${covered.from}-${covered.to}`),
  ];
  const years = provisionalYears.join(', ');
  if (provisionalYears.length > 0) parts.push(text(`năm ${years} mới là dự kiến`, `${years} still provisional`));
  return joined(parts);
}

/** The levels from low to high, and which of them award. */
export function levelFacts({ levels }: RuleSet): readonly Fact[] {
  const order = joined(
    levels.map(({ name }) => name),
    ' → ',
  );
  return [{ id: 'order', label: text('Từ thấp lên cao', 'From low to high'), value: order }, ...levels.map(levelFact)];
}

function levelFact({ key, name, awards, requireCode = false }: Level): Fact {
  const does = awards
    ? text('xét và tặng', 'reviews and awards')
    : text('chỉ xét và trình lên, không tặng', 'only endorses, awards nothing');
  const code = text('; người trả lời nhập mã gửi qua thư trước khi xem', '; who answers enters a mailed code first');
  const value = requireCode ? text(`${does.vi}${code.vi}`, `${does.en}${code.en}`) : does;
  return { id: key, label: name, value };
}
