import type { StageDef, StageKinds } from '../../route/rule-set.ts';
import { appraisalStage } from './appraisal.stage.ts';
import { consultationStage } from './consultation.stage.ts';
import { decisionStage } from './decision.stage.ts';
import { intakeStage } from './intake.stage.ts';
import { noticeStage } from './notice.stage.ts';
import { publicationStage } from './publication.stage.ts';
import { reviewStage } from './review.stage.ts';
import { sessionStage } from './session.stage.ts';
import type { StageRules } from './stage-rules.ts';

/** The registry: a new kind of stage adds its file and one line here. */
const STAGES: { readonly [Kind in keyof StageKinds]: StageRules<Kind> } = {
  intake: intakeStage,
  appraisal: appraisalStage,
  consultation: consultationStage,
  notice: noticeStage,
  review: reviewStage,
  decision: decisionStage,
  session: sessionStage,
  publication: publicationStage,
};

/** The rules of a stage, typed for any kind. */
export function rulesOf(stage: StageDef): StageRules<StageDef['kind']> {
  return STAGES[stage.kind] as StageRules<StageDef['kind']>;
}

export { missingDocuments } from './intake.stage.ts';
export { tally, type SeatChoice } from './review.stage.ts';
export { needsReason, type StageVerdict } from './stage-rules.ts';
