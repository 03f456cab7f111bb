import { NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import type { CouncilSessionActivities, NominationActivities } from '@laurel/contracts';
import { connectionOptions, dataConverter, type TemporalSettings } from './connection.ts';

export interface WorkerSettings {
  readonly temporal: TemporalSettings;
  readonly activities: NominationActivities & CouncilSessionActivities;
  /** The built bundle; there is no fallback that bundles at run time, for it would hide a broken build. */
  readonly workflowBundle: string;
  readonly cachedWorkflows: number;
  readonly connection: NativeConnection;
}

/** Where the SDK's warnings and errors go. */
export interface WorkerLog {
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/**
 * Leaves signals of the process to its host: the SDK's own handler would race it and fail the second shutdown.
 * Call once, before any connection.
 */
export function installRuntime(log: WorkerLog): void {
  const quiet = (): void => undefined;
  const warn = (message: string): void => {
    log.warn(message);
  };
  const error = (message: string): void => {
    log.error(message);
  };
  const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn, error };
  Runtime.install({ shutdownSignals: [], logger });
}

/** Connects a worker to the server; throws while it cannot be reached. */
export function connectWorker(settings: TemporalSettings): Promise<NativeConnection> {
  return NativeConnection.connect(connectionOptions(settings));
}

/** A worker for nominations, tuned as measured in docs/bench.md. */
export function createWorker(settings: WorkerSettings): Promise<Worker> {
  const { temporal, connection, cachedWorkflows } = settings;
  const options: WorkerOptions = {
    connection,
    namespace: temporal.namespace,
    taskQueue: temporal.taskQueue,
    workflowBundle: { codePath: settings.workflowBundle },
    activities: { ...settings.activities },
    dataConverter: dataConverter(temporal),
    maxCachedWorkflows: cachedWorkflows,
    // A worker that was killed holds its cached cases back for this long. A flood waits in the inbox, so that what is under way is taken
    // well within it; a case that does lose its cache has a short history to read.
    stickyQueueScheduleToStartTimeout: '1500ms',
    // Each poller holds one of these while it waits, so that half are left for what is under way and for cases that begin at once.
    // More, and on a busy processor what is begun is not done within the time-out of a workflow task.
    maxConcurrentWorkflowTaskExecutions: 40,
    // Half of the pollers serve cases that no worker holds: fewer, and after a restart or in a burst of new cases these starve.
    maxConcurrentWorkflowTaskPolls: 20,
    nonStickyToStickyPollRatio: 0.5,
    shutdownGraceTime: '5s',
    reuseV8Context: true,
  };
  return Worker.create(options);
}

export type { NativeConnection, Worker };
