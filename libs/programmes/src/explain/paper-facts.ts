import { exampleNumber, type NumberRule, type PageRules } from '@laurel/domain';
import { counted, joined, plain, text } from '../words/text.ts';
import type { Fact, Telling } from './explanation.ts';
import { levelName } from './stages/index.ts';

/** How decisions are numbered, and what the pages behind mailed links show. */
export function paperFacts(telling: Telling): readonly Fact[] {
  const { decisionNumbers = [], pages = {} } = telling.rules;
  return [...decisionNumbers.map((rule) => numberFact(telling, rule)), ...pageFacts(telling, pages)];
}

function numberFact({ rules, posts }: Telling, rule: NumberRule): Fact {
  const { level, issuer, pattern, perYear } = rule;
  const whose = [...(level === undefined ? [] : [levelName(rules, level)]), ...(issuer === undefined ? [] : [posts.name(issuer)])];
  const of = whose.length === 0 ? plain('') : text(` (${joined(whose, ', ').vi})`, ` (${joined(whose, ', ').en})`);
  const restart = perYear
    ? text('đánh số lại từ đầu mỗi năm', 'numbered afresh each year')
    : text('đánh số liên tục qua các năm', 'numbered on through the years');
  const value = text(
    `${pattern}, ví dụ ${exampleNumber(rule)}; ${restart.vi}`,
    `${pattern}, such as ${exampleNumber(rule)}; ${restart.en}`,
  );
  return {
    id: `decisionNumbers/${level ?? ''}/${issuer ?? ''}`,
    label: text(`Số quyết định${of.vi}`, `Number of decisions${of.en}`),
    value,
  };
}

function pageFacts(
  { posts }: Telling,
  { showEarlierOpinions = true, objectionHours = 72, secretariat = null }: PageRules,
): readonly Fact[] {
  const hours = counted(objectionHours, 'giờ', 'hour');
  const who = secretariat === null ? text('cấp trên của người được hỏi', 'the superior of who was asked') : posts.name(secretariat);
  return [
    {
      id: 'pages/showEarlierOpinions',
      label: text('Ý kiến của các bước trước', 'Earlier opinions'),
      value: showEarlierOpinions
        ? text('người được hỏi xem được', 'shown to who is asked')
        : text('không cho người được hỏi xem', 'not shown to who is asked'),
    },
    {
      id: 'pages/objection',
      label: text('Báo "không phải tôi trả lời"', 'Saying "that was not me"'),
      value: text(`trong ${hours.vi}, ${who.vi} xem xét`, `within ${hours.en}, looked into by ${who.en}`),
    },
  ];
}
