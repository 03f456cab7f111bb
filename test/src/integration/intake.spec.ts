import type { NominationGateway } from '@laurel/contracts';
import { InboxRelayRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inboxRelay } from '@laurel/worker';
import { payloadHash } from '@laurel/events';
import { pause, prepareStack, submittedEvent, withdrawnEvent, type Stack } from '../stack/index.ts';

const AT_ONCE = 50;

const leftToTheWorkflow = (): Promise<never> => Promise.reject(new Error('not received here'));

describe('intake', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  it('F20 answers fifty of the same event at once alike and starts one nomination', async () => {
    const event = submittedEvent();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => stack.accept(event)));
    const ids = new Set(answers.map((answer) => (answer.is === 'accepted' ? answer.nominationId : answer.is)));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.is === 'accepted' && !answer.repeated)).toHaveLength(1);
    expect(await stack.view.count('inbox_event WHERE event_id = $1', [event.id])).toBe(1);
    expect(await stack.view.count('nomination n JOIN inbox_event i ON i.nomination_id = n.id WHERE i.event_id = $1', [event.id])).toBe(1);
  });

  it('F21 refuses the same id with another payload and starts nothing', async () => {
    const event = submittedEvent();
    await stack.accept(event);
    const before = await stack.view.count('nomination');
    const data = { ...event.data, submission: 'khác/TTr' };
    expect(await stack.accept({ ...event, data, payloadHash: payloadHash(data) })).toEqual({ is: 'conflict' });
    expect(await stack.view.count('nomination')).toBe(before);
  });

  it('F21 lets one payload win when two come at once', async () => {
    const event = submittedEvent();
    const data = { ...event.data, submission: 'khác/TTr' };
    const answers = await Promise.all([event, { ...event, data, payloadHash: payloadHash(data) }].map((one) => stack.accept(one)));
    expect(answers.map(({ is }) => is).toSorted()).toEqual(['accepted', 'conflict']);
  });

  it('breaks no promise while it waits for its workflow to be started', async () => {
    const [id = ''] = await stack.submit(1);
    expect(await stack.inspector.trail(id)).toBeNull();
    expect(await stack.verify({ settleMs: 300 })).toEqual([]);
  });

  it('takes one withdrawal for fifty of the same event', async () => {
    const [id = ''] = await stack.submit(1);
    const event = withdrawnEvent(id);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => stack.accept(event)));
    expect(answers.every((answer) => answer.is === 'accepted' && answer.nominationId === id)).toBe(true);
    expect(await stack.view.count('act WHERE nomination_id = $1', [id])).toBe(1);
  });

  it("knows no nomination of another's sources: nothing of it is withdrawn", async () => {
    const event = submittedEvent();
    const filed = await stack.accept({ ...event, source: '/units/phuong-01/office' });
    if (filed.is !== 'accepted' || filed.nominationId === null) throw new Error(`Not accepted: ${JSON.stringify(filed)}`);
    const id = filed.nominationId;
    const withdraw = (sources: readonly string[]): ReturnType<Stack['accept']> => stack.accept(withdrawnEvent(id), sources);
    for (const sources of [[], ['/units/phuong-01'], ['/units/phuong-02/*'], ['/units/phuong-01/off'], ['/units/phuong-0_/*']])
      expect(await withdraw(sources)).toMatchObject({ is: 'invalid', errors: [{ pointer: '/subject' }] });
    expect(await stack.view.count('act WHERE nomination_id = $1', [id])).toBe(0);
    for (const sources of [['/units/phuong-02', '/units/phuong-01/*'], ['/units/phuong-01/office'], ['*']])
      expect(await withdraw(sources)).toMatchObject({ is: 'accepted', nominationId: id });
    expect(await stack.view.count('act WHERE nomination_id = $1', [id])).toBe(3);
  });

  it('is emptied by two relays side by side, each nomination started once', async () => {
    await stack.submit(30);
    const waiting = await stack.view.count(`inbox_event WHERE state = 'pending'`);
    const started: string[] = [];
    const gateway: Pick<NominationGateway, 'startNomination'> = {
      startNomination: async ({ nominationId }) => {
        started.push(nominationId);
        await pause(5);
      },
    };
    const turns = [1, 2].map(() =>
      inboxRelay({
        inbox: new InboxRelayRepository(stack.database),
        gateway,
        receive: leftToTheWorkflow,
        stepsUnderWay: () => 0,
        startedAt: 0,
      }),
    );
    await Promise.all(
      turns.map(async (turn) => {
        while ((await turn()) > 0);
      }),
    );
    expect(started).toHaveLength(waiting);
    expect(new Set(started).size).toBe(waiting);
    expect(await stack.view.count(`inbox_event WHERE state = 'pending'`)).toBe(0);
  });

  it('keeps what could not be started, says why, and starts it later', async () => {
    const [id = ''] = await stack.submit(1);
    const relay = new InboxRelayRepository(stack.database);
    let isUp = false;
    const gateway: Pick<NominationGateway, 'startNomination'> = {
      startNomination: () => (isUp ? Promise.resolve() : Promise.reject(new Error('Temporal does not answer'))),
    };
    const turn = inboxRelay({ inbox: relay, gateway, receive: leftToTheWorkflow, stepsUnderWay: () => 0, startedAt: 0 });
    await turn();
    const [row] = await stack.view.rows<{ state: string; last_error: string }>(
      'SELECT state, last_error FROM inbox_event WHERE nomination_id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'pending', last_error: 'Temporal does not answer' });
    isUp = true;
    await pause(2_100);
    expect(await turn()).toBe(1);
    expect(await stack.view.count(`inbox_event WHERE nomination_id = $1 AND state = 'done'`, [id])).toBe(1);
  });
});
