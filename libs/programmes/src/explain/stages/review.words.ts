import { assertNever, type ReviewerRule, type Text } from '@laurel/domain';
import { postList } from '../../words/posts.ts';
import { text } from '../../words/text.ts';
import { delegationFact, waitFacts } from '../wait-facts.ts';
import { goesOn, refused, returned, silent } from './outcomes.ts';
import type { StageWords } from './stage-words.ts';

function ruleWords(rule: ReviewerRule, seats: number): Text {
  switch (rule.kind) {
    case 'one':
      return seats === 1
        ? text('ý kiến của người này là đủ', 'this one answer decides')
        : text('người trả lời đầu tiên quyết định', 'the first answer decides');
    case 'all':
      return text(`cả ${seats} người đồng ý; một người không đồng ý là không đạt`, `all ${seats} approve; one refusal ends it`);
    case 'k-of-n':
      return text(`ít nhất ${rule.k} trong ${seats} người đồng ý`, `at least ${rule.k} of ${seats} approve`);
    default:
      return assertNever(rule);
  }
}

/** Review by named posts. */
export const reviewWords: StageWords<'review'> = {
  name: text('Xét', 'Review'),
  asked: ({ reviewers }) => reviewers,
  facts: ({ reviewers, rule, wait, timeout, moreTime, allowDelegation }, telling) => [
    { id: 'who', label: text('Ai xét', 'Who reviews'), value: postList(telling.posts, reviewers) },
    { id: 'rule', label: text('Khi nào xong', 'How it is settled'), value: ruleWords(rule, reviewers.length) },
    ...waitFacts(telling, wait, timeout, reviewers, moreTime),
    delegationFact(allowDelegation),
  ],
  outcomes: (stage, { rules }) => [
    goesOn(rules, stage, text('Đồng ý', 'Approved')),
    refused(text('Không đồng ý', 'Refused')),
    ...returned(rules, text('Cần bổ sung', 'Needs completion')),
  ],
  silence: ({ timeout }) => silent(timeout),
};
