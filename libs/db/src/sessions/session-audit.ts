import type { PoolClient } from 'pg';
import { chain } from '../case/audit-chain.ts';

/** What was done to a session: who, why, and facts without a person's name. Votes are never audited. */
export interface SessionAudit {
  readonly action: string;
  /** Person id, `key:<id>` or `system`. */
  readonly actor: string;
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const LAST = 'SELECT seq, hash FROM audit_event WHERE nomination_id = $1 ORDER BY seq DESC LIMIT 1';

const APPEND = `
INSERT INTO audit_event (nomination_id, seq, action, actor, acting_for, reason, act_id, rule_set_version, facts, at, previous_hash, hash)
VALUES ($1, $2, $3, $4, NULL, $5, NULL, '', $6, $7, $8, $9)`;

/** Adds a link to the session's own audit chain. The caller has the session alone, so nobody adds beside it. */
export async function auditSession(client: PoolClient, sessionId: string, { action, actor, reason, facts }: SessionAudit): Promise<void> {
  const stream = `session:${sessionId}`;
  const { rows } = await client.query<{ seq: number; hash: string }>(LAST, [stream]);
  const entry = { action, actor, actingFor: null, reason: reason ?? null, actId: null, at: Date.now(), facts: facts ?? {} };
  const from = { nominationId: stream, seq: rows[0]?.seq ?? 0, ruleSetVersion: '', hash: rows[0]?.hash ?? '' };
  for (const link of chain([entry], from)) {
    const values = [
      stream,
      link.seq,
      action,
      actor,
      entry.reason,
      JSON.stringify(entry.facts),
      new Date(entry.at),
      link.previousHash,
      link.hash,
    ];
    await client.query(APPEND, values);
  }
}
