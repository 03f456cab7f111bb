import type { Client } from '@temporalio/client';
import type { Examined, Marked, PendingActivity, TaskFailure } from '@laurel/domain';

type Service = Client['workflowService'];
export type Description = Awaited<ReturnType<Service['describeWorkflowExecution']>>;
export type Listed = NonNullable<Awaited<ReturnType<Service['listWorkflowExecutions']>>['executions']>[number];
type Activity = NonNullable<Description['pendingActivities']>[number];
type Failure = Activity['lastFailure'];
type Tail = NonNullable<Awaited<ReturnType<Service['getWorkflowExecutionHistoryReverse']>>['history']>['events'];
type VersioningInfo = NonNullable<Description['workflowExecutionInfo']>['versioningInfo'];

const RUNNING = 1;
const PINNED = 1;

interface ProtoInstant {
  readonly seconds?: unknown;
  readonly nanos?: number | null;
}

/** UTC milliseconds of the server's timestamp. */
export function instantOf(at: ProtoInstant | null | undefined): number | null {
  if (!at) return null;
  return Number(at.seconds ?? 0) * 1_000 + Math.round((at.nanos ?? 0) / 1_000_000);
}

/** `nomination:<id>` without its noun. */
export function nominationIdOf(workflowId: string | null | undefined): string {
  return (workflowId ?? '').replace(/^nomination:/, '');
}

/** `<deployment>:<build>`, or null for workers that name none. */
export function builtOn(
  version: { readonly deploymentName?: string | null; readonly buildId?: string | null } | null | undefined,
): string | null {
  return version?.deploymentName && version.buildId ? `${version.deploymentName}:${version.buildId}` : null;
}

export function examinedOf(nominationId: string, description: Description): Examined {
  const { workflowExecutionInfo: info, pendingActivities, pendingWorkflowTask: task } = description;
  const isRunning = Number(info?.status) === RUNNING;
  return {
    nominationId,
    workflow: isRunning ? 'running' : 'closed',
    task:
      task && isRunning ? { attempt: task.attempt ?? 1, since: instantOf(task.originalScheduledTime ?? task.scheduledTime) ?? 0 } : null,
    problems: isRunning && info ? keywordsOf(info, 'TemporalReportedProblems') : [],
    activities: isRunning ? pendingActivities.map(activityOf) : [],
    pinnedTo: pinnedTo(info?.versioningInfo),
  };
}

function activityOf(activity: Activity): PendingActivity {
  return {
    type: activity.activityType?.name ?? '',
    attempt: activity.attempt ?? 1,
    paused: activity.paused ?? false,
    lastFailure: messageOf(activity.lastFailure),
    nextAttemptAt: instantOf(activity.nextAttemptScheduleTime),
    since: instantOf(activity.scheduledTime) ?? 0,
  };
}

/** The newest failure among the last events, newest first. */
export function taskFailureOf(
  nominationId: string,
  { pendingWorkflowTask: task }: Description,
  tail: NonNullable<Tail>,
): TaskFailure | null {
  const failed = tail.find((event) => event.workflowTaskFailedEventAttributes);
  const message = messageOf(failed?.workflowTaskFailedEventAttributes?.failure);
  if (!failed || message === null) return null;
  return { nominationId, attempt: task?.attempt ?? 1, message, at: instantOf(failed.eventTime) ?? 0 };
}

/** The kind of the failure and its message, as the code that failed gave them: codes and ids, no personal data. */
function messageOf(failure: Failure): string | null {
  if (!failure) return null;
  const type = failure.applicationFailureInfo?.type;
  const message = failure.message ?? '';
  return (type ? `${type}: ${message}` : message).slice(0, 300);
}

function pinnedTo(versioning: VersioningInfo): string | null {
  const override = versioning?.versioningOverride;
  if (override?.pinned?.version) return builtOn(override.pinned.version);
  if (override) return null;
  return Number(versioning?.behavior) === PINNED ? builtOn(versioning?.deploymentVersion) : null;
}

export function markedOf(listed: Listed): Marked {
  return {
    nominationId: nominationIdOf(listed.execution?.workflowId),
    problems: keywordsOf(listed, 'TemporalReportedProblems'),
    paused: keywordsOf(listed, 'TemporalPauseInfo').flatMap((entry) => /activityType=(.+)$/.exec(entry)?.[1] ?? []),
    pinnedTo:
      keywordOf(listed, 'TemporalWorkflowVersioningBehavior') === 'Pinned' ? keywordOf(listed, 'TemporalWorkerDeploymentVersion') : null,
  };
}

export function keywordOf(listed: Listed, name: string): string | null {
  return keywordsOf(listed, name)[0] ?? null;
}

function keywordsOf({ searchAttributes }: Pick<Listed, 'searchAttributes'>, name: string): readonly string[] {
  const data = searchAttributes?.indexedFields?.[name]?.data;
  if (!data) return [];
  // Search attributes are JSON, whatever else is encrypted.
  const value: unknown = JSON.parse(Buffer.from(data).toString());
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
