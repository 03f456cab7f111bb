import type { ClaimedMail, MailLedger, MailVerdict } from '@laurel/contracts';
import { sampleMails } from '../samples.ts';
import type { MailTransport, OutgoingMail } from '../transport/mail-transport.ts';
import { MailRelay, type MailRelayOptions } from './mail-relay.ts';

interface Row {
  readonly mail: ClaimedMail;
  state: 'planned' | 'sending' | MailVerdict['is'];
  verdict: MailVerdict | null;
  sendAfter: number;
}

/** The ledger's contract in memory, with a clock that the spec moves. */
export class LedgerInMemory implements MailLedger {
  readonly rows = new Map<string, Row>();
  readonly reports: { up: boolean; reason: string | null }[] = [];
  readonly settlements: number[] = [];
  readonly renewals: number[] = [];
  broken = false;
  now = 1_000_000;

  constructor(count: number, change: (mail: ClaimedMail, index: number) => ClaimedMail = (mail) => mail) {
    for (let index = 0; index < count; index++) this.plan(`m${String(index)}`, (mail) => change(mail, index));
  }

  plan(id: string, change: (mail: ClaimedMail) => ClaimedMail = (mail) => mail): void {
    const [sample] = sampleMails();
    if (!sample) throw new Error('No samples');
    const mail = change({ ...sample.mail, id, messageId: `<${id}@laurel.example.vn>`, to: `${id}@example.vn` });
    this.rows.set(id, { mail, state: 'planned', verdict: null, sendAfter: 0 });
  }

  claim(limit: number): Promise<ClaimedMail[]> {
    if (this.broken) return Promise.reject(new Error('the ledger is down'));
    const due = [...this.rows.values()]
      .filter(({ state, sendAfter }) => (state === 'planned' || state === 'unknown') && sendAfter <= this.now)
      .slice(0, limit);
    for (const row of due) row.state = 'sending';
    return Promise.resolve(due.map(({ mail }) => mail));
  }

  renew(ids: readonly string[]): Promise<void> {
    this.renewals.push(ids.length);
    return this.broken ? Promise.reject(new Error('the ledger is down')) : Promise.resolve();
  }

  settle(verdicts: readonly { readonly id: string; readonly verdict: MailVerdict }[]): Promise<void> {
    if (this.broken) return Promise.reject(new Error('the ledger is down'));
    this.settlements.push(verdicts.length);
    for (const { id, verdict } of verdicts) this.settleOne(id, verdict);
    return Promise.resolve();
  }

  reportChannel({ up, reason }: { readonly up: boolean; readonly reason: string | null }): Promise<void> {
    this.reports.push({ up, reason });
    return Promise.resolve();
  }

  states(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { state } of this.rows.values()) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  private settleOne(id: string, verdict: MailVerdict): void {
    const row = this.rows.get(id);
    if (row?.state !== 'sending') return;
    row.verdict = verdict;
    row.state = verdict.is === 'deferred' ? 'planned' : verdict.is;
    if ('retryAt' in verdict) row.sendAfter = verdict.retryAt;
  }
}

/** A transport that answers as it is told to. */
export class TransportByWord implements MailTransport {
  readonly width = 4;
  readonly sent: OutgoingMail[] = [];
  private readonly answer: (mail: OutgoingMail) => MailVerdict | Promise<MailVerdict>;

  constructor(answer: (mail: OutgoingMail) => MailVerdict | Promise<MailVerdict>) {
    this.answer = answer;
  }

  async send(mail: OutgoingMail): Promise<MailVerdict> {
    this.sent.push(mail);
    await new Promise((resolve) => setImmediate(resolve));
    return this.answer(mail);
  }

  close(): void {
    return undefined;
  }
}

export const links = {
  linkTo: (taskId: string): string => `https://laurel.example.vn/t/${taskId}-0123456789012345678901234567890123456789`,
  publicPageOf: (nominationId: string): string => `https://laurel.example.vn/n/${nominationId}`,
};
export const accepted: MailVerdict = { is: 'accepted', response: '250 ok' };
export const down: MailVerdict = { is: 'deferred', reason: 'connect ECONNREFUSED', retryAt: 0, channel: true };

export interface RelayParts {
  readonly ledger: LedgerInMemory;
  readonly transport: TransportByWord;
  readonly relay: MailRelay;
}

/** A relay of this ledger whose transport answers as told. */
export function relayOf(
  ledger: LedgerInMemory,
  answer: (mail: OutgoingMail) => MailVerdict | Promise<MailVerdict>,
  { owner, ...options }: Partial<MailRelayOptions> & { readonly owner?: string } = {},
): RelayParts {
  const transport = new TransportByWord(answer);
  const known = owner === undefined ? {} : { owner };
  return { ledger, transport, relay: new MailRelay({ ledger, transport, links, now: () => ledger.now, options, ...known }) };
}
