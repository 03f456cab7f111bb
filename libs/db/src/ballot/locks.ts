import type { PoolClient } from 'pg';

/**
 * Who votes shares the session with the others; who opens, closes or counts has it alone. Advisory locks, because a lock
 * of a row stays written in that row: with it the row of a member would bear the number of the transaction that voted.
 */
const LOCK = {
  shared: `SELECT pg_advisory_xact_lock_shared(hashtextextended('session:' || $1, 0))`,
  alone: `SELECT pg_advisory_xact_lock(hashtextextended('session:' || $1, 0))`,
} as const;

export async function lockSession(client: PoolClient, sessionId: string, how: keyof typeof LOCK): Promise<void> {
  await client.query({ name: `lock-session-${how}`, text: LOCK[how], values: [sessionId] });
}

/** One thing at a time for a member: a vote, or a conflict declared before it. */
export async function lockSeat(client: PoolClient, sessionId: string, seat: number): Promise<void> {
  const text = `SELECT pg_advisory_xact_lock(hashtextextended('seat:' || $1 || ':' || $2::text, 0))`;
  await client.query({ name: 'lock-seat', text, values: [sessionId, seat] });
}
