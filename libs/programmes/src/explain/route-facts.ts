import { assertNever, type Route, type RouteFilter, type RuleSet, type Text, type WithdrawUntil } from '@laurel/domain';
import { joined, listed, text } from '../words/text.ts';
import { RECIPIENTS, STREAMS } from './award-facts.ts';
import type { Fact, Telling } from './explanation.ts';
import { levelName, wordsOf } from './stages/index.ts';
import { waitFacts } from './wait-facts.ts';

/** The stages of a route and how long a nominator may withdraw on it. */
export function wayFacts(rules: RuleSet): readonly Fact[] {
  return [
    { id: 'route', label: text('Đường đi', 'Route'), value: wayWords(rules) },
    { id: 'withdrawUntil', label: text('Rút đề nghị', 'Withdrawal'), value: withdrawalWords(rules.withdrawUntil) },
  ];
}

/** One of several routes: whom it is for and where it leads. */
export function routeFacts(rules: RuleSet, route: Route, first: boolean): readonly Fact[] {
  return [
    { id: 'name', label: text('Tên', 'Name'), value: route.name },
    { id: 'for', label: text('Dành cho', 'For'), value: filterWords(rules, route.for, first) },
    ...wayFacts(rules),
  ];
}

function wayWords({ stages, levels }: RuleSet): Text {
  const steps = stages.map((stage) => {
    const [name, level] = [wordsOf(stage).name, levelName({ levels }, stage.level)];
    return text(`${name.vi} (${level.vi})`, `${name.en} (${level.en})`);
  });
  return joined(steps, ' → ');
}

const oneOf = (names: readonly Text[]): Text => listed(names, text('hoặc', 'or'));

/** `thành tích đột xuất; của tập thể` */
export function filterWords(
  { awards }: Pick<RuleSet, 'awards'>,
  { awards: keys, streams, recipientKinds }: RouteFilter,
  first: boolean,
): Text {
  const parts: Text[] = [];
  if (keys) parts.push(oneOf(keys.map((key) => awards.find((award) => award.key === key)?.name ?? text(key, key))));
  if (streams) {
    const names = oneOf(streams.map((stream) => STREAMS[stream]));
    parts.push(text(`thành tích ${names.vi}`, `${names.en} achievements`));
  }
  if (recipientKinds) parts.push(oneOf(recipientKinds.map((kind) => RECIPIENTS[kind])));
  if (parts.length > 0) return joined(parts);
  return first ? text('mọi đề nghị', 'every nomination') : text('mọi đề nghị còn lại', 'every other nomination');
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

const UNCOMPLETED = text('Nếu không bổ sung', 'When it is not completed');

/** How often a dossier comes back, and how long its completion may take. */
export function completionFacts(telling: Telling): readonly Fact[] {
  const { maxReturns, wait } = telling.rules.completion;
  const most =
    maxReturns === 0
      ? text('không trả lại lần nào', 'never')
      : text(`nhiều nhất ${maxReturns} lần`, maxReturns === 1 ? 'at most once' : `at most ${maxReturns} times`);
  return [
    { id: 'maxReturns', label: text('Số lần', 'How often'), value: most },
    {
      id: 'pause',
      label: text('Thời hạn của bước đang xét', 'Clock of the stage'),
      value: text('dừng khi trả lại, chạy tiếp phần còn lại khi bổ sung xong', 'stops at the return, goes on with what was left'),
    },
    ...waitFacts(telling, wait, { kind: 'lapse' }, []).map((fact) => (fact.id === 'silence' ? { ...fact, label: UNCOMPLETED } : fact)),
  ];
}
