import { routesOf, rulesOn, type Language, type RuleSet } from '@laurel/domain';
import { tellingOf } from '../explain/explanation.ts';
import { filterWords } from '../explain/route-facts.ts';
import type { PeopleFile } from '../people-file.ts';
import { text } from '../words/text.ts';
import { layOut } from './layout.ts';
import { svgOf } from './svg.ts';

/**
 * The routes of a rule set as an SVG document, or the one that is named: levels as bands, stages as boxes, outcomes as
 * arrows. Several routes stand below one another.
 */
export function diagramOf(rules: RuleSet, people: PeopleFile, language: Language, only?: string): string {
  if (rules.routes.length === 0) return svgOf([layOut(tellingOf(rules, people), language)], language);
  const pictures = routesOf(rules).flatMap((route, i) => {
    if (only !== undefined && route.key !== only) return [];
    const whom = filterWords(rules, route.for, i === 0);
    const name = text(`${route.name.vi}: ${whom.vi}`, `${route.name.en}: ${whom.en}`);
    return [layOut(tellingOf(rulesOn(rules, route), people), language, name)];
  });
  return svgOf(pictures, language);
}
