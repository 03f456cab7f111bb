import { patched } from '@temporalio/workflow';
import type { NominationInput, NominationResult } from '@laurel/contracts';
import { nominationWorkflow as before } from './upgraded-once.fixture.ts';

export { councilSessionWorkflow } from '../council-session/council-session.workflow.ts';

/** The workflow after one upgrade more. */
export async function nominationWorkflow(input: NominationInput): Promise<NominationResult> {
  patched('second-upgrade');
  return before(input);
}
