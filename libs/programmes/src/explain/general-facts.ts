import { assertNever, type AwardType, type Level, type RecipientKind, type RuleSet, type Text, type WithdrawUntil, type WorkingCalendar } from '@laurel/domain';
import { writtenDate } from '../words/dates.ts';
import { inSentence, joined, listed, plain, text } from '../words/text.ts';
import type { Fact, Telling } from './explanation.ts';
import { levelName, wordsOf } from './stages/index.ts';
import { waitFacts } from './wait-facts.ts';

const RECIPIENTS: Readonly<Record<RecipientKind, Text>> = {
  individual: text('cá nhân', 'individuals'),
  collective: text('tập thể', 'collectives'),
  household: text('hộ gia đình', 'households'),
};

/** What holds for the whole programme. */
export function generalFacts(rules: RuleSet): readonly Fact[] {
  return [
    { id: 'name', label: text('Tên', 'Name'), value: rules.name },
    { id: 'validity', label: text('Hiệu lực', 'Valid'), value: validityWords(rules) },
    { id: 'source', label: text('Căn cứ', 'Source'), value: plain(rules.source) },
    { id: 'calendar', label: text('Lịch làm việc', 'Working calendar'), value: calendarWords(rules.calendar) },
    { id: 'route', label: text('Đường đi', 'Route'), value: routeWords(rules) },
    { id: 'withdrawUntil', label: text('Rút đề nghị', 'Withdrawal'), value: withdrawalWords(rules.withdrawUntil) },
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

function routeWords(rules: RuleSet): Text {
  const steps = rules.stages.map((stage) => {
    const [name, level] = [wordsOf(stage).name, levelName(rules, stage.level)];
    return text(`${name.vi} (${level.vi})`, `${name.en} (${level.en})`);
  });
  return joined(steps, ' → ');
}

function withdrawalWords(until: WithdrawUntil): Text {
  switch (until) {
    case 'decided':
      return text('đơn vị đề nghị được rút cho đến khi có quyết định', 'the nominator may withdraw until the decision');
    case 'final-level':
      return text('đơn vị đề nghị được rút cho đến khi hồ sơ lên cấp cuối', 'the nominator may withdraw until the last level is reached');
    default:
      return assertNever(until);
  }
}

/** The levels from low to high, and which of them award. */
export function levelFacts({ levels }: RuleSet): readonly Fact[] {
  const order = joined(levels.map(({ name }) => name), ' → ');
  return [{ id: 'order', label: text('Từ thấp lên cao', 'From low to high'), value: order }, ...levels.map(levelFact)];
}

function levelFact({ key, name, awards }: Level): Fact {
  const value = awards ? text('xét và tặng', 'reviews and awards') : text('chỉ xét và trình lên, không tặng', 'only endorses, awards nothing');
  return { id: key, label: name, value };
}

/** Each award: who signs, at which level, for whom; and which of them exclude one another. */
export function awardFacts({ rules, posts }: Telling): readonly Fact[] {
  const awards = rules.awards.map(({ key, name, level, issuer, recipientKinds }: AwardType): Fact => {
    const kinds = listed(recipientKinds.map((kind) => RECIPIENTS[kind]), text('hoặc', 'or'));
    const [at, signer] = [levelName(rules, level), posts.name(issuer)];
    return { id: key, label: name, value: text(`${at.vi} tặng, ${signer.vi} ký; cho ${kinds.vi}`, `awarded at level ${at.en}, signed by the ${signer.en}; for ${kinds.en}`) };
  });
  return [...awards, ...rules.exclusionGroups.map((group) => exclusionFact(rules, group))];
}

function exclusionFact({ awards }: RuleSet, group: string): Fact {
  const names = awards.filter(({ exclusionGroup }) => exclusionGroup === group).map(({ name }) => inSentence(name));
  const all = names.length === 0 ? text('(chưa có danh hiệu nào)', '(no award yet)') : joined(names);
  const value = text(`mỗi thành tích chỉ được tặng một trong: ${all.vi}`, `one achievement yields at most one of: ${all.en}`);
  return { id: `exclusion/${group}`, label: text(`Không tặng trùng (nhóm ${group})`, `One award per achievement (group ${group})`), value };
}

const UNCOMPLETED = text('Nếu không bổ sung', 'When it is not completed');

/** How often a dossier comes back, and how long its completion may take. */
export function completionFacts(telling: Telling): readonly Fact[] {
  const { maxReturns, wait } = telling.rules.completion;
  const most = maxReturns === 0 ? text('không trả lại lần nào', 'never') : text(`nhiều nhất ${maxReturns} lần`, maxReturns === 1 ? 'at most once' : `at most ${maxReturns} times`);
  return [
    { id: 'maxReturns', label: text('Số lần', 'How often'), value: most },
    { id: 'pause', label: text('Thời hạn của bước đang xét', 'Clock of the stage'), value: text('dừng khi trả lại, chạy tiếp phần còn lại khi bổ sung xong', 'stops at the return, goes on with what was left') },
    ...waitFacts(telling, wait, { kind: 'lapse' }, []).map((fact) => (fact.id === 'silence' ? { ...fact, label: UNCOMPLETED } : fact)),
  ];
}
