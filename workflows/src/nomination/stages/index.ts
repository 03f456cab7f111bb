import type { Standing } from '@laurel/contracts';
import type { NominationStory } from '../nomination-story.ts';
import { appraisalStage } from './appraisal.stage.ts';
import { complaintStage } from './complaint.stage.ts';
import { completionStage } from './completion.stage.ts';
import { consultationStage } from './consultation.stage.ts';
import { decisionStage } from './decision.stage.ts';
import { intakeStage } from './intake.stage.ts';
import { noticeStage } from './notice.stage.ts';
import { publicationStage } from './publication.stage.ts';
import { reviewStage } from './review.stage.ts';
import { sessionStage } from './session.stage.ts';
import type { Stage } from './stage.ts';

const ended: Stage = { live: () => Promise.resolve(), refusalOf: () => 'ALREADY_DECIDED' };

/** The registry: a new kind of stage adds its file and one line here. */
const STAGES: { readonly [Kind in Standing['stage']]: Stage } = {
  intake: intakeStage,
  completion: completionStage,
  appraisal: appraisalStage,
  consultation: consultationStage,
  notice: noticeStage,
  review: reviewStage,
  decision: decisionStage,
  session: sessionStage,
  publication: publicationStage,
  complaint: complaintStage,
  ended,
};

/** How the nomination lives where it stands. */
export function stageOf(story: NominationStory): Stage {
  return STAGES[story.standing?.stage ?? 'intake'];
}
