import { Worker } from '@temporalio/worker';
import type { RecordedHistory } from './nomination-inspector.ts';

/** A history that the code of today would not have written. */
export interface ReplayFailure {
  readonly workflowId: string;
  readonly reason: string;
}

/** Replays histories on a workflow bundle; answers those that do not fit. Needs no server. */
export async function replayHistories(workflowBundle: string, histories: readonly RecordedHistory[]): Promise<readonly ReplayFailure[]> {
  const failures: ReplayFailure[] = [];
  const results = Worker.runReplayHistories({ workflowBundle: { codePath: workflowBundle } }, histories);
  for await (const { workflowId, error } of results) {
    if (error) failures.push({ workflowId, reason: error.message });
  }
  return failures;
}
