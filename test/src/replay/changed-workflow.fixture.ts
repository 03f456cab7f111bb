import type { CouncilSessionInput, CouncilSessionResult, NominationInput, NominationResult } from '@laurel/contracts';
import { councilSessionWorkflow as unchangedSession, nominationWorkflow as unchanged } from '@laurel/workflows';

/** A change that running nominations do not survive: it waits a second before it begins. The replay must catch it. */
export async function nominationWorkflow(input: NominationInput): Promise<NominationResult> {
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  return unchanged(input);
}

/** The same for sessions. */
export async function councilSessionWorkflow(input: CouncilSessionInput): Promise<CouncilSessionResult> {
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  return unchangedSession(input);
}
