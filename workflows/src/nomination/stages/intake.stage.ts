import type { Stage } from './stage.ts';

/** Intake needs nobody: receiving checks the dossier and goes on, so a standing in intake is received again. */
export const intakeStage: Stage = {
  live: (story) => story.receive(),
  refusalOf: () => 'ALREADY_DECIDED',
};
