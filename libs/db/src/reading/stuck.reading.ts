import type { Database } from '../database.ts';
import { isoOf } from './nomination.rows.ts';
import type { IsoInstant } from './nomination.types.ts';

/** Classes that this server's own tables show. */
export type TableClass = 'MAIL_CHANNEL_DOWN' | 'MAIL_UNDELIVERABLE' | 'OVERDUE' | 'EVENT_DEAD_LETTER';

export interface StuckCase {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly since: IsoInstant;
}

/** Things that are stuck for one cause. */
export interface StuckFinding {
  readonly class: TableClass;
  readonly groupKey: string;
  readonly count: number;
  readonly since: IsoInstant;
  readonly evidence: string;
  readonly cases: readonly StuckCase[];
}

interface FindingRow {
  readonly class: TableClass;
  readonly group: string;
  readonly count: number;
  readonly since: Date;
  readonly evidence: string | null;
  readonly cases: readonly { readonly n: string | null; readonly e: string | null; readonly s: string }[];
}

const CASES = `(json_agg(json_build_object('n', nomination_id, 'e', event_id, 's', since) ORDER BY since))`;

/** Later than this after its own instant, a step of the engine is late and not merely about to happen. */
const GRACE = `interval '60 seconds'`;

const FINDINGS = `
WITH stuck AS (
  SELECT 'MAIL_CHANNEL_DOWN' AS class, '' AS sub, m.nomination_id, NULL AS event_id, c.since AS since, c.reason AS evidence
    FROM mail_channel c LEFT JOIN mail_ledger m ON m.state IN ('planned', 'sending', 'unknown') WHERE NOT c.up
  UNION ALL
  SELECT 'MAIL_UNDELIVERABLE', m.person_id, m.nomination_id, NULL, coalesce(m.send_after, m.planned_at), coalesce(m.last_error, m.response)
    FROM mail_ledger m LEFT JOIN task t ON t.id = m.task_id WHERE m.state IN ('failed', 'bounced') AND (t.id IS NULL OR t.state = 'open')
  UNION ALL
  SELECT 'OVERDUE', n.programme || '/' || n.stage, n.id, NULL, late.since, 'the workflow has not moved at its own instant'
    FROM nomination n, LATERAL (SELECT least(
           CASE WHEN NOT (n.wait ->> 'escalated')::boolean THEN to_timestamp((n.wait -> 'plan' ->> 'escalateAt')::bigint / 1000.0) END,
           to_timestamp((n.wait -> 'plan' ->> 'closesAt')::bigint / 1000.0)) AS since) late
   WHERE n.ended_at IS NULL AND NOT n.held AND n.due_at < now() - ${GRACE} AND late.since < now() - ${GRACE}
  UNION ALL
  SELECT 'EVENT_DEAD_LETTER', i.type, i.nomination_id, i.event_id, i.received_at, i.last_error FROM inbox_event i WHERE i.state = 'dead'
)
SELECT class, sub AS group, count(*)::int, min(since) AS since, max(evidence) AS evidence, ${CASES} AS cases
  FROM stuck GROUP BY class, sub ORDER BY class, sub`;

/** What is stuck as far as the tables tell. */
export class StuckReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async findings(): Promise<readonly StuckFinding[]> {
    const { rows } = await this.database.pool.query<FindingRow>(FINDINGS);
    return rows.map((row) => ({
      class: row.class,
      groupKey: row.group === '' ? row.class : `${row.class}:${row.group}`,
      count: row.count,
      since: isoOf(row.since),
      evidence: row.evidence ?? '',
      cases: row.cases.filter(({ n, e }) => n !== null || e !== null).map(caseOf),
    }));
  }

  /** How much waits for a worker: events not started, acts not recorded. */
  async waiting(): Promise<{ readonly events: number; readonly acts: number }> {
    const { rows } = await this.database.pool.query<{ events: number; acts: number }>(`
      SELECT (SELECT count(*)::int FROM inbox_event WHERE state = 'pending') AS events,
             (SELECT count(*)::int FROM act WHERE state = 'pending') AS acts`);
    return rows[0] ?? { events: 0, acts: 0 };
  }
}

function caseOf({ n, e, s }: FindingRow['cases'][number]): StuckCase {
  return { ...(n === null ? {} : { nominationId: n }), ...(e === null ? {} : { eventId: e }), since: isoOf(s) };
}
