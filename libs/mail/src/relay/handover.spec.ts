import { describe, expect, jest, test } from '@jest/globals';
import type { MailVerdict } from '@laurel/contracts';
import { accepted, down, LedgerInMemory, relayOf, type RelayParts } from './relay.fixture.ts';

// The first mail of a process is written cold.
jest.setTimeout(30_000);

describe('mails handed over by who planned them', () => {
  /** Plans a mail under the relay's claim, as a transition does, and hands it over; false where there was no claim. */
  function handOver({ ledger, relay }: RelayParts, id: string): boolean {
    const claim = relay.claim();
    if (!claim) return false;
    ledger.plan(id);
    const row = ledger.rows.get(id);
    if (!row) throw new Error('Not planned');
    row.state = 'sending';
    relay.take([row.mail], claim);
    return true;
  }

  test('are sent and settled without being claimed again', async () => {
    const parts = relayOf(new LedgerInMemory(0), () => accepted, { owner: 'host:1' });
    expect(handOver(parts, 'born')).toBe(true);
    await parts.relay.drain();
    expect(parts.ledger.states()).toEqual({ accepted: 1 });
    expect(parts.transport.sent).toHaveLength(1);
  });

  test('wait in the ledger while the relay is full', () => {
    const parts = relayOf(new LedgerInMemory(0), () => new Promise<MailVerdict>(() => undefined), { owner: 'host:1', batch: 2 });
    expect(['a', 'b', 'c'].map((id) => handOver(parts, id))).toEqual([true, true, false]);
  });

  test('wait in the ledger while the channel is down', async () => {
    const parts = relayOf(new LedgerInMemory(0), () => down, { owner: 'host:1' });
    expect(handOver(parts, 'first')).toBe(true);
    await parts.relay.drain();
    expect(handOver(parts, 'second')).toBe(false);
    expect(parts.ledger.states()).toEqual({ planned: 1 });
  });

  test('go back to the ledger unsent when the channel failed after they were claimed', async () => {
    const parts = relayOf(new LedgerInMemory(0), () => down, { owner: 'host:1' });
    const { relay, ledger, transport } = parts;
    const claim = relay.claim();
    if (!claim) throw new Error('No claim');
    expect(handOver(parts, 'first')).toBe(true);
    await relay.drain();
    ledger.plan('second');
    const row = ledger.rows.get('second');
    if (!row) throw new Error('Not planned');
    row.state = 'sending';
    relay.take([row.mail], claim);
    await relay.drain();
    expect([transport.sent.length, ledger.states()]).toEqual([1, { planned: 2 }]);
  });

  test('are not taken by a relay that nobody knows by name', () => {
    expect(relayOf(new LedgerInMemory(0), () => accepted).relay.claim()).toBeNull();
  });
});
