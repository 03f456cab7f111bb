import { text } from '../../words/text.ts';
import type { Fact } from '../explanation.ts';
import { delegationFact, waitFacts } from '../wait-facts.ts';
import { goesOn, returned, silent } from './outcomes.ts';
import type { StageWords } from './stage-words.ts';

/** One post checks that the nomination may be considered at all. */
export const appraisalWords: StageWords<'appraisal'> = {
  name: text('Thẩm định', 'Appraisal'),
  asked: ({ appraiser }) => [appraiser],
  facts: ({ appraiser, grounds, wait, timeout, moreTime, allowDelegation }, telling) => [
    { id: 'who', label: text('Ai thẩm định', 'Who appraises'), value: telling.posts.name(appraiser) },
    ...grounds.map(({ rule, text: said }): Fact => ({
      id: `grounds/${rule}`,
      key: rule,
      label: text('Không đủ điều kiện', 'Ineligible'),
      value: said,
    })),
    ...waitFacts(telling, wait, timeout, [appraiser], moreTime),
    delegationFact(allowDelegation),
  ],
  outcomes: (stage, { rules }) => [
    goesOn(rules, stage, text('Đủ điều kiện', 'Eligible')),
    {
      leads: 'end',
      when: text('Không đủ điều kiện', 'Ineligible'),
      then: text('nêu rõ căn cứ, báo đơn vị đề nghị, khép hồ sơ', 'the rule is named, the nominator is told, the case ends'),
    },
    ...returned(rules, text('Cần bổ sung', 'Needs completion')),
  ],
  silence: ({ timeout }) => silent(timeout),
};
