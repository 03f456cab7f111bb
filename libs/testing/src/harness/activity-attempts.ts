import { TimeoutFailure, type ProtoFailure, type TimeoutType } from '@temporalio/common';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import type { Agenda } from './agenda.ts';
import { activityFault, failureOf, fromPayload, toPayload, type ActivityOrder, type ActivityResult } from './protocol.ts';

export type ActivityFunctions = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** An activity that a workflow waits for. */
export interface PendingActivity {
  readonly name: string;
  readonly local: boolean;
  readonly attempt: number;
  readonly lastFailure: string | null;
}

export interface ActivityHost {
  readonly agenda: Agenda;
  readonly activities: ActivityFunctions;
  /** How long an activity of this name takes to answer, in milliseconds; its effect comes at once. */
  readonly latencyOf: (name: string) => number;
}

interface Limits {
  readonly startToCloseMs: number;
  /** The instant at which the whole activity gives up. */
  readonly givesUpAt: number;
  readonly firstBackoffMs: number;
  readonly coefficient: number;
  readonly maxBackoffMs: number;
  readonly finalTypes: readonly string[];
}

type Verdict = { readonly value: unknown } | { readonly failure: ProtoFailure; readonly final: boolean };

function limitsOf(order: ActivityOrder, now: number): Limits {
  const policy = order.retryPolicy;
  const firstBackoffMs = optionalTsToMs(policy?.initialInterval) ?? 1000;
  return {
    startToCloseMs: optionalTsToMs(order.startToCloseTimeout) ?? Infinity,
    givesUpAt: now + (optionalTsToMs(order.scheduleToCloseTimeout) ?? Infinity),
    firstBackoffMs,
    coefficient: policy?.backoffCoefficient ?? 2,
    maxBackoffMs: optionalTsToMs(policy?.maximumInterval) ?? 100 * firstBackoffMs,
    finalTypes: policy?.nonRetryableErrorTypes ?? [],
  };
}

function timeoutFailure(type: TimeoutType): ProtoFailure {
  return failureOf(new TimeoutFailure('activity timed out', undefined, type));
}

/** One activity from its order to its answer: tried, and tried again after the policy's back-off, in virtual time. */
export class ActivityAttempts {
  private readonly limits: Limits;
  private readonly name: string;
  private tried = 0;
  private lastFailure: ProtoFailure | null = null;
  private stopped = false;

  constructor(
    private readonly host: ActivityHost,
    private readonly order: ActivityOrder,
    private readonly local: boolean,
    private readonly answer: (result: ActivityResult) => void,
  ) {
    this.name = order.activityType ?? '';
    this.limits = limitsOf(order, host.agenda.now);
    host.agenda.put(host.agenda.now, () => this.attempt());
  }

  get pending(): PendingActivity {
    return { name: this.name, local: this.local, attempt: Math.max(this.tried, 1), lastFailure: this.lastFailure?.message ?? null };
  }

  /** Its workflow is gone: nothing is tried or answered any more. */
  stop(): void {
    this.stopped = true;
  }

  private async attempt(): Promise<void> {
    if (this.stopped) return;
    this.tried += 1;
    const { agenda } = this.host;
    const takes = this.host.latencyOf(this.name);
    const verdict = await this.perform();
    const late = takes > this.limits.startToCloseMs;
    const said: Verdict = late ? { failure: timeoutFailure('START_TO_CLOSE'), final: false } : verdict;
    agenda.put(agenda.now + Math.min(takes, this.limits.startToCloseMs), () => this.weigh(said));
  }

  private async perform(): Promise<Verdict> {
    const work = this.host.activities[this.name];
    if (!work) throw new Error(`No activity ${this.name} is registered`);
    try {
      const args = (this.order.arguments ?? []).map((payload) => fromPayload(payload));
      return { value: await work(args[0] as never) };
    } catch (error) {
      const fault = activityFault(error);
      const final = fault.nonRetryable === true || this.limits.finalTypes.includes(fault.type ?? '');
      return { failure: failureOf(fault), final };
    }
  }

  private weigh(verdict: Verdict): void {
    if (this.stopped) return;
    if ('value' in verdict) return this.answer({ completed: { result: toPayload(verdict.value) } });
    this.lastFailure = verdict.failure;
    if (verdict.final) return this.fail(verdict.failure);
    const { firstBackoffMs, coefficient, maxBackoffMs, givesUpAt } = this.limits;
    const { agenda } = this.host;
    const next = agenda.now + Math.min(firstBackoffMs * coefficient ** (this.tried - 1), maxBackoffMs);
    if (next >= givesUpAt) agenda.put(givesUpAt, () => this.fail(timeoutFailure('SCHEDULE_TO_CLOSE')));
    else agenda.put(next, () => this.attempt());
  }

  private fail(cause: ProtoFailure): void {
    if (this.stopped) return;
    const activityFailureInfo = { activityType: { name: this.name }, activityId: this.order.activityId ?? '', identity: 'virtual' };
    this.answer({ failed: { failure: { message: 'Activity task failed', cause, activityFailureInfo } } });
  }
}
