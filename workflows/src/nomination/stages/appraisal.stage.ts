import { refusalOfTask, type Stage } from './stage.ts';

/** One post checks that the nomination may be considered: it answers in time, or is reminded, escalated and timed out. */
export const appraisalStage: Stage = {
  async live(story) {
    const appraisedInTime = await story.actedInTime();
    if (!appraisedInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
