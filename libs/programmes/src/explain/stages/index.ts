import type { StageDef, StageKinds } from '@laurel/domain';
import { appraisalWords } from './appraisal.words.ts';
import { consultationWords } from './consultation.words.ts';
import { decisionWords } from './decision.words.ts';
import { intakeWords } from './intake.words.ts';
import { noticeWords } from './notice.words.ts';
import { publicationWords } from './publication.words.ts';
import { reviewWords } from './review.words.ts';
import { sessionWords } from './session.words.ts';
import type { StageWords } from './stage-words.ts';

/** The registry: a new kind of stage adds its file and one line here. */
const STAGES: { readonly [Kind in keyof StageKinds]: StageWords<Kind> } = {
  intake: intakeWords,
  appraisal: appraisalWords,
  consultation: consultationWords,
  notice: noticeWords,
  review: reviewWords,
  decision: decisionWords,
  session: sessionWords,
  publication: publicationWords,
};

/** The words of a stage, typed for any kind. */
export function wordsOf(stage: StageDef): StageWords<StageDef['kind']> {
  return STAGES[stage.kind] as StageWords<StageDef['kind']>;
}

export { levelName } from './outcomes.ts';
export { councilFacts } from './session.words.ts';
export type { Leads, StageOutcome } from './stage-words.ts';
