import { describe, expect, jest, test } from '@jest/globals';
import type { MailVerdict } from '@laurel/contracts';
import { sampleMails } from '../samples.ts';
import type { MailRelay } from './mail-relay.ts';
import { accepted, down, LedgerInMemory, links, relayOf } from './relay.fixture.ts';

// The first mail of a process is written cold: most of a second of processor time, and many seconds on a busy machine.
jest.setTimeout(30_000);

/** A turn and everything that it began. */
async function turnOf(relay: MailRelay): Promise<boolean> {
  const more = await relay.turn();
  await relay.drain();
  return more;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** Turns as a loop does until nothing is due. */
async function sendAll(relay: MailRelay): Promise<void> {
  while (await relay.turn());
  await relay.drain();
}

describe('a turn', () => {
  test('sends everything that is due and settles it in few statements', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(100), () => accepted);
    await sendAll(relay);
    expect(ledger.states()).toEqual({ accepted: 100 });
    expect(ledger.settlements.length).toBeLessThan(30);
  });

  test('sends each mail with its link and its Message-ID', async () => {
    const { relay, transport } = relayOf(new LedgerInMemory(1), () => accepted);
    await turnOf(relay);
    expect(transport.sent[0]).toMatchObject({ to: 'm0@example.vn', rendered: { headers: { 'Message-ID': '<m0@laurel.example.vn>' } } });
    expect(transport.sent[0]?.rendered.text).toContain(links.linkTo('01K3V7Q2M8RZ5T4NXB6WJ9YC0D-3-1'));
  });

  test('sends a notice with the page that everybody may read', async () => {
    const notice = sampleMails().find(({ name }) => name === 'notice.vi')?.mail;
    if (!notice) throw new Error('No sample of a notice');
    const { relay, transport } = relayOf(
      new LedgerInMemory(1, (mail) => ({ ...notice, id: mail.id, messageId: mail.messageId })),
      () => accepted,
    );
    await turnOf(relay);
    expect(transport.sent[0]?.rendered.text).toContain(links.publicPageOf(notice.nominationId ?? ''));
  });

  test('fails the one mail that cannot be written and sends the others', async () => {
    const ledger = new LedgerInMemory(5, (mail, index) =>
      index === 2 ? { ...mail, content: { ...mail.content, zone: 'Asia/Nowhere' } } : mail,
    );
    const { relay } = relayOf(ledger, () => accepted);
    await turnOf(relay);
    expect(ledger.states()).toEqual({ accepted: 4, failed: 1 });
    expect(ledger.rows.get('m2')?.verdict).toMatchObject({ reason: expect.stringContaining('cannot be written') });
  });

  test('begins what has become due while slow mails are under way', async () => {
    const finish: (() => void)[] = [];
    const slow = (): Promise<MailVerdict> =>
      new Promise((resolve) => {
        finish.push(() => {
          resolve(accepted);
        });
      });
    const { ledger, relay } = relayOf(new LedgerInMemory(2), slow);
    await relay.turn();
    ledger.plan('late');
    await relay.turn();
    await until(() => finish.length === 3);
    for (const end of finish) end();
    await relay.drain();
    expect(ledger.states()).toEqual({ accepted: 3 });
  });

  test('claims no more than it may hold', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(10), () => new Promise<MailVerdict>(() => undefined), {
      batch: 4,
      patienceMs: 10,
    });
    expect(await relay.turn()).toBe(true);
    expect(await relay.turn()).toBe(true);
    expect(ledger.states()).toEqual({ sending: 4, planned: 6 });
  });

  test('does not wait for a slow mail, which is settled when it is done', async () => {
    let finish: (verdict: MailVerdict) => void = () => undefined;
    const slow = new Promise<MailVerdict>((resolve) => {
      finish = resolve;
    });
    const { ledger, relay } = relayOf(new LedgerInMemory(5), ({ to }) => (to.startsWith('m0') ? slow : accepted), { patienceMs: 5_000 });
    await relay.turn();
    await until(() => ledger.states()['accepted'] === 4);
    expect(ledger.states()).toEqual({ accepted: 4, sending: 1 });
    finish(accepted);
    await relay.drain();
    expect(ledger.states()).toEqual({ accepted: 5 });
  });

  test('begins no mail whose claim is about to end', async () => {
    const ledger = new LedgerInMemory(10);
    const { relay, transport } = relayOf(
      ledger,
      () => {
        ledger.now += 40;
        return accepted;
      },
      { leaseMs: 200 },
    );
    await turnOf(relay);
    expect(transport.sent.length).toBeLessThan(10);
    expect(ledger.states()).toEqual({ accepted: transport.sent.length, planned: 10 - transport.sent.length });
    expect(ledger.reports).toEqual([{ up: true, reason: null }]);
  });

  test('renews its claims while a mail is under way, and no longer', async () => {
    let finish: (verdict: MailVerdict) => void = () => undefined;
    const slow = new Promise<MailVerdict>((resolve) => {
      finish = resolve;
    });
    const { ledger, relay } = relayOf(new LedgerInMemory(2), ({ to }) => (to.startsWith('m0') ? slow : accepted), {
      patienceMs: 10,
      renewMs: 20,
    });
    await relay.turn();
    await new Promise((resolve) => setTimeout(resolve, 70));
    expect(ledger.renewals.length).toBeGreaterThan(0);
    expect(ledger.renewals.at(-1)).toBe(1);
    finish(accepted);
    await relay.drain();
    const renewed = ledger.renewals.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ledger.renewals).toHaveLength(renewed);
  });

  test('leaves a mail whose claim it has lost to the relay that claims it next, unless it arrived', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(2), ({ to }) => {
      ledger.now += 11_000;
      return to.startsWith('m0') ? accepted : { is: 'deferred', reason: '451', retryAt: 5, channel: false };
    });
    await turnOf(relay);
    expect(ledger.states()).toEqual({ accepted: 1, sending: 1 });
  });

  test('keeps a mail in doubt that may have arrived and cannot be sent again now', async () => {
    const ledger = new LedgerInMemory(1, (mail) => ({ ...mail, ambiguous: true }));
    await relayOf(ledger, () => ({ is: 'deferred', reason: '451', retryAt: 5, channel: false })).relay.turn();
    await until(() => ledger.rows.get('m0')?.verdict !== null);
    expect(ledger.rows.get('m0')?.verdict).toMatchObject({ is: 'unknown', retryAt: 5 });
  });

  test('keeps verdicts that the ledger could not take and writes them first next time', async () => {
    const { ledger, relay, transport } = relayOf(new LedgerInMemory(3), () => {
      ledger.broken = true;
      return accepted;
    });
    await relay.turn();
    await expect(relay.drain()).rejects.toThrow('the ledger is down');
    await expect(relay.turn()).rejects.toThrow('the ledger is down');
    ledger.broken = false;
    expect(await relay.turn()).toBe(false);
    expect(ledger.states()).toEqual({ accepted: 3 });
    expect(transport.sent).toHaveLength(3);
  });
});

