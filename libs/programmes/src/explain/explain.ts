import { routesOf, rulesOn, type Route, type RuleSet, type StageDef, type Text } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import { both, joined, text } from '../words/text.ts';
import { awardFacts } from './award-facts.ts';
import { complaintFacts, groundFacts } from './complaint-facts.ts';
import { generalFacts, levelFacts } from './general-facts.ts';
import { tellingOf, type Explanation, type Fact, type Section, type Telling } from './explanation.ts';
import { paperFacts } from './paper-facts.ts';
import { completionFacts, routeFacts, wayFacts } from './route-facts.ts';
import { councilFacts, levelName, wordsOf } from './stages/index.ts';

/** A rule set in plain words, as a council's secretary reads it: every rule of the file is in one of the facts. */
export function explain(rules: RuleSet, people: PeopleFile): Explanation {
  const telling = tellingOf(rules, people);
  const routes = routesOf(rules);
  const several = rules.routes.length > 0;
  return {
    programme: rules.programme,
    version: rules.version,
    name: rules.name,
    sections: [
      section('general', text('Chung', 'In general'), [...generalFacts(rules), ...(several ? [] : wayFacts(rules))]),
      section('levels', text('Các cấp', 'Levels'), levelFacts(rules)),
      ...rules.councils.map((council) => section(`councils/${council.key}`, council.name, councilFacts(telling, council), council.key)),
      section('awards', text('Danh hiệu', 'Awards'), awardFacts(telling)),
      section('papers', text('Giấy tờ và trang trả lời', 'Papers and pages'), paperFacts(telling)),
      ...complaintSections(telling),
      ...routes.flatMap((route, i) => routeSections(tellingOf(rulesOn(rules, route), people), route, several ? i : null)),
    ],
  };
}

function complaintSections(telling: Telling): readonly Section[] {
  const { complaint, revocation } = telling.rules;
  return [
    ...(complaint ? [section('complaint', text('Khiếu nại', 'Complaints'), complaintFacts(telling, complaint))] : []),
    ...(revocation ? [section('revocation', text('Thu hồi', 'Revocation'), groundFacts(revocation.grounds))] : []),
  ];
}

function section(id: string, title: Text, facts: readonly Fact[], key?: string): Section {
  return { id, ...(key !== undefined && { key }), title, facts: facts.map((fact) => ({ ...fact, id: `${id}/${fact.id}` })) };
}

/** A route's own sections; `position` is null where it is the only one. Rules of `standard` keep their places beside new routes. */
function routeSections(telling: Telling, route: Route, position: number | null): readonly Section[] {
  const { rules } = telling;
  const prefix = route.key === 'standard' ? '' : `routes/${route.key}/`;
  const titled = (title: Text): Text =>
    position === null ? title : text(`${route.name.vi}: ${title.vi}`, `${route.name.en}: ${title.en}`);
  const heading = text(`Đường đi: ${route.name.vi}`, `Route: ${route.name.en}`);
  return [
    ...(position === null ? [] : [section(`routes/${route.key}`, heading, routeFacts(rules, route, position === 0), route.key)]),
    ...rules.stages.map((stage, i) =>
      section(`${prefix}stages/${stage.key}`, titled(stageTitle(rules, stage, i)), stageFacts(telling, stage), stage.key),
    ),
    section(`${prefix}completion`, titled(text('Trả lại để bổ sung', 'Return for completion')), completionFacts(telling)),
  ];
}

function stageTitle(rules: RuleSet, stage: StageDef, index: number): Text {
  const [name, level] = [wordsOf(stage).name, levelName(rules, stage.level)];
  return text(`Bước ${index + 1}. ${name.vi}, ${level.vi}`, `Stage ${index + 1}. ${name.en}, ${level.en}`);
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
