import type { StageDef, StageKinds } from '../../route/rule-set.ts';
import { decisionStage } from './decision.stage.ts';
import { intakeStage } from './intake.stage.ts';
import { publicationStage } from './publication.stage.ts';
import { reviewStage } from './review.stage.ts';
import type { StageRules } from './stage-rules.ts';

/** The registry: a new kind of stage adds its file and one line here. */
const STAGES: { readonly [Kind in keyof StageKinds]: StageRules<Kind> } = {
  intake: intakeStage,
  review: reviewStage,
  decision: decisionStage,
  publication: publicationStage,
};

/** The rules of a stage, typed for any kind. */
export function rulesOf(stage: StageDef): StageRules<StageDef['kind']> {
  return STAGES[stage.kind] as StageRules<StageDef['kind']>;
}

export { missingDocuments } from './intake.stage.ts';
export { tally, type SeatChoice } from './review.stage.ts';
export { needsReason, type StageVerdict } from './stage-rules.ts';
