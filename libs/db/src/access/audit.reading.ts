import type { Database } from '../database.ts';
import { cursorOf, placeOf } from '../reading/cursor.ts';
import type { TimelineEntry } from '../reading/nomination.types.ts';

export interface AuditLine extends TimelineEntry {
  /** A nomination's id, `people:<programme>` or `access`. */
  readonly subject: string;
  readonly hash: string;
}

export interface AuditFilter {
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AuditPage {
  readonly entries: readonly AuditLine[];
  readonly nextCursor: string | null;
}

type Row = Omit<AuditLine, 'at'> & { readonly at: Date };

const COLUMNS = { subject: 'nomination_id', actor: 'actor', action: 'action' } as const;

/** The audit chains as auditors read them, newest first. */
export class AuditReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async page(filter: AuditFilter): Promise<AuditPage> {
    const values: unknown[] = [];
    const conditions: string[] = [];
    for (const name of ['subject', 'actor', 'action'] as const)
      if (filter[name] !== undefined) conditions.push(`e.${COLUMNS[name]} = $${String(values.push(filter[name]))}`);
    if (filter.cursor !== undefined) {
      const place = placeOf(filter.cursor, ['instant', 'text', 'count']);
      const [at, subject, seq] = place.map((value) => `$${String(values.push(value))}`);
      conditions.push(`(e.at, e.nomination_id, e.seq) < (${String(at)}::timestamptz, ${String(subject)}, ${String(seq)}::int)`);
    }
    const { rows } = await this.database.pool.query<Row>(statement(conditions, filter.limit), values);
    const entries = rows.slice(0, filter.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    const last = entries.at(-1);
    const more = rows.length > filter.limit && last;
    return { entries, nextCursor: more ? cursorOf([last.at, last.subject, last.seq]) : null };
  }
}

function statement(conditions: readonly string[], limit: number): string {
  return `
    SELECT e.nomination_id AS subject, e.seq, e.at, e.action, e.actor, coalesce(p.full_name, u.name, k.name) AS "actorName",
           e.acting_for AS "actingFor", f.full_name AS "actingForName", e.reason, e.rule_set_version AS "ruleSetVersion", e.facts, e.hash
      FROM (SELECT * FROM audit_event e ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
             ORDER BY e.at DESC, e.nomination_id DESC, e.seq DESC LIMIT ${String(limit + 1)}) e
      LEFT JOIN nomination n ON n.id = e.nomination_id
      LEFT JOIN person p ON p.programme = n.programme AND p.id = e.actor
      LEFT JOIN person f ON f.programme = n.programme AND f.id = e.acting_for
      LEFT JOIN auth_user u ON 'operator:' || u.id = e.actor
      LEFT JOIN api_key k ON 'operator:' || k.id = e.actor
     ORDER BY e.at DESC, e.nomination_id DESC, e.seq DESC`;
}
