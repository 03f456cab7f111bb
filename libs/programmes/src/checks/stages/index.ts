import type { StageDef, StageKinds } from '@laurel/domain';
import { appraisalChecks } from './appraisal.check.ts';
import { consultationChecks } from './consultation.check.ts';
import { decisionChecks } from './decision.check.ts';
import { intakeChecks } from './intake.check.ts';
import { noticeChecks } from './notice.check.ts';
import { publicationChecks } from './publication.check.ts';
import { reviewChecks } from './review.check.ts';
import { sessionChecks } from './session.check.ts';
import type { StageChecks } from './stage-checks.ts';

/** The registry: a new kind of stage adds its file and one line here. */
const STAGES: { readonly [Kind in keyof StageKinds]: StageChecks<Kind> } = {
  intake: intakeChecks,
  appraisal: appraisalChecks,
  consultation: consultationChecks,
  notice: noticeChecks,
  review: reviewChecks,
  decision: decisionChecks,
  session: sessionChecks,
  publication: publicationChecks,
};

/** The checks of a stage, typed for any kind. */
export function checksOf(stage: StageDef): StageChecks<StageDef['kind']> {
  return STAGES[stage.kind] as StageChecks<StageDef['kind']>;
}
