import type { Stage } from './stage.ts';

/** The dossier is back with its nominator: it is completed in time, or lapses. Nobody can decide it meanwhile. */
export const completionStage: Stage = {
  async live(story) {
    const completedInTime = await story.actedInTime();
    if (!completedInTime) await story.takeDueStep();
  },
  refusalOf: () => 'ALREADY_DECIDED',
};
