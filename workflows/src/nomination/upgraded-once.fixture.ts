import { patched } from '@temporalio/workflow';
import type { NominationInput, NominationResult } from '@laurel/contracts';
import { nominationWorkflow as before } from './nomination.workflow.ts';

export { councilSessionWorkflow } from '../council-session/council-session.workflow.ts';

/** The workflow after an upgrade: what begins from now on says so in its history, what runs already goes on as it was. */
export async function nominationWorkflow(input: NominationInput): Promise<NominationResult> {
  patched('first-upgrade');
  return before(input);
}
