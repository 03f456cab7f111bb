import type { RuleSet, StageDef, Text } from '@laurel/domain';

/** Stages of the case's own route first, then those of every other one. */
const stagesOf = ({ stages, routes }: RuleSet): readonly StageDef[] => [...stages, ...routes.flatMap((route) => route.stages)];

/** What the programme calls a kind of paper; null for one that no intake of it asks for. */
export function paperName(rules: RuleSet, kind: string): Text | null {
  const asked = stagesOf(rules).flatMap((stage) => (stage.kind === 'intake' ? stage.requiredDocuments : []));
  return asked.find((paper) => paper.kind === kind)?.name ?? null;
}

/** The programme's own words for why a nomination is not eligible; null for a rule that every programme has. */
export function ineligibleText(rules: RuleSet, rule: string | null): Text | null {
  const grounds = stagesOf(rules).flatMap((stage) => {
    if (stage.kind === 'intake') return stage.excludedBases;
    return stage.kind === 'appraisal' ? stage.grounds : [];
  });
  return grounds.find((ground) => ground.rule === rule)?.text ?? null;
}
