import type { ClaimedMail, MailLedger, MailVerdict } from '@laurel/contracts';
import { assertNever, type MailKind } from '@laurel/domain';
import type { Database } from '../database.ts';
import { CHANNEL, CLAIM, LEDGER_OF, RENEW, REPORT_CHANNEL, SETTLE } from './mail-ledger.sql.ts';

/** `withheld`: planned for the record only, because its person asked for fewer mails. */
export type MailState = 'planned' | 'sending' | 'accepted' | 'unknown' | 'failed' | 'bounced' | 'withheld';

/** A row of the ledger as people see it: everything but the words. */
export interface MailLedgerEntry {
  readonly id: string;
  readonly kind: string;
  readonly occurrence: number;
  readonly personId: string;
  readonly taskId: string | null;
  readonly messageId: string;
  readonly to: string;
  readonly language: string;
  readonly state: MailState;
  /** Attempts that an answer or a crash has ended; waiting for a dead channel does not count. */
  readonly attempts: number;
  readonly plannedAt: Date;
  readonly sendAfter: Date;
  readonly acceptedAt: Date | null;
  readonly response: string | null;
  readonly lastError: string | null;
}

export interface MailChannelState {
  readonly up: boolean;
  readonly reason: string | null;
  readonly since: Date;
  readonly checkedAt: Date;
}

/** One row of the settling statement; `retry` in UTC ms. */
interface SettledRow {
  readonly id: string;
  readonly state: MailState;
  readonly counts: 0 | 1;
  readonly retry: number | null;
  readonly response: string | null;
  readonly reason: string | null;
}

/** The mail ledger in PostgreSQL. Leases and due times go by the clock of the database. */
export class MailLedgerRepository implements MailLedger {
  private readonly database: Database;
  private readonly owner: string | null;
  private readonly only: MailKind | null;

  /** `owner` is who claims: `<host>:<process>`; null for those who only read. `only` is the one kind that it claims. */
  constructor(database: Database, owner: string | null = null, only: MailKind | null = null) {
    this.database = database;
    this.owner = owner;
    this.only = only;
  }

  async claim(limit: number, leaseMs: number): Promise<ClaimedMail[]> {
    const values = [limit, leaseMs, this.owner, this.only];
    const { rows } = await this.database.pool.query<ClaimedMail>({ name: 'claim-mail', text: CLAIM, values });
    return rows;
  }

  async renew(ids: readonly string[], leaseMs: number): Promise<void> {
    await this.database.pool.query({ name: 'renew-mail', text: RENEW, values: [ids, leaseMs] });
  }

  async settle(verdicts: readonly { readonly id: string; readonly verdict: MailVerdict }[]): Promise<void> {
    if (verdicts.length === 0) return;
    const rows = verdicts.map(({ id, verdict }) => rowOf(id, verdict));
    await this.database.pool.query({ name: 'settle-mail', text: SETTLE, values: [JSON.stringify(rows)] });
  }

  async reportChannel(state: { readonly up: boolean; readonly reason: string | null; readonly at: number }): Promise<void> {
    const reason = state.reason === null ? null : storable(state.reason);
    await this.database.pool.query({ name: 'report-mail-channel', text: REPORT_CHANNEL, values: [state.up, reason, state.at] });
  }

  /** How the channel stands; null before anything was ever sent. */
  async channel(): Promise<MailChannelState | null> {
    const { rows } = await this.database.pool.query<MailChannelState>({ name: 'mail-channel', text: CHANNEL });
    return rows[0] ?? null;
  }

  /** Every mail that was ever planned for a nomination, oldest first. */
  async ledgerOf(nominationId: string): Promise<MailLedgerEntry[]> {
    const { rows } = await this.database.pool.query<MailLedgerEntry>({ name: 'mail-ledger-of', text: LEDGER_OF, values: [nominationId] });
    return rows;
  }
}

function rowOf(id: string, verdict: MailVerdict): SettledRow {
  const none = { id, retry: null, response: null, reason: null };
  switch (verdict.is) {
    case 'accepted':
      return { ...none, state: 'accepted', counts: 1, response: storable(verdict.response) };
    case 'deferred':
      return { ...none, state: 'planned', counts: verdict.channel ? 0 : 1, retry: verdict.retryAt, reason: storable(verdict.reason) };
    case 'unknown':
      return { ...none, state: 'unknown', counts: 1, retry: verdict.retryAt, reason: storable(verdict.reason) };
    case 'failed':
      return { ...none, state: 'failed', counts: 1, reason: storable(verdict.reason) };
    default:
      return assertNever(verdict);
  }
}

/** jsonb has no NUL and no halves of characters; a server's answer may hold anything. */
function storable(text: string): string {
  return text
    .replace(/[\0\p{Cs}]/gu, '')
    .slice(0, 500)
    .replace(/[\uD800-\uDBFF]$/, '');
}
