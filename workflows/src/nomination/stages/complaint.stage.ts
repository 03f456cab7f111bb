import { refusalOfTask, type Stage } from './stage.ts';

/** A complaint about the result is being heard: its handler answers in time, or is reminded, escalated and replaced. */
export const complaintStage: Stage = {
  async live(story) {
    const answeredInTime = await story.actedInTime();
    if (!answeredInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
