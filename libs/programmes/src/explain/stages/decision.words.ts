import type { DecisionStage, RuleSet, Text } from '@laurel/domain';
import { text } from '../../words/text.ts';
import { delegationFact, waitFacts } from '../wait-facts.ts';
import { awardName, goesUp, refused, returned, silent } from './outcomes.ts';
import type { StageOutcome, StageWords } from './stage-words.ts';

/** Inside an exclusion group an authority awards or refers up, outside it may do both. */
function mayDoBoth({ award, mayReferUp }: DecisionStage, rules: RuleSet): boolean {
  return mayReferUp && rules.awards.find(({ key }) => key === award)?.exclusionGroup === null;
}

function referWords(stage: DecisionStage, rules: RuleSet): Text {
  if (!stage.mayReferUp) return text('không, đây là cấp cuối', 'no, this is the last level');
  if (stage.award === 'proposed' && !placesOfAwards(stage, rules).here)
    return text('có, cấp này không tặng danh hiệu được đề nghị', 'yes, the proposed award is not of this level');
  if (stage.award === 'proposed')
    return text('có, khi danh hiệu được đề nghị thuộc cấp trên', 'yes, where the proposed award is of a higher level');
  return mayDoBoth(stage, rules)
    ? text('có, kể cả khi đã tặng ở cấp này', 'yes, also after awarding here')
    : text('có, thay cho tặng ở cấp này', 'yes, instead of awarding here');
}

/** Whether awards that this route leads to belong to the stage's level, and whether any belong to a higher one. */
function placesOfAwards(
  { level }: DecisionStage,
  { awards, levels, routes, stages }: RuleSet,
): { readonly here: boolean; readonly above: boolean } {
  const keys = routes.find((route) => route.stages === stages)?.for.awards;
  const heights = awards
    .filter(({ key }) => keys?.includes(key) ?? true)
    .map((award) => levels.findIndex(({ key }) => key === award.level));
  const own = levels.findIndex(({ key }) => key === level);
  return { here: heights.includes(own), above: heights.some((height) => height > own) };
}

/** On the proposed award, the level that it belongs to gives it and every level below only endorses it. */
function waysOfProposed(stage: DecisionStage, rules: RuleSet): readonly StageOutcome[] {
  const award = (when: Text): StageOutcome => ({ leads: 'award', when, then: awardName(rules, stage.award) });
  const { here, above } = placesOfAwards(stage, rules);
  if (!stage.mayReferUp || !above) return [award(AWARDED_HERE)];
  if (!here) return [goesUp(rules, stage, text('Đồng ý', 'Endorsed'))];
  return [
    goesUp(rules, stage, text('Đồng ý, khi danh hiệu thuộc cấp trên', 'Endorsed, where the award is of a higher level')),
    award(text('Tặng, khi danh hiệu thuộc cấp này', 'Awarded, where the award is of this level')),
  ];
}

const AWARDED_HERE = text('Tặng tại đây', 'Awarded here');

function waysUp(stage: DecisionStage, rules: RuleSet): readonly StageOutcome[] {
  if (!stage.mayReferUp) return [];
  const up = goesUp(rules, stage, text('Xứng đáng cấp cao hơn', 'Worthy of a higher level'));
  return mayDoBoth(stage, rules)
    ? [up, goesUp(rules, stage, text('Tặng và xứng đáng cấp cao hơn', 'Awarded, and worthy of a higher level'))]
    : [up];
}

/** The level's authority decides. */
export const decisionWords: StageWords<'decision'> = {
  name: text('Quyết định', 'Decision'),
  asked: ({ authority }) => [authority],
  facts: (stage, telling) => [
    { id: 'who', label: text('Ai quyết định', 'Who decides'), value: telling.posts.name(stage.authority) },
    { id: 'award', label: text('Danh hiệu', 'Award'), value: awardName(telling.rules, stage.award) },
    { id: 'mayReferUp', label: text('Trình lên cấp trên', 'Referring up'), value: referWords(stage, telling.rules) },
    ...waitFacts(telling, stage.wait, stage.timeout, [stage.authority], stage.moreTime),
    delegationFact(stage.allowDelegation),
  ],
  outcomes: (stage, { rules }) => {
    const award = awardName(rules, stage.award);
    const grants: readonly StageOutcome[] =
      stage.award === 'proposed'
        ? waysOfProposed(stage, rules)
        : [...waysUp(stage, rules), { leads: 'award', when: AWARDED_HERE, then: award }];
    return [...grants, refused(text('Không đồng ý', 'Refused')), ...returned(rules, text('Cần bổ sung', 'Needs completion'))];
  },
  silence: ({ timeout }) => silent(timeout),
};
