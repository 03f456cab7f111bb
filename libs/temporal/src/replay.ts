import type { WorkflowHandle } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';

/** What Temporal keeps of one run. */
export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** A recorded history, opaque outside this library: it is only handed on to a replay. */
export interface RecordedHistory {
  readonly workflowId: string;
  readonly history: History;
}

/** A history that the code of today would not have written. */
export interface ReplayFailure {
  readonly workflowId: string;
  readonly reason: string;
}

// The SDK's runtime ends with its last worker; a second replay that begins in that moment would be handed what is gone.
let previous: Promise<unknown> = Promise.resolve();

export interface ReplayOptions {
  /** Path of the built bundle. */
  readonly workflowBundle: string;
  /** That of the workers who wrote the histories: it holds the keys of their payloads. */
  readonly dataConverter: DataConverter;
}

/** The SDK waits for ever for the first task of a history that has none: a nomination that waits for its first act. */
function hasBegun({ history }: RecordedHistory): boolean {
  return (history.events ?? []).some((event) => event.workflowTaskStartedEventAttributes);
}

/** Replays histories on a workflow bundle, one call after the other; answers those that do not fit. Needs no server. */
export function replayHistories(options: ReplayOptions, histories: readonly RecordedHistory[]): Promise<readonly ReplayFailure[]> {
  const replayed = previous.then(() => replay(options, histories));
  previous = replayed.catch(() => undefined);
  return replayed;
}

async function replay(
  { workflowBundle, dataConverter }: ReplayOptions,
  histories: readonly RecordedHistory[],
): Promise<readonly ReplayFailure[]> {
  const failures: ReplayFailure[] = [];
  const results = Worker.runReplayHistories({ workflowBundle: { codePath: workflowBundle }, dataConverter }, histories.filter(hasBegun));
  for await (const { workflowId, error } of results) {
    if (error) failures.push({ workflowId, reason: error.message });
  }
  return failures;
}
