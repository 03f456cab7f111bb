import { refusalOfTask, type Stage } from './stage.ts';

/** Named reviewers have the nomination before them: they act in time, or are reminded, escalated and timed out. */
export const reviewStage: Stage = {
  async live(story) {
    const actedInTime = await story.actedInTime();
    if (!actedInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
