import type { Database } from '../database.ts';

/** What the server's list says of one open workflow. */
export interface WorkflowListed {
  readonly nominationId: string;
  readonly state: string | null;
  readonly level: string | null;
}

/** What moved within this time may look different from here and from there. */
const SETTLED = `interval '10 seconds'`;

// What each side says, in codes that need no language.
const COMPARE = `
WITH listed AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS l("nominationId" text, state text, level text)),
found AS (
  SELECT l."nominationId" AS id,
         CASE WHEN n.id IS NULL THEN 'no-nomination' WHEN n.ended_at IS NOT NULL THEN 'ended-in-tables' ELSE 'differs' END AS kind,
         'Laurel: ' || coalesce(n.state || ', ' || n.level, '–') || '; Temporal: ' || coalesce(l.state, '?') || ', ' || coalesce(l.level, '?') AS detail
    FROM listed l LEFT JOIN nomination n ON n.id = l."nominationId"
   WHERE n.id IS NULL OR (n.updated_at < now() - ${SETTLED}
     AND (n.ended_at IS NOT NULL OR (l.state IS NOT NULL AND l.state <> n.state) OR (l.level IS NOT NULL AND l.level <> n.level)))
), mended AS (
  DELETE FROM reconciled_difference d USING listed l WHERE d.nomination_id = l."nominationId" AND NOT EXISTS (SELECT 1 FROM found f WHERE f.id = d.nomination_id)
)
INSERT INTO reconciled_difference (nomination_id, kind, detail, since, seen_at) SELECT id, kind, detail, now(), now() FROM found
ON CONFLICT (nomination_id) DO UPDATE SET kind = excluded.kind, detail = excluded.detail, seen_at = now()`;

const ABSENT = `
WITH listed AS (SELECT unnest($1::text[]) AS id),
mended AS (
  DELETE FROM reconciled_difference d USING listed l WHERE d.kind = 'no-workflow' AND d.nomination_id = l.id
), ended AS (
  DELETE FROM reconciled_difference d USING nomination n WHERE d.kind = 'no-workflow' AND n.id = d.nomination_id AND n.ended_at IS NOT NULL
), unlisted AS (
  DELETE FROM reconciled_difference d WHERE d.kind <> 'no-workflow' AND NOT EXISTS (SELECT 1 FROM listed l WHERE l.id = d.nomination_id)
)
INSERT INTO reconciled_difference (nomination_id, kind, detail, since, seen_at)
SELECT n.id, 'no-workflow', 'Laurel: ' || n.state || ', ' || n.level || '; Temporal: –', now(), now() FROM nomination n
 WHERE n.ended_at IS NULL AND n.updated_at < to_timestamp($2::float8 / 1000) AND NOT EXISTS (SELECT 1 FROM listed l WHERE l.id = n.id)
   AND EXISTS (SELECT 1 FROM inbox_event i WHERE i.nomination_id = n.id AND i.type = 'laurel.nomination.submitted.v1' AND i.state = 'done')
 LIMIT 10000
ON CONFLICT (nomination_id) DO UPDATE SET kind = excluded.kind, detail = excluded.detail, seen_at = now()`;

/** Rows that cannot be worked on because what they name does not exist. */
const ORPHANS = `
UPDATE inbox_event i SET state = 'dead', last_error = 'It names a nomination that does not exist.'
 WHERE i.state = 'pending' AND i.received_at < now() - ${SETTLED} AND NOT EXISTS (SELECT 1 FROM nomination n WHERE n.id = i.nomination_id)`;

/** Compares the tables with what the server lists. Differences are kept until a later look finds them gone. */
export class ReconcilerRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Workflows that the server lists against their rows. */
  async compare(listed: readonly WorkflowListed[]): Promise<void> {
    await this.database.pool.query(COMPARE, [JSON.stringify(listed)]);
  }

  /**
   * Ends a walk through the whole list: notes open nominations that were not on it and had not moved since `before` (UTC
   * milliseconds), and forgets differences of workflows that run no more.
   */
  async endWalk(ids: readonly string[], before: number): Promise<void> {
    await this.database.pool.query(ABSENT, [ids, before]);
  }

  async differences(): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM reconciled_difference');
    return rows[0]?.count ?? 0;
  }

  /** Ends events that nobody can ever work on. Answers how many. */
  async buryOrphans(): Promise<number> {
    return (await this.database.pool.query(ORPHANS)).rowCount ?? 0;
  }
}
