import { refusalOfTask, type Stage } from './stage.ts';

/** The level's authority has the nomination before it: it decides in time, or is reminded, escalated and timed out. */
export const decisionStage: Stage = {
  async live(story) {
    const decidedInTime = await story.actedInTime();
    if (!decidedInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
