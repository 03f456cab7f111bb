import { NOT_ASKED, WAIT, type StageRules } from './stage-rules.ts';

/** Nobody is asked: the workflow publishes as soon as no hold forbids it. */
export const publicationStage: StageRules<'publication'> = {
  open: () => WAIT,
  decide: () => NOT_ASKED,
};
