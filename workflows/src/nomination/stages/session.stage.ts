import type { Stage } from './stage.ts';

/** The nomination is on its way to a council's session, or before it: only the session's outcome or another act moves it. */
export const sessionStage: Stage = {
  async live(story) {
    await story.actedInTime();
  },
  refusalOf: () => 'ALREADY_DECIDED',
};
