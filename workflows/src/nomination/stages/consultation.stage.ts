import { refusalOfTask, type Stage } from './stage.ts';

/** Bodies are asked for their opinion, and objections for an answer: they come in time, or silence counts as the rules say. */
export const consultationStage: Stage = {
  async live(story) {
    const answeredInTime = await story.actedInTime();
    if (!answeredInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
