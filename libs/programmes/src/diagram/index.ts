import type { Language, RuleSet } from '@laurel/domain';
import { tellingOf } from '../explain/explanation.ts';
import type { PeopleFile } from '../people-file.ts';
import { layOut } from './layout.ts';
import { svgOf } from './svg.ts';

/** The route of a rule set as an SVG document: levels as bands, stages as boxes, outcomes as arrows. */
export function diagramOf(rules: RuleSet, people: PeopleFile, language: Language): string {
  return svgOf(layOut(tellingOf(rules, people), language), language);
}
