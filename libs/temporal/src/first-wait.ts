import type { Client, WorkflowHandle } from '@temporalio/client';
import { GET_STANDING_QUERY, nominationWorkflowId, WAKE_UPDATE, type NominationInput, type Standing } from '@laurel/contracts';
import { decoded } from './payloads.ts';
import { isNotYet } from './server-answers.ts';

// A workflow that was started where its nomination stands begins with its first act or instant. Until then the server keeps
// signals for later, and nobody answers a query.

/** Longer than an idle worker takes to begin. */
const BEGINS_WITHIN_MS = 1_000;
/** The first events, among which a workflow that has begun has its first task. */
const FIRST_EVENTS = 20;

/**
 * Begins a workflow that may still wait for its first act or instant; one that has begun has one task more, no harm. Where no worker
 * begins it in time, the server has its task and gives it to the next that asks. Throws while the server cannot be reached.
 */
export async function begin(client: Client, handle: WorkflowHandle, actId: string): Promise<void> {
  const { executionTime } = await handle.describe();
  if (!executionTime || executionTime.getTime() <= Date.now()) return;
  const wake = (): Promise<unknown> => handle.executeUpdate(WAKE_UPDATE, { updateId: `wake-${actId}` });
  await client.withDeadline(Date.now() + BEGINS_WITHIN_MS, wake).catch(() => undefined);
}

/** Where the workflow itself says that it stands. Throws when no worker answers in time, or the server cannot be reached. */
export function standingOf(client: Client, nominationId: string, withinMs: number): Promise<Standing | null> {
  const handle = client.workflow.getHandle(nominationWorkflowId(nominationId));
  return client.withDeadline(Date.now() + withinMs, async () => {
    try {
      return await handle.query<Standing | null>(GET_STANDING_QUERY);
    } catch (error) {
      const input = isNotYet(error) ? await inputOfWaiting(client, handle.workflowId) : null;
      if (!input) throw error;
      return input.standing ?? null;
    }
  });
}

/** What a workflow was started with that has not begun yet; null for one that has. */
async function inputOfWaiting(client: Client, workflowId: string): Promise<NominationInput | null> {
  const { namespace, loadedDataConverter } = client.options;
  const execution = { workflowId };
  const { history } = await client.workflowService.getWorkflowExecutionHistory({ namespace, execution, maximumPageSize: FIRST_EVENTS });
  const [started, ...others] = history?.events ?? [];
  if (others.some((event) => event.workflowTaskScheduledEventAttributes)) return null;
  return decoded(loadedDataConverter, started?.workflowExecutionStartedEventAttributes?.input?.payloads);
}
