import type { NewAct } from '@laurel/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, type Stack } from '../stack/index.ts';

describe('acts', () => {
  let stack: Stack;
  let nominationId: string;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    [nominationId = ''] = await stack.submit(1);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  const decision = (taskId: string, choice: 'approve' | 'reject'): NewAct => ({
    nominationId,
    actor: 'truong-phuong-01',
    reason: null,
    origin: null,
    body: { kind: 'decide', taskId, choice, number: null, signedOn: null },
  });

  it('are one when one person presses twenty times at once', async () => {
    const written = await Promise.all(Array.from({ length: 20 }, () => stack.acts.write(decision('t1', 'approve'))));
    expect(new Set(written.map(({ id }) => id)).size).toBe(1);
  });

  it('are two when the choice is another', async () => {
    const approved = await stack.acts.write(decision('t2', 'approve'));
    const rejected = await stack.acts.write(decision('t2', 'reject'));
    expect(rejected.id).not.toBe(approved.id);
  });

  it('are new after a refusal', async () => {
    const first = await stack.acts.write(decision('t3', 'approve'));
    await stack.acts.refuse(first.id, 'HELD');
    const second = await stack.acts.write(decision('t3', 'approve'));
    expect(second).toMatchObject({ state: 'pending' });
    expect(second.id).not.toBe(first.id);
    expect(await stack.acts.statusOf(first.id)).toMatchObject({ state: 'refused', refusal: 'HELD' });
  });

  it('are claimed by one of two sweepers, and again when that one died', async () => {
    const { id } = await stack.acts.write({
      nominationId,
      actor: 'source:/units/phuong-01',
      reason: null,
      origin: null,
      body: { kind: 'withdraw' },
    });
    const claims = await Promise.all([stack.acts.claimPending(10, 1, 60), stack.acts.claimPending(10, 1, 60)]);
    expect(claims.flat().filter((act) => act.id === id)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const again = await stack.acts.claimPending(10, 1, 60);
    expect(again.find((act) => act.id === id)).toMatchObject({ attempts: 2 });
  });

  it('of a person are left to their own request for a while', async () => {
    const { id } = await stack.acts.write(decision('t4', 'approve'));
    expect((await stack.acts.claimPending(50, 1, 60)).some((act) => act.id === id)).toBe(false);
    expect((await stack.acts.claimPending(50, 1, 0)).some((act) => act.id === id)).toBe(true);
  });
});