describe('a channel that is down', () => {
  test('is one incident: reported once, probed by single mails, and cleared once', async () => {
    let isUp = false;
    const { ledger, relay, transport } = relayOf(new LedgerInMemory(50), () => (isUp ? accepted : down));
    await turnOf(relay);
    expect(transport.sent.length).toBeLessThanOrEqual(transport.width);
    expect(ledger.states()).toEqual({ planned: 50 });
    expect(ledger.reports).toEqual([]);
    for (let second = 0; second < 120; second++) {
      ledger.now += 1_000;
      const sent = transport.sent.length;
      await turnOf(relay);
      expect(transport.sent.length - sent).toBeLessThanOrEqual(1);
    }
    expect(ledger.reports).toEqual([{ up: false, reason: 'connect ECONNREFUSED' }]);
    expect(transport.sent.length).toBeLessThan(20);
    isUp = true;
    ledger.now += 30_000;
    await sendAll(relay);
    expect(ledger.states()).toEqual({ accepted: 50 });
    expect(ledger.reports.slice(1)).toEqual([{ up: true, reason: null }]);
  });

  test('gives the mails back without counting an attempt, those not begun included', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(20), () => down);
    await turnOf(relay);
    for (const { verdict } of ledger.rows.values()) expect(verdict).toMatchObject({ is: 'deferred', channel: true, retryAt: ledger.now });
  });

  test('is not reported when one connection broke and the next mail goes through', async () => {
    let broke = false;
    const { ledger, relay } = relayOf(new LedgerInMemory(10), () => {
      if (broke) return accepted;
      broke = true;
      return down;
    });
    await turnOf(relay);
    ledger.now += 300;
    await sendAll(relay);
    expect(ledger.states()).toEqual({ accepted: 10 });
    expect(ledger.reports.filter(({ up }) => !up)).toEqual([]);
  });

  test('is cleared by a relay that starts later', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(1), () => accepted);
    await turnOf(relay);
    expect(ledger.reports).toEqual([{ up: true, reason: null }]);
  });

  test('is up for a server that answers with a refusal of one recipient', async () => {
    const { ledger, relay } = relayOf(new LedgerInMemory(3), () => ({ is: 'failed', reason: '550' }));
    await turnOf(relay);
    expect(relay.isChannelUp).toBe(true);
    expect(ledger.states()).toEqual({ failed: 3 });
  });
});
