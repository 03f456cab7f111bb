import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

/** What one item of a job is about. */
export interface JobTarget {
  readonly nominationId: string | null;
  readonly eventId: string | null;
}

export interface NewJob {
  readonly keyId: string;
  readonly idempotencyKey: string;
  readonly hash: string;
  readonly request: object;
  readonly targets: readonly JobTarget[];
}

/** An item that this worker has claimed. */
export interface ClaimedItem extends JobTarget {
  readonly jobId: string;
  readonly position: number;
  readonly keyId: string;
  readonly request: unknown;
  /** This one included. */
  readonly attempts: number;
}

export interface JobView {
  readonly id: string;
  readonly request: unknown;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly total: number;
  readonly done: number;
  /** Results of the items that are done, in order. */
  readonly results: readonly unknown[];
}

const WRITE = `
WITH job AS (
  INSERT INTO operator_job (id, key_id, idempotency_key, request_hash, request, finished_at)
  VALUES ($1, $2, $3, $4, $5, CASE WHEN $6::jsonb = '[]' THEN now() END)
  ON CONFLICT (key_id, idempotency_key) DO NOTHING RETURNING id
)
, items AS (
  INSERT INTO operator_job_item (job_id, position, nomination_id, event_id)
  SELECT job.id, (t.ordinality - 1)::int, t.value ->> 'nominationId', t.value ->> 'eventId'
    FROM job, jsonb_array_elements($6::jsonb) WITH ORDINALITY t
)
SELECT id FROM job`;

const CLAIM = `
UPDATE operator_job_item i SET lease_until = now() + make_interval(secs => $2), attempts = i.attempts + 1
  FROM operator_job j
 WHERE j.id = i.job_id AND (i.job_id, i.position) IN (
   SELECT job_id, position FROM operator_job_item WHERE state = 'pending' AND (lease_until IS NULL OR lease_until < now())
      AND ($3::text IS NULL OR job_id = $3)
    ORDER BY job_id, position LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING i.job_id AS "jobId", i.position, i.nomination_id AS "nominationId", i.event_id AS "eventId", j.key_id AS "keyId", j.request, i.attempts`;

const HOLD = `SELECT FROM operator_job WHERE id = $1 FOR UPDATE`;

const SETTLE = `
WITH settled AS (
  UPDATE operator_job_item SET state = 'done', results = $3, done_at = now(), lease_until = NULL
   WHERE job_id = $1 AND position = $2 AND state = 'pending' RETURNING job_id
)
UPDATE operator_job j SET finished_at = now() FROM settled
 WHERE j.id = settled.job_id AND j.finished_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM operator_job_item i WHERE i.job_id = j.id AND i.state = 'pending' AND i.position <> $2)`;

const VIEW = `
SELECT j.id, j.request, j.created_at AS "createdAt", j.finished_at AS "finishedAt", count(i.position)::int AS total,
       count(i.done_at)::int AS done, coalesce(jsonb_agg(i.results ORDER BY i.position) FILTER (WHERE i.done_at IS NOT NULL), '[]') AS results
  FROM operator_job j LEFT JOIN operator_job_item i ON i.job_id = j.id WHERE j.id = $1 GROUP BY j.id`;

type ViewRow = Omit<JobView, 'createdAt' | 'finishedAt'> & { readonly createdAt: Date; readonly finishedAt: Date | null };

/** Remedies on many: written whole, done item by item, each once, by whichever worker is there. */
export class JobRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The job of this key and Idempotency-Key: written now, or before. */
  async write({ keyId, idempotencyKey, hash, request, targets }: NewJob): Promise<{ readonly id: string } | 'other-request'> {
    const values = [newId(), keyId, idempotencyKey, hash, JSON.stringify(request), JSON.stringify(targets)];
    const { rows } = await this.database.pool.query<{ id: string }>(WRITE, values);
    if (rows[0]) return rows[0];
    const text = `SELECT id, request_hash = $3 AS same FROM operator_job WHERE key_id = $1 AND idempotency_key = $2`;
    const known = await this.database.pool.query<{ id: string; same: boolean }>(text, [keyId, idempotencyKey, hash]);
    const [row] = known.rows;
    return row?.same ? { id: row.id } : 'other-request';
  }

  /** A key that has been used already, before any target is looked up. */
  async find(keyId: string, idempotencyKey: string): Promise<{ readonly id: string; readonly hash: string } | null> {
    const text = `SELECT id, request_hash AS hash FROM operator_job WHERE key_id = $1 AND idempotency_key = $2`;
    const { rows } = await this.database.pool.query<{ id: string; hash: string }>(text, [keyId, idempotencyKey]);
    return rows[0] ?? null;
  }

  /** Claims items, of one job where it is named. */
  async claim(limit: number, leaseSeconds: number, jobId: string | null): Promise<readonly ClaimedItem[]> {
    const { rows } = await this.database.pool.query<ClaimedItem>({
      name: 'claim-job-items',
      text: CLAIM,
      values: [limit, leaseSeconds, jobId],
    });
    return rows;
  }

  /**
   * Notes what became of an item; the last one ends the job. One after the other: two that are settled in the same moment would
   * each find the other still pending, and the job would never end.
   */
  async settle({ jobId, position }: Pick<ClaimedItem, 'jobId' | 'position'>, results: readonly object[]): Promise<void> {
    await this.database.transaction(async (client) => {
      await client.query({ name: 'hold-job', text: HOLD, values: [jobId] });
      await client.query({ name: 'settle-job-item', text: SETTLE, values: [jobId, position, JSON.stringify(results)] });
    });
  }

  /** Lets an item that failed be tried again soon. */
  async release({ jobId, position }: Pick<ClaimedItem, 'jobId' | 'position'>, seconds: number): Promise<void> {
    const text = `UPDATE operator_job_item SET lease_until = now() + make_interval(secs => $3) WHERE job_id = $1 AND position = $2 AND state = 'pending'`;
    await this.database.pool.query(text, [jobId, position, seconds]);
  }

  async view(id: string): Promise<JobView | null> {
    const { rows } = await this.database.pool.query<ViewRow>(VIEW, [id]);
    const [row] = rows;
    if (!row) return null;
    return { ...row, results: row.results.flat(), createdAt: row.createdAt.getTime(), finishedAt: row.finishedAt?.getTime() ?? null };
  }
}
