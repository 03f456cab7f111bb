import type { RuleSet, StageDef, Text } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import { both, joined, text } from '../words/text.ts';
import { awardFacts, completionFacts, generalFacts, levelFacts } from './general-facts.ts';
import { tellingOf, type Explanation, type Fact, type Section, type Telling } from './explanation.ts';
import { levelName, wordsOf } from './stages/index.ts';

/** A rule set in plain words, as a council's secretary reads it: every rule of the file is in one of the facts. */
export function explain(rules: RuleSet, people: PeopleFile): Explanation {
  const telling = tellingOf(rules, people);
  const section = (id: string, title: Text, facts: readonly Fact[]): Section => ({
    id,
    title,
    facts: facts.map((fact) => ({ ...fact, id: `${id}/${fact.id}` })),
  });
  return {
    programme: rules.programme,
    version: rules.version,
    name: rules.name,
    sections: [
      section('general', text('Chung', 'In general'), generalFacts(rules)),
      section('levels', text('Các cấp', 'Levels'), levelFacts(rules)),
      section('awards', text('Danh hiệu', 'Awards'), awardFacts(telling)),
      ...rules.stages.map((stage, i) => section(`stages/${stage.key}`, stageTitle(rules, stage, i), stageFacts(telling, stage))),
      section('completion', text('Trả lại để bổ sung', 'Return for completion'), completionFacts(telling)),
    ],
  };
}

function stageTitle(rules: RuleSet, stage: StageDef, index: number): Text {
  const [name, level] = [wordsOf(stage).name, levelName(rules, stage.level)];
  return text(`Bước ${index + 1}. ${name.vi}, ${level.vi} (${stage.key})`, `Stage ${index + 1}. ${name.en}, ${level.en} (${stage.key})`);
}

function stageFacts(telling: Telling, stage: StageDef): readonly Fact[] {
  const words = wordsOf(stage);
  return [...words.facts(stage, telling), ...outcomeFacts(telling, stage)];
}

function outcomeFacts(telling: Telling, stage: StageDef): readonly Fact[] {
  const outcomes = wordsOf(stage).outcomes(stage, telling);
  if (outcomes.length === 0) return [];
  const said = outcomes.map(({ when, then }) => both((language) => `${when[language].toLowerCase()} → ${then[language]}`));
  return [{ id: 'outcomes', label: text('Kết quả', 'Outcomes'), value: joined(said) }];
}
