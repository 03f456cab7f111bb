import { describe, expect, it } from '@jest/globals';
import { msNumberToTs, type Timestamp } from '@temporalio/common/lib/time.js';
import { ActivityAttempts, type PendingActivity } from './activity-attempts.ts';
import { Agenda } from './agenda.ts';
import { toPayload, type ActivityOrder, type ActivityResult } from './protocol.ts';

const seconds = (value: number): Timestamp => msNumberToTs(value * 1000);

interface Outcome {
  readonly triedAt: readonly number[];
  readonly answeredAt: number | null;
  readonly result: ActivityResult | null;
  readonly pending: PendingActivity;
}

/** Plays an activity that fails `failures` times and takes `takes` ms, for a minute of virtual time. */
async function play(failures: number, takes: number, order: Partial<ActivityOrder>): Promise<Outcome> {
  const agenda = new Agenda(0);
  const triedAt: number[] = [];
  const work = (): Promise<string> => {
    triedAt.push(agenda.now);
    return triedAt.length > failures ? Promise.resolve('done') : Promise.reject(new Error('no'));
  };
  const answers: { at: number; result: ActivityResult }[] = [];
  const host = { agenda, activities: { work }, latencyOf: () => takes };
  const attempts = new ActivityAttempts(host, { activityType: 'work', arguments: [toPayload({})], ...order }, true, (result) => {
    answers.push({ at: agenda.now, result });
  });
  for (let next = agenda.nextAt(); next !== null && next <= 60_000; next = agenda.nextAt()) {
    agenda.moveTo(next);
    await agenda.doNext();
  }
  const [answer] = answers;
  return { triedAt, answeredAt: answer?.at ?? null, result: answer?.result ?? null, pending: attempts.pending };
}

describe('an activity in virtual time', () => {
  it('is tried again after a back-off that doubles up to its limit', async () => {
    const retryPolicy = { initialInterval: seconds(1), maximumInterval: seconds(3), backoffCoefficient: 2 };
    const { triedAt, answeredAt } = await play(4, 0, { retryPolicy });
    expect(triedAt).toEqual([0, 1000, 3000, 6000, 9000]);
    expect(answeredAt).toBe(9000);
  });

  it('gives up at its last instant', async () => {
    const retryPolicy = { initialInterval: seconds(1), backoffCoefficient: 2 };
    const { triedAt, answeredAt, result } = await play(Infinity, 0, { retryPolicy, scheduleToCloseTimeout: seconds(4) });
    expect(triedAt).toEqual([0, 1000, 3000]);
    expect(answeredAt).toBe(4000);
    expect(result?.failed?.failure?.cause?.timeoutFailureInfo).toBeDefined();
  });

  it('gives up at once on an error of a type that is not tried again', async () => {
    const { triedAt, result } = await play(Infinity, 0, { retryPolicy: { nonRetryableErrorTypes: ['Error'] } });
    expect(triedAt).toEqual([0]);
    expect(result?.failed?.failure?.cause?.message).toBe('no');
  });

  it('is tried again when its answer takes longer than it may', async () => {
    const retryPolicy = { initialInterval: seconds(1), backoffCoefficient: 1 };
    const { triedAt, pending } = await play(0, 5000, { retryPolicy, startToCloseTimeout: seconds(3) });
    expect(triedAt.slice(0, 3)).toEqual([0, 4000, 8000]);
    expect(pending.lastFailure).toBe('activity timed out');
  });
});
