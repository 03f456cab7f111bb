import type { MailVerdict } from '@laurel/contracts';
import { MailLedgerRepository, messageIdOf } from '@laurel/db';
import { MailRelay, SmtpTransport } from '@laurel/mail';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pause, prepareStack, SECRET, type Stack } from '../stack/index.ts';

const LEASE_MS = 1_000;
const accepted: MailVerdict = { is: 'accepted', response: '250 taken' };

describe('the mail ledger', () => {
  let stack: Stack;
  let ledger: MailLedgerRepository;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    ledger = new MailLedgerRepository(stack.database);
  }, 60_000);

  beforeEach(async () => {
    await stack.view.rows('DELETE FROM mail_ledger');
  });

  afterAll(async () => {
    await stack.close();
  });

  /** Plans so many mails as a transition would; planning them again changes nothing. */
  async function plan(count: number): Promise<void> {
    const content = {
      about: 'nomination',
      occasion: { is: 'result', state: 'CONFERRED', rule: null, reason: null },
      programme: { vi: 'NTVT', en: 'NTVT' },
      award: { vi: 'NTVT', en: 'NTVT' },
      nominee: 'Bùi Mỹ Vân',
      achievement: 'Hòa giải',
      unit: { vi: 'Phường', en: 'Ward' },
      level: { vi: 'Quận', en: 'District' },
      recipient: 'Lê Thị Mai Chi',
      actingFor: null,
      dueAt: null,
      closesAt: null,
      otherwise: null,
      zone: 'Asia/Ho_Chi_Minh',
      silent: null,
    };
    for (let index = 0; index < count; index++) {
      const key = { subjectKey: `case-${String(index)}`, personId: 'p1', kind: 'result', occurrence: 0 };
      const messageId = messageIdOf(key, 'laurel.example.vn');
      await stack.view.rows(
        `INSERT INTO mail_ledger (id, subject_key, programme, person_id, kind, occurrence, nomination_id, message_id, to_address, language, content, state, planned_at, send_after)
         VALUES ($1, $2, 'nam-tu-liem-ntvt', $3, 'result', 0, $2, $1, $4, 'vi', $5, 'planned', now(), now())
         ON CONFLICT (subject_key, person_id, kind, occurrence) DO NOTHING`,
        [messageId, key.subjectKey, key.personId, `p${String(index)}@example.vn`, JSON.stringify(content)],
      );
    }
  }

  const states = (): Promise<readonly { state: string; attempts: number }[]> =>
    stack.view.rows('SELECT state, attempts FROM mail_ledger ORDER BY id');

  it('takes an occasion once', async () => {
    await plan(3);
    await plan(3);
    expect(await states()).toHaveLength(3);
  });

  it('gives a row to one of two relays', async () => {
    await plan(40);
    const claims = await Promise.all([ledger.claim(25, LEASE_MS), ledger.claim(25, LEASE_MS)]);
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('gives a row back, as ambiguous, when its relay has died', async () => {
    await plan(1);
    await ledger.claim(1, 100);
    expect(await ledger.claim(1, LEASE_MS)).toEqual([]);
    await pause(150);
    expect(await ledger.claim(1, LEASE_MS)).toEqual([expect.objectContaining({ ambiguous: true, attempts: 1 })]);
  });

  it('keeps a row with a relay that renews its claim', async () => {
    await plan(1);
    const [mail] = await ledger.claim(1, 100);
    await ledger.renew([mail!.id], LEASE_MS);
    await pause(150);
    expect(await ledger.claim(1, LEASE_MS)).toEqual([]);
  });

  it('settles a row once: what was accepted stays accepted', async () => {
    await plan(1);
    const [mail] = await ledger.claim(1, LEASE_MS);
    const settle = (verdict: MailVerdict): Promise<void> => ledger.settle([{ id: mail!.id, verdict }]);
    await settle(accepted);
    await settle(accepted);
    await settle({ is: 'deferred', reason: '451', retryAt: 0, channel: false });
    expect(await states()).toEqual([{ state: 'accepted', attempts: 1 }]);
    expect(await ledger.claim(1, LEASE_MS)).toEqual([]);
  });

  it('is emptied by two relays side by side, each mail once', async () => {
    await plan(60);
    const links = {
      linkTo: (taskId: string) => `http://laurel.example.vn/t/${SECRET}${taskId}`,
      publicPageOf: (nominationId: string) => `http://laurel.example.vn/n/${nominationId}`,
    };
    const settings = { url: stack.sink.url, from: 'Laurel <thi-dua@example.vn>', ratePerSecond: 200, connections: 2, dkim: null };
    const transports = [new SmtpTransport(settings), new SmtpTransport(settings)];
    const relays = transports.map(
      (transport) => new MailRelay({ ledger: new MailLedgerRepository(stack.database), transport, links, options: { batch: 8 } }),
    );
    await Promise.all(
      relays.map(async (relay) => {
        while (await relay.turn());
        await relay.drain();
      }),
    );
    for (const transport of transports) transport.close();
    const ids = (await stack.sink.delivered()).map(({ headers }) => headers['message-id']);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect((await states()).every(({ state }) => state === 'accepted')).toBe(true);
  }, 30_000);
});
