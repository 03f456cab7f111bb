import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

/** What became of a remedy's first request under the same key. */
export type RemedyClaim =
  | { readonly is: 'new'; readonly id: string }
  | { readonly is: 'done'; readonly results: unknown }
  | { readonly is: 'running' }
  | { readonly is: 'other-request' };

export interface OpenTask {
  readonly id: string;
  readonly nominationId: string;
  readonly programme: string;
  readonly post: string;
  readonly personId: string;
}

export interface NewSubstitution {
  readonly programme: string;
  readonly post: string;
  readonly personId: string;
  /** UTC milliseconds. */
  readonly until: number;
  readonly reason: string;
}

const CLAIM = `
INSERT INTO inbox_event (id, source, event_id, type, payload_hash, payload, api_key_id, received_at, state)
VALUES ($1, $2, $3, 'laurel.operations.remedy', $4, jsonb_build_object('request', $5::jsonb), $6, now(), 'done')
ON CONFLICT (source, event_id) DO NOTHING`;

/** What operators do beside acts. Each request is kept in the inbox by its key: asked twice, done once. */
export class RemediesRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async claim(keyId: string, idempotencyKey: string, hash: string, request: object): Promise<RemedyClaim> {
    const id = newId();
    const source = `urn:laurel:remedies:${keyId}`;
    const { rowCount } = await this.database.pool.query(CLAIM, [id, source, idempotencyKey, hash, JSON.stringify(request), keyId]);
    if (rowCount === 1) return { is: 'new', id };
    const text = `SELECT payload_hash = $3 AS same, payload -> 'results' AS results FROM inbox_event WHERE source = $1 AND event_id = $2`;
    const { rows } = await this.database.pool.query<{ same: boolean; results: unknown }>(text, [source, idempotencyKey, hash]);
    const [row] = rows;
    if (!row?.same) return { is: 'other-request' };
    return row.results === null ? { is: 'running' } : { is: 'done', results: row.results };
  }

  async finish(id: string, results: object): Promise<void> {
    const text = `UPDATE inbox_event SET payload = payload || jsonb_build_object('results', $2::jsonb), done_at = now() WHERE id = $1`;
    await this.database.pool.query(text, [id, JSON.stringify(results)]);
  }

  async openTasks(nominationId: string): Promise<readonly OpenTask[]> {
    const text = `
      SELECT t.id, t.nomination_id AS "nominationId", n.programme, t.post, t.person_id AS "personId"
        FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.nomination_id = $1 AND t.state = 'open' ORDER BY t.seat, t.id`;
    const { rows } = await this.database.pool.query<OpenTask>(text, [nominationId]);
    return rows;
  }

  /** The nomination that an event made or named; undefined for an unknown event, null for one without a nomination. */
  async nominationOfEvent(eventId: string): Promise<string | null | undefined> {
    const text = `SELECT nomination_id AS id FROM inbox_event WHERE event_id = $1 OR id = $1 ORDER BY received_at DESC LIMIT 1`;
    const { rows } = await this.database.pool.query<{ id: string | null }>(text, [eventId]);
    return rows[0] && rows[0].id;
  }

  /** Gives back every lease and every back-off of the nomination, so that the loops try now. Says how many rows moved. */
  async retryNow(nominationId: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ moved: number }>(
      `WITH inbox AS (UPDATE inbox_event SET state = 'pending', lease_until = NULL WHERE nomination_id = $1
                       AND type = 'laurel.nomination.submitted.v1' AND state IN ('pending', 'dead') RETURNING 1),
            acts AS (UPDATE act SET lease_until = NULL WHERE nomination_id = $1 AND state = 'pending' RETURNING 1),
            mails AS (UPDATE mail_ledger SET send_after = now() WHERE nomination_id = $1 AND state IN ('planned', 'unknown') RETURNING 1)
       SELECT ((SELECT count(*) FROM inbox) + (SELECT count(*) FROM acts) + (SELECT count(*) FROM mails))::int AS moved`,
      [nominationId],
    );
    return rows[0]?.moved ?? 0;
  }

  /**
   * Sends the last mail of each open task again, and every mail that failed, to the address on record now. The
   * Message-ID stays, so that a mailbox that has it shows it once.
   */
  async resendMail(nominationId: string): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `UPDATE mail_ledger m SET state = 'planned', send_after = now(), lease_until = NULL, attempts = 0, last_error = NULL, to_address = p.email
         FROM person p
        WHERE m.nomination_id = $1 AND p.programme = m.programme AND p.id = m.person_id AND m.state <> 'sending'
          AND (m.state IN ('failed', 'bounced') OR m.id IN (
            SELECT DISTINCT ON (l.task_id, l.person_id) l.id FROM mail_ledger l JOIN task t ON t.id = l.task_id
             WHERE t.nomination_id = $1 AND t.state = 'open' ORDER BY l.task_id, l.person_id, l.planned_at DESC))`,
      [nominationId],
    );
    return rowCount ?? 0;
  }

  /** Lets somebody stand in for a post from now on; raises the version of the programme's people. */
  async substitute(substitution: NewSubstitution): Promise<void> {
    const { programme, post, personId, until, reason } = substitution;
    await this.database.pool.query(
      `WITH written AS (
         INSERT INTO substitution (programme, post, person_id, "from", "to", reason) VALUES ($1, $2, $3, now(), $4, $5) RETURNING programme)
       INSERT INTO directory_version (programme, version) SELECT programme, 1 FROM written
       ON CONFLICT (programme) DO UPDATE SET version = directory_version.version + 1`,
      [programme, post, personId, new Date(until).toISOString(), reason],
    );
  }
}
