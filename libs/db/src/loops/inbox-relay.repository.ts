import type { Database } from '../database.ts';

/** A submitted nomination whose workflow has not been started yet. */
export interface PendingStart {
  readonly eventRowId: string;
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  readonly attempts: number;
}

const CLAIM = `
UPDATE inbox_event i SET lease_until = now() + make_interval(secs => $2), lease_owner = $3, attempts = i.attempts + 1
  FROM nomination n
 WHERE i.id IN (SELECT id FROM inbox_event WHERE state = 'pending' AND (lease_until IS NULL OR lease_until < now())
                 ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   AND n.id = i.nomination_id
RETURNING i.id AS "eventRowId", n.id AS "nominationId", n.programme, n.campaign, i.attempts`;

/** The inbox as the relay empties it. */
export class InboxRelayRepository {
  private readonly database: Database;
  private readonly owner: string | null;

  /** `owner` is who claims: `<host>:<process>`. */
  constructor(database: Database, owner: string | null = null) {
    this.database = database;
    this.owner = owner;
  }

  async claim(limit: number, leaseSeconds: number): Promise<readonly PendingStart[]> {
    const { rows } = await this.database.pool.query<PendingStart>({
      name: 'claim-inbox',
      text: CLAIM,
      values: [limit, leaseSeconds, this.owner],
    });
    return rows;
  }

  async markStarted(eventRowIds: readonly string[]): Promise<void> {
    const text = `UPDATE inbox_event SET state = 'done', done_at = now(), lease_until = NULL WHERE id = ANY($1)`;
    await this.database.pool.query({ name: 'mark-started', text, values: [eventRowIds] });
  }

  /** Keeps the row pending and says why it could not be started; its lease is given back so that it is tried again soon. */
  async markFailed(eventRowId: string, error: string, retrySeconds: number): Promise<void> {
    const text = `UPDATE inbox_event SET last_error = $2, lease_until = now() + make_interval(secs => $3) WHERE id = $1`;
    await this.database.pool.query({ name: 'mark-start-failed', text, values: [eventRowId, error.slice(0, 500), retrySeconds] });
  }

  /** Ends a row that can never be worked on; it is seen as a dead letter. */
  async bury(eventRowId: string, error: string): Promise<void> {
    const text = `UPDATE inbox_event SET state = 'dead', last_error = $2, lease_until = NULL WHERE id = $1 AND state = 'pending'`;
    await this.database.pool.query({ name: 'bury-event', text, values: [eventRowId, error.slice(0, 500)] });
  }
}
