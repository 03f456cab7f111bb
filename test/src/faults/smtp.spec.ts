import { MailLedgerRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, waitFor, type MailSeen, type Stack } from '../stack/index.ts';

const headOf = (unit: string): string => `truong.${unit}@example.vn`;

describe('a mail server that misbehaves', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack();
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  }, 30_000);

  /** Submits one nomination for each unit; answers when each unit's head has been mailed. */
  async function mailed(units: readonly string[], withinMs: number): Promise<ReadonlyMap<string, MailSeen>> {
    const found = new Map<string, MailSeen>();
    const ids = await Promise.all(units.map(async (unit) => [unit, (await stack.submit(1, { unit }))[0] ?? ''] as const));
    for (const [unit, id] of ids) {
      found.set(
        unit,
        await waitFor(`the mail to ${unit}`, withinMs, async () => {
          const [mail] = await stack.view.mailsOf(id);
          return mail?.state === 'accepted' || mail?.state === 'failed' ? mail : null;
        }),
      );
    }
    return found;
  }

  it('F15 backs off from 421, 450 and 451 and sends later, without an incident', async () => {
    stack.sink.when({ at: 'rcpt', to: headOf('phuong-01'), then: { is: 'answer', code: 450, text: 'greylisted, come back later' } });
    stack.sink.when({ at: 'dot', to: headOf('phuong-02'), then: { is: 'answer', code: 451, text: 'not now' } });
    stack.sink.when({ at: 'rcpt', to: headOf('phuong-03'), then: { is: 'answer', code: 421, text: 'too busy' } });
    const mails = await mailed(['phuong-01', 'phuong-02', 'phuong-03'], 30_000);
    for (const [unit, { state }] of mails) {
      expect(state).toBe('accepted');
      expect(await stack.sink.to(headOf(unit))).toHaveLength(1);
    }
    expect(mails.get('phuong-01')).toMatchObject({ attempts: 2, lastError: expect.stringContaining('greylisted') });
    expect(await new MailLedgerRepository(stack.database).channel()).toMatchObject({ up: true });
    expect(await stack.verify()).toEqual([]);
  }, 60_000);

  it('F16 gives up at once on 550, shows it, and asks the superior', async () => {
    stack.sink.when({ at: 'rcpt', to: headOf('phuong-04'), times: 100, then: { is: 'answer', code: 550, text: 'no such mailbox' } });
    const mail = (await mailed(['phuong-04'], 20_000)).get('phuong-04');
    expect(mail).toMatchObject({ state: 'failed', attempts: 1, lastError: expect.stringContaining('550') });
    const escalation = await waitFor('the superior to be asked', 40_000, async () =>
      (await stack.sink.to('pho-chu-tich-quan@example.vn')).at(0),
    );
    expect(escalation.headers['x-laurel-kind']).toBe('escalation');
    expect(await stack.sink.to(headOf('phuong-04'))).toHaveLength(0);
    expect(await stack.verify()).toEqual([]);
  }, 60_000);

  it('F17 is bounded by its time-outs when the server says nothing, at the greeting or later, or hangs up after the final dot', async () => {
    stack.sink.atNextConnection(() => undefined);
    stack.sink.when({ at: 'mail', then: { is: 'hang' } });
    stack.sink.when({ at: 'data', to: headOf('phuong-06'), then: { is: 'hang' } });
    stack.sink.when({ at: 'dot', to: headOf('phuong-07'), then: { is: 'hang' } });
    stack.sink.when({ at: 'dot', to: headOf('phuong-08'), then: { is: 'drop' } });
    const mails = await mailed(['phuong-05', 'phuong-06', 'phuong-07', 'phuong-08', 'phuong-09'], 90_000);
    for (const { state } of mails.values()) expect(state).toBe('accepted');
    // Where the dot was said, the server has it: sent again with the same Message-ID.
    for (const unit of ['phuong-07', 'phuong-08']) {
      const copies = await stack.sink.to(headOf(unit));
      expect(copies).toHaveLength(2);
      expect(new Set(copies.map(({ headers }) => headers['message-id'])).size).toBe(1);
      expect(mails.get(unit)?.attempts).toBe(2);
    }
    for (const unit of ['phuong-05', 'phuong-06', 'phuong-09']) expect(await stack.sink.to(headOf(unit))).toHaveLength(1);
    expect(await new MailLedgerRepository(stack.database).channel()).toMatchObject({ up: true });
    expect(await stack.verify()).toEqual([]);
  }, 150_000);
});
