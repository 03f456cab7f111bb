import type { PoolClient } from 'pg';

/** Tables of a ballot that have a partition for each session. */
type Partitioned = 'ballot_roll' | 'ballot_box';

/** The partition's name; a session id is letters and digits, so it needs no quoting but its own case. */
function partitionOf(table: Partitioned, sessionId: string): string {
  if (!/^[0-9A-Za-z]+$/.test(sessionId)) throw new Error('A session id is letters and digits');
  return `${table}_${sessionId.toLowerCase()}`;
}

/** Makes the session's own roll and box; nothing when they are there. */
export async function makePartitions(client: PoolClient, sessionId: string): Promise<void> {
  for (const table of ['ballot_roll', 'ballot_box'] as const)
    await client.query(`CREATE TABLE IF NOT EXISTS ${partitionOf(table, sessionId)} PARTITION OF ${table} FOR VALUES IN ('${sessionId}')`);
}

/** Removes the box with its file: no dead row, no page and no index of it is left in the database. */
export async function dropBox(client: PoolClient, sessionId: string): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS ${partitionOf('ballot_box', sessionId)}`);
}

/**
 * Writes the roll anew in the order of seats, into a new file: all rows bear one transaction, and their places say nothing
 * about who came first.
 */
export async function rewriteRoll(client: PoolClient, sessionId: string): Promise<void> {
  const { rows } = await client.query<{ seat: number; nonce_hash: string }>(
    'SELECT seat, nonce_hash FROM ballot_roll WHERE session_id = $1 ORDER BY seat',
    [sessionId],
  );
  await client.query(`TRUNCATE ${partitionOf('ballot_roll', sessionId)}`);
  await client.query('INSERT INTO ballot_roll (session_id, seat, nonce_hash) SELECT $1, * FROM unnest($2::int[], $3::text[])', [
    sessionId,
    rows.map(({ seat }) => seat),
    rows.map(({ nonce_hash }) => nonce_hash),
  ]);
}
