import type { Stage } from './stage.ts';

/** Everything is decided: the result is published at once, unless a hold forbids it until it is lifted. */
export const publicationStage: Stage = {
  async live(story) {
    if (story.standing?.held) await story.actedInTime();
    await story.takeDueStep();
  },
  refusalOf: () => 'ALREADY_DECIDED',
};
