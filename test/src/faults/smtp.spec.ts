import { MailLedgerRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, waitFor, type MailSeen, type SmtpMoment, type Stack } from '../stack/index.ts';

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
    const silentGreeting = (): void => {
      stack.sink.hangUp();
      stack.sink.atNextConnection(() => undefined);
    };
    const atNext = (at: SmtpMoment, is: 'hang' | 'drop') => (): void => {
      stack.sink.when({ at, then: { is } });
    };
    // One after the other: of mails sent at once it is chance which meets a silent greeting. An attempt counts once the
    // server may have the mail; before that it is the channel's failure.
    const faults = [
      { unit: 'phuong-05', arise: silentGreeting, attempts: 1 },
      { unit: 'phuong-09', arise: atNext('mail', 'hang'), attempts: 1 },
      { unit: 'phuong-06', arise: atNext('data', 'hang'), attempts: 1 },
      { unit: 'phuong-07', arise: atNext('dot', 'hang'), attempts: 2 },
      { unit: 'phuong-08', arise: atNext('dot', 'drop'), attempts: 2 },
    ] as const;
    for (const { unit, arise, attempts } of faults) {
      arise();
      expect((await mailed([unit], 60_000)).get(unit)).toMatchObject({ state: 'accepted', attempts });
    }
    // Where the dot was said, the server has it: sent again with the same Message-ID.
    for (const unit of ['phuong-07', 'phuong-08']) {
      const copies = await stack.sink.to(headOf(unit));
      expect(copies).toHaveLength(2);
      expect(new Set(copies.map(({ headers }) => headers['message-id'])).size).toBe(1);
    }
    for (const unit of ['phuong-05', 'phuong-06', 'phuong-09']) expect(await stack.sink.to(headOf(unit))).toHaveLength(1);
    expect(await new MailLedgerRepository(stack.database).channel()).toMatchObject({ up: true });
    expect(await stack.verify()).toEqual([]);
  }, 240_000);
});
