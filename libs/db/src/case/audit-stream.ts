import type { AuditEntry } from '@laurel/domain';
import type { PoolClient } from 'pg';
import type { Transaction } from '../database.ts';
import { auditHash } from './audit-chain.ts';

/** What was done, by whom and why; facts name ids, never people. Votes are never audited. */
export interface StreamEntry {
  readonly action: string;
  /** Person id, `key:<id>`, `operator`, `anonymous` or `system`. */
  readonly actor: string;
  readonly reason?: string | null;
  readonly facts?: AuditEntry['facts'];
}

/** Runs one statement in the transaction of the caller. */
export type Within = <Row>(sql: string, ...values: readonly unknown[]) => Promise<readonly Row[]>;

export const withinClient =
  (client: Pick<PoolClient, 'query'>): Within =>
  async <Row>(sql: string, ...values: readonly unknown[]) =>
    (await client.query(sql, [...values])).rows as readonly Row[];

export const withinPrisma =
  (tx: Transaction): Within =>
  <Row>(sql: string, ...values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(sql, ...values);

// Of a function that answers nothing no column can be read, hence the 1.
const LOCK = `SELECT 1 AS held FROM pg_advisory_xact_lock(hashtext('audit:' || $1::text))`;

const LAST = 'SELECT seq, hash FROM audit_event WHERE nomination_id = $1 ORDER BY seq DESC LIMIT 1';

const APPEND = `
INSERT INTO audit_event (nomination_id, seq, action, actor, acting_for, reason, act_id, rule_set_version, facts, at, previous_hash, hash)
VALUES ($1, $2::int, $3, $4, NULL, $5, NULL, '', $6::jsonb, $7::timestamptz, $8, $9)`;

/** Until the transaction ends nobody else adds to the stream. Taken again by the same transaction it changes nothing. */
export async function holdStream(within: Within, stream: string): Promise<void> {
  await within(LOCK, stream);
}

/**
 * Adds a link to an audit chain that is not a nomination's: `access`, `people:<programme>` or `session:<id>`. Part of the
 * caller's transaction, so that nothing is done without its link and no link tells of what was not done.
 */
export async function auditInStream(within: Within, stream: string, { action, actor, reason, facts }: StreamEntry): Promise<void> {
  await holdStream(within, stream);
  const [last] = await within<{ seq: number; hash: string }>(LAST, stream);
  const entry = { action, actor, actingFor: null, reason: reason ?? null, actId: null, at: Date.now(), facts: facts ?? {} };
  const place = { nominationId: stream, seq: (last?.seq ?? 0) + 1, ruleSetVersion: '', previousHash: last?.hash ?? '' };
  const written = [stream, place.seq, action, actor, entry.reason, JSON.stringify(entry.facts), new Date(entry.at), place.previousHash];
  await within(APPEND, ...written, auditHash({ ...entry, ...place }));
}
