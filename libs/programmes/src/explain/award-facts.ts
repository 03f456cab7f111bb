import {
  assertNever,
  type AwardCap,
  type AwardType,
  type Prerequisite,
  type RecipientKind,
  type RuleSet,
  type Stream,
  type Text,
} from '@laurel/domain';
import { counted, inSentence, joined, listed, plain, text } from '../words/text.ts';
import type { Fact, Telling } from './explanation.ts';
import { levelName } from './stages/index.ts';

export const RECIPIENTS: Readonly<Record<RecipientKind, Text>> = {
  individual: text('cá nhân', 'individuals'),
  collective: text('tập thể', 'collectives'),
  household: text('hộ gia đình', 'households'),
};

export const STREAMS: Readonly<Record<Stream, Text>> = {
  regular: text('thường xuyên', 'regular'),
  campaign: text('theo đợt', 'campaign'),
  thematic: text('chuyên đề', 'thematic'),
  'ad-hoc': text('đột xuất', 'ad-hoc'),
};

/** Each award: who signs, at which level, for whom, how often; and which of them exclude one another. */
export function awardFacts(telling: Telling): readonly Fact[] {
  const { rules } = telling;
  return [
    ...rules.awards.flatMap((award) => [issueFact(telling, award), ...policyFacts(rules, award)]),
    ...rules.exclusionGroups.map((group) => exclusionFact(rules, group)),
  ];
}

function issueFact({ rules, posts }: Telling, { key, name, level, issuer, recipientKinds }: AwardType): Fact {
  const kinds = listed(
    recipientKinds.map((kind) => RECIPIENTS[kind]),
    text('hoặc', 'or'),
  );
  const [at, signer] = [levelName(rules, level), posts.name(issuer)];
  return {
    id: key,
    label: name,
    value: text(
      `${at.vi} tặng, ${signer.vi} ký; cho ${kinds.vi}`,
      `awarded at level ${at.en}, signed by the ${signer.en}; for ${kinds.en}`,
    ),
  };
}

/** What is not freely given: each condition is a fact of its own. */
function policyFacts(rules: RuleSet, award: AwardType): readonly Fact[] {
  const fact = (id: string, label: Text, value: Text | null): readonly Fact[] =>
    value === null
      ? []
      : [{ id: `${award.key}/${id}`, label: text(`${award.name.vi}, ${label.vi}`, `${award.name.en}, ${label.en}`), value }];
  return [
    ...fact('repeat', text('số lần', 'how often'), repeatWords(award)),
    ...fact('posthumous', text('truy tặng', 'after death'), award.posthumous ? text('được truy tặng', 'may be given after death') : null),
    ...award.prerequisites.flatMap((needed) =>
      fact(`prerequisites/${needed.award}`, text('điều kiện', 'condition'), prerequisiteWords(rules, needed)),
    ),
    ...fact('cap', text('giới hạn', 'limit'), capWords(rules, award)),
    ...fact('bonusMultiple', text('tiền thưởng', 'money'), award.bonusMultiple === undefined ? null : bonusWords(award.bonusMultiple)),
    ...fact('form', text('hiện vật', 'what is handed over'), award.form ?? null),
  ];
}

function repeatWords({ repeat, period = 'year' }: AwardType): Text | null {
  switch (repeat) {
    case 'unlimited':
      return null;
    case 'once-per-period':
      return period === 'year'
        ? text('mỗi năm nhiều nhất một lần cho một đối tượng', 'at most once a year for one nominee')
        : text('mỗi đợt nhiều nhất một lần cho một đối tượng', 'at most once a campaign for one nominee');
    case 'once-in-a-lifetime':
      return text('một lần trong đời', 'once in a lifetime');
    default:
      return assertNever(repeat);
  }
}

function prerequisiteWords(rules: RuleSet, { award, programme, times, consecutive }: Prerequisite): Text {
  const known = programme === undefined || programme === rules.programme ? rules.awards.find(({ key }) => key === award) : undefined;
  const place = programme === undefined ? plain('') : text(` của chương trình ${programme}`, ` of programme ${programme}`);
  const name = known?.name ?? plain(award);
  const often = counted(times, 'lần', 'time');
  const running =
    consecutive === null
      ? plain('')
      : text(`, ${times} năm liên tục, tính cả năm xét`, `, ${times} years running, the year considered included`);
  return text(
    `đã được tặng "${name.vi}"${place.vi} ít nhất ${often.vi}${running.vi}`,
    `holds "${name.en}"${place.en} at least ${often.en}${running.en}`,
  );
}

function capWords(rules: RuleSet, { cap }: AwardType): Text | null {
  if (cap === null) return null;
  const span = cap.period === 'year' ? text('một năm', 'a year') : text('một đợt', 'a campaign');
  const full =
    cap.whenFull === 'refuse'
      ? text('đủ rồi thì không nhận thêm', 'what is filed after that is refused')
      : text('đủ rồi thì chờ đến khi còn chỗ', 'what comes after that waits for a place');
  const many = cap.of === undefined ? text(`${cap.max ?? 0} ${span.vi}`, `${cap.max ?? 0} ${span.en}`) : shareWords(rules, cap);
  return cap.scope === 'programme'
    ? text(
        `cả chương trình nhiều nhất ${many.vi}; ${full.vi}`,
        `at most ${many.en}${cap.of === undefined ? '' : ','} in the whole programme; ${full.en}`,
      )
    : text(
        `mỗi đơn vị nhiều nhất ${many.vi}; ${full.vi}`,
        `at most ${many.en}${cap.of === undefined ? '' : ','} for each unit; ${full.en}`,
      );
}

/** `15 % số "Giấy khen" được tặng trong cùng năm, làm tròn xuống` */
function shareWords({ awards }: RuleSet, { period, percent = 0, of = '' }: AwardCap): Text {
  const name = awards.find(({ key }) => key === of)?.name ?? plain(of);
  const span = period === 'year' ? text('trong cùng năm', 'in the same year') : text('trong cùng đợt', 'in the same campaign');
  return text(
    `${percent} % số "${name.vi}" được tặng ${span.vi}, làm tròn xuống`,
    `${percent}% of the "${name.en}" given ${span.en}, rounded down`,
  );
}

function bonusWords(multiple: string): Text {
  return text(`${multiple.replace('.', ',')} lần mức lương cơ sở`, `${multiple} × the base salary`);
}

function exclusionFact({ awards }: RuleSet, group: string): Fact {
  const names = awards.filter(({ exclusionGroup }) => exclusionGroup === group).map(({ name }) => inSentence(name));
  const all = names.length === 0 ? text('(chưa có danh hiệu nào)', '(no award yet)') : joined(names);
  const value = text(`mỗi thành tích chỉ được tặng một trong: ${all.vi}`, `one achievement yields at most one of: ${all.en}`);
  return { id: `exclusion/${group}`, key: group, label: text('Không tặng trùng', 'One award per achievement'), value };
}
