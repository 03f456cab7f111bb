import {
  defaultFailureConverter,
  defaultPayloadConverter,
  ensureApplicationFailure,
  type ApplicationFailure,
  type Payload,
  type ProtoFailure,
} from '@temporalio/common';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';

/** What the SDK's core hands a workflow, and what the workflow answers: shapes of the SDK's own protocol. */
export type Activation = Parameters<Workflow['activate']>[0];
export type Completion = Awaited<ReturnType<Workflow['activate']>>;
export type Job = NonNullable<Activation['jobs']>[number];
export type Command = NonNullable<NonNullable<Completion['successful']>['commands']>[number];
export type ActivityOrder = NonNullable<Command['scheduleActivity']> | NonNullable<Command['scheduleLocalActivity']>;
export type ActivityResult = NonNullable<NonNullable<Job['resolveActivity']>['result']>;

export const toPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);

export function fromPayload(payload: Payload | null | undefined): unknown {
  return payload ? defaultPayloadConverter.fromPayload(payload) : undefined;
}

/** What a worker makes of whatever an activity throws. */
export function activityFault(error: unknown): ApplicationFailure {
  return ensureApplicationFailure(error);
}

export function failureOf(error: unknown): ProtoFailure {
  return defaultFailureConverter.errorToFailure(error, defaultPayloadConverter);
}

export function errorOf(failure: ProtoFailure): Error {
  return defaultFailureConverter.failureToError(failure, defaultPayloadConverter);
}

/** Core's order inside one activation: what starts the workflow, then messages, then the rest, local answers last. */
export function inCoreOrder(jobs: readonly Job[]): Job[] {
  const rank = (job: Job): number => {
    if (job.initializeWorkflow) return 0;
    if (job.signalWorkflow ?? job.doUpdate) return 1;
    return job.resolveActivity?.isLocal ? 3 : 2;
  };
  return [...jobs].sort((one, other) => rank(one) - rank(other));
}
