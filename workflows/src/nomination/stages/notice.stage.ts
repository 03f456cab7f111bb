import { refusalOfTask, type Stage } from './stage.ts';

/** The nomination is before the public: it goes on when the notice is over and everything the public has written is answered. */
export const noticeStage: Stage = {
  async live(story) {
    const heardInTime = await story.actedInTime();
    if (!heardInTime) await story.takeDueStep();
  },
  refusalOf: refusalOfTask,
};
