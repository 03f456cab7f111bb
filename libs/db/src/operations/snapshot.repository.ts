import type { StuckCase, StuckClass, StuckGroup, Remedy, Text } from '@laurel/domain';
import type { Database } from '../database.ts';

export interface Sees {
  readonly temporal: boolean;
  readonly database: boolean;
  readonly visibility: boolean;
}

/** How a look went: for the health page and the metrics. */
export interface LookFigures {
  readonly tookMs: number;
  /** Calls to the server's lists, of which a cluster allows ten a second. */
  readonly listCalls: number;
  readonly examined: number;
  readonly queue: {
    readonly lastPollAt: number | null;
    readonly backlog: number;
    readonly backlogAgeMs: number;
    readonly builds: readonly string[];
  } | null;
}

export interface Snapshot {
  readonly asOf: number;
  readonly sees: Sees;
  readonly figures: LookFigures;
}

export interface GroupsWanted {
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  /** Cases of each group. */
  readonly cases: number;
}

interface GroupRow {
  readonly class: StuckClass;
  readonly groupKey: string;
  readonly count: number;
  readonly since: Date;
  readonly owner: string;
  readonly cause: Text;
  readonly evidence: Text;
  readonly remedies: readonly Remedy[];
  readonly cases: readonly (Omit<StuckCase, 'since'> & { readonly since: string })[] | null;
}

// A group that was there before keeps the earlier instant: where nothing says since when, the first look does.
const SAVE = `
WITH groups AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("groupKey" text, class text, count int, since float8, owner text, cause jsonb,
         evidence jsonb, remedies jsonb)
), gone AS (
  DELETE FROM stuck_group WHERE group_key NOT IN (SELECT "groupKey" FROM groups)
), cases AS (
  SELECT DISTINCT ON (c.g, c.k) c.g, c.k, c.n, c.e, c.s FROM jsonb_to_recordset($2::jsonb) AS c(g text, k text, n text, e text, s float8)
), solved AS (
  DELETE FROM stuck_case o WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.g = o.group_key AND c.k = o.case_key)
), kept AS (
  INSERT INTO stuck_case (group_key, case_key, nomination_id, event_id, since)
  SELECT c.g, c.k, c.n, c.e, to_timestamp(c.s / 1000) FROM cases c ON CONFLICT (group_key, case_key) DO NOTHING
), snapshot AS (
  INSERT INTO stuck_snapshot (id, as_of, sees, figures) VALUES ('last', to_timestamp($3::float8 / 1000), $4, $5)
  ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of, sees = excluded.sees, figures = excluded.figures
)
INSERT INTO stuck_group (group_key, class, count, since, owner, cause, evidence, evidence_in, remedies)
SELECT "groupKey", class, count, to_timestamp(since / 1000), owner, cause, evidence ->> 'en', evidence, ARRAY(SELECT jsonb_array_elements_text(remedies)) FROM groups
ON CONFLICT (group_key) DO UPDATE SET count = excluded.count, since = least(stuck_group.since, excluded.since), owner = excluded.owner,
       cause = excluded.cause, evidence = excluded.evidence, evidence_in = excluded.evidence_in, remedies = excluded.remedies`;

const GROUPS = `
SELECT g.group_key AS "groupKey", g.class, g.count, g.since, g.owner, g.cause, coalesce(g.evidence_in, jsonb_build_object('vi', g.evidence, 'en', g.evidence)) AS evidence, g.remedies,
       (SELECT json_agg(json_build_object('nominationId', c.nomination_id, 'eventId', c.event_id, 'since', c.since)) FROM (
          SELECT * FROM stuck_case c WHERE c.group_key = g.group_key ORDER BY c.since, c.case_key LIMIT $3) c) AS cases
  FROM stuck_group g WHERE ($1::text IS NULL OR g.class = $1) AND ($2::text IS NULL OR g.group_key = $2) ORDER BY g.class, g.since`;

/** What the classifier saw last, kept for everybody who looks. */
export class SnapshotRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async save(snapshot: Snapshot, groups: readonly StuckGroup[]): Promise<void> {
    const cases = groups.flatMap((group) =>
      group.cases.map((one) => ({ g: group.groupKey, k: keyOf(one), n: one.nominationId, e: one.eventId, s: one.since })),
    );
    const rows = groups.map((group) => ({ ...group, cases: undefined }));
    const values = [
      JSON.stringify(rows),
      JSON.stringify(cases),
      snapshot.asOf,
      JSON.stringify(snapshot.sees),
      JSON.stringify(snapshot.figures),
    ];
    await this.database.pool.query({ name: 'save-stuck', text: SAVE, values });
  }

  /** Null before the first look. */
  async last(): Promise<Snapshot | null> {
    const row = await this.database.prisma.stuckSnapshot.findUnique({ where: { id: 'last' } });
    return row && { asOf: row.asOf.getTime(), sees: row.sees as unknown as Sees, figures: row.figures as unknown as LookFigures };
  }

  async groups(wanted: GroupsWanted): Promise<readonly StuckGroup[]> {
    const values = [wanted.class ?? null, wanted.group ?? null, wanted.cases];
    const { rows } = await this.database.pool.query<GroupRow>({ name: 'stuck-groups', text: GROUPS, values });
    return rows.map((row) => ({
      ...row,
      since: row.since.getTime(),
      cases: (row.cases ?? []).map((one) => ({ ...one, since: Date.parse(one.since) })),
    }));
  }
}

const keyOf = ({ nominationId, eventId }: StuckCase): string => eventId ?? nominationId ?? '';
