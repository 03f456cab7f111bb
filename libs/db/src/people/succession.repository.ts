import type { Database } from '../database.ts';
import { newId } from '../ids.ts';

/** Open tasks of units whose last day is over in the zone of the case's own calendar, and nobody is at it: $1 limit. */
const LEFT_BEHIND = `
SELECT t.id AS "taskId", t.nomination_id AS "nominationId"
  FROM unit u
  JOIN task t ON t.state = 'open' AND starts_with(t.post, u.key || '/')
  JOIN nomination n ON n.id = t.nomination_id AND n.programme = u.programme
  JOIN rule_set_version r ON r.programme = n.programme AND r.version = n.rule_set_version
 WHERE u.successor IS NOT NULL
   AND u.valid_to < (now() AT TIME ZONE coalesce(r.definition #>> '{calendar,days,zone}', 'UTC'))::date
   AND EXISTS (SELECT 1 FROM post p WHERE p.programme = u.programme AND p.unit = u.successor)
   AND NOT EXISTS (SELECT 1 FROM act a WHERE a.task_id = t.id AND a.kind = 'succeed'
                      AND (a.state <> 'refused' OR a.settled_at > now() - interval '1 hour'))
 ORDER BY t.opened_at, t.id LIMIT $1`;

const PASS_ON = `
INSERT INTO act (id, nomination_id, kind, task_id, actor, body, state)
SELECT s.id, s."nominationId", 'succeed', s."taskId", 'source:directory', jsonb_build_object('kind', 'succeed', 'taskId', s."taskId"), 'pending'
  FROM jsonb_to_recordset($1::jsonb) AS s(id text, "nominationId" text, "taskId" text)
ON CONFLICT (task_id, actor, kind, choice) WHERE task_id IS NOT NULL AND state <> 'refused' DO NOTHING`;

// The version of the directory rises only where an address moved, so that caches do not reload for nothing.
const MOVE_ADDRESSES = `
WITH moved AS (
  UPDATE person p SET email = a.email FROM address_holding a
   WHERE a.programme = p.programme AND a.person_id = p.id AND a."from" <= now() AND (a."to" IS NULL OR a."to" > now()) AND p.email <> a.email
  RETURNING p.programme
), raised AS (
  UPDATE directory_version SET version = version + 1 WHERE programme IN (SELECT programme FROM moved)
)
SELECT count(*)::int AS moved FROM moved`;

/** Finds what an abolished unit leaves behind, and asks its nominations to pass it to the successor. */
export class SuccessionRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Writes one act for each open task of an abolished unit; a task that has one already gets none. Answers how many. */
  async passOn(limit: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ taskId: string; nominationId: string }>(LEFT_BEHIND, [limit]);
    if (rows.length === 0) return 0;
    const acts = rows.map((row) => ({ id: newId(), ...row }));
    const { rowCount } = await this.database.pool.query(PASS_ON, [JSON.stringify(acts)]);
    return rowCount ?? 0;
  }

  /** Lets each person have the address that has begun. Answers how many moved; safe to run again, which moves nobody twice. */
  async moveAddresses(): Promise<number> {
    const { rows } = await this.database.pool.query<{ moved: number }>(MOVE_ADDRESSES);
    return rows[0]?.moved ?? 0;
  }
}
