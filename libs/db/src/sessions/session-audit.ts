import type { PoolClient } from 'pg';
import { auditInStream, withinClient, type StreamEntry } from '../case/audit-stream.ts';

/** Adds a link to the session's own audit chain, in the transaction of `client`. */
export async function auditSession(client: PoolClient, sessionId: string, entry: StreamEntry): Promise<void> {
  await auditInStream(withinClient(client), `session:${sessionId}`, entry);
}
