import type { NominationState } from '@laurel/domain';
import type { AuditLink } from '../case/index.ts';
import type { Database } from '../database.ts';
import { ONE_FINAL_DECISION, ONLY_WHO_WAS_ASKED, RECORDED_ACTS_STAND } from './decision.checks.ts';
import { EVENTS_ARE_KEPT, MAILS_PLANNED_AND_SENT, OPEN_CASES_WAIT, SEQUENCES_ARE_WHOLE } from './flow.checks.ts';

const CHECKS = {
  'one-final-decision': ONE_FINAL_DECISION,
  'recorded-acts-stand': RECORDED_ACTS_STAND,
  'only-who-was-asked': ONLY_WHO_WAS_ASKED,
  'mails-planned-and-sent': MAILS_PLANNED_AND_SENT,
  'open-cases-wait': OPEN_CASES_WAIT,
  'sequences-are-whole': SEQUENCES_ARE_WHOLE,
  'events-are-kept': EVENTS_ARE_KEPT,
} as const;

/** What the tables alone can show. */
export type TableCheck = keyof typeof CHECKS;

/** Something that breaks a rule: whose, and how. */
export interface Breach {
  readonly subject: string;
  readonly detail: string;
}

/** A nomination as its tables tell it; instants in UTC milliseconds. */
export interface CaseProjection {
  readonly id: string;
  readonly state: NominationState;
  readonly level: string;
  readonly stage: string;
  readonly seq: number;
  readonly held: boolean;
  readonly dueAt: number | null;
  readonly auditHash: string;
  readonly openTasks: readonly string[];
  readonly ended: boolean;
  /** Accepted, and its workflow has not been started yet. */
  readonly waitsForStart: boolean;
  /** Acts that are recorded, with the sequence their transition began at. */
  readonly acts: readonly { readonly id: string; readonly seq: number; readonly person: boolean }[];
  readonly updatedAt: number;
}

/** A mail as the ledger tells it. */
export interface PlannedMailRow {
  readonly messageId: string;
  readonly key: string;
  readonly state: string;
  readonly attempts: number;
  readonly nominationId: string | null;
  /** How often its nomination has ended at most: once, and once more for each time that it was taken up again. */
  readonly ends: number;
}

/** Papers that one rule numbers for one issuer, in one year or in all. */
export interface NumberSeries {
  readonly programme: string;
  readonly issuer: string;
  /** `year 2022`, or `ever`. */
  readonly span: string;
  /** `{n}/QĐ-UBND`. */
  readonly pattern: string;
  readonly numbers: readonly number[];
}

/** Decisions of an issuer that are signed and wait for their number. */
export interface Unnumbered {
  readonly programme: string;
  readonly issuer: string;
  readonly count: number;
}

const SERIES = `
SELECT programme, issuer, span, regexp_replace(key, '^\\d+', '{n}') AS pattern, array_agg(substring(key FROM '^\\d+')::int) AS numbers
  FROM (SELECT d.programme, d.issuer, split_part(d.number_scope, '|', 1) AS span, substring(d.number_scope FROM '\\|(.*)$') AS key
          FROM decision d WHERE d.number_scope IS NOT NULL) s
 WHERE key ~ '^\\d{1,9}\\D' GROUP BY programme, issuer, span, pattern ORDER BY programme, issuer, span, pattern`;

const UNNUMBERED = `
SELECT d.programme, d.issuer, count(*)::int AS count FROM decision d
 WHERE d.number IS NULL AND EXISTS (SELECT 1 FROM decision_line l WHERE l.decision_id = d.id AND l.award IS NOT NULL AND l.superseded_at IS NULL)
 GROUP BY d.programme, d.issuer ORDER BY d.programme, d.issuer`;

const PROJECTION = `
SELECT n.id, n.state, n.level, n.stage, n.seq, n.held, n.audit_hash AS "auditHash", n.ended_at IS NOT NULL AS ended,
       (extract(epoch FROM n.due_at) * 1000)::float8 AS "dueAt", (extract(epoch FROM n.updated_at) * 1000)::float8 AS "updatedAt",
       EXISTS (SELECT 1 FROM inbox_event i WHERE i.nomination_id = n.id AND i.state = 'pending') AS "waitsForStart",
       coalesce((SELECT json_agg(t.id ORDER BY t.id) FROM task t WHERE t.nomination_id = n.id AND t.state = 'open'), '[]') AS "openTasks",
       coalesce((SELECT json_agg(json_build_object('id', a.id, 'seq', a.seq, 'person', a.actor NOT LIKE 'source:%')) FROM act a
                  WHERE a.nomination_id = n.id AND a.state = 'recorded'), '[]') AS acts
  FROM nomination n ORDER BY n.id`;

const LINKS = `
SELECT nomination_id AS "nominationId", seq, action, actor, acting_for AS "actingFor", reason, act_id AS "actId",
       rule_set_version AS "ruleSetVersion", facts, (extract(epoch FROM at) * 1000)::float8 AS at, previous_hash AS "previousHash", hash
  FROM audit_event WHERE nomination_id = ANY($1) ORDER BY nomination_id, seq`;

const MAILS = `
SELECT m.message_id AS "messageId", json_build_array(m.subject_key, m.person_id, m.kind, m.occurrence)::text AS key, m.state, m.attempts,
       m.nomination_id AS "nominationId", 1 + coalesce(n.revivals, 0) AS ends
  FROM mail_ledger m LEFT JOIN nomination n ON n.id = m.nomination_id`;

/** Reads what the invariants are checked on; changes nothing. */
export class InvariantReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async breaches(check: TableCheck): Promise<readonly Breach[]> {
    const { rows } = await this.database.pool.query<Breach>(CHECKS[check]);
    return rows;
  }

  async cases(): Promise<readonly CaseProjection[]> {
    const { rows } = await this.database.pool.query<CaseProjection>(PROJECTION);
    return rows;
  }

  /** How many acts are recorded of which nobody knows yet whether their histories have them: what a crash leaves to the act relay. */
  async untoldActs(): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM act WHERE state = 'recorded' AND lease_until IS NOT NULL`,
    );
    return rows[0]?.count ?? 0;
  }

  /** The audit chains that are not a nomination's: of access, of people and of sessions. */
  async streams(): Promise<readonly string[]> {
    const text = `SELECT DISTINCT a.nomination_id AS id FROM audit_event a
       WHERE NOT EXISTS (SELECT 1 FROM nomination n WHERE n.id = a.nomination_id) ORDER BY id`;
    const { rows } = await this.database.pool.query<{ id: string }>(text);
    return rows.map(({ id }) => id);
  }

  /** Some audit chains, by nomination or stream. */
  async links(nominationIds: readonly string[]): Promise<ReadonlyMap<string, readonly AuditLink[]>> {
    const { rows } = await this.database.pool.query<AuditLink>(LINKS, [nominationIds]);
    const chains = new Map<string, AuditLink[]>(nominationIds.map((id) => [id, []]));
    for (const link of rows) chains.get(link.nominationId)?.push(link);
    return chains;
  }

  /** The numbers that rules have given to papers, by issuer. */
  async numberSeries(): Promise<readonly NumberSeries[]> {
    const { rows } = await this.database.pool.query<NumberSeries>(SERIES);
    return rows;
  }

  /** Awards that are signed and whose paper has no number yet, by issuer. */
  async unnumbered(): Promise<readonly Unnumbered[]> {
    const { rows } = await this.database.pool.query<Unnumbered>(UNNUMBERED);
    return rows;
  }

  async mails(): Promise<readonly PlannedMailRow[]> {
    const { rows } = await this.database.pool.query<PlannedMailRow>(MAILS);
    return rows;
  }

  /** Which of these events (source and id) are not in the inbox. */
  async missingEvents(events: readonly { readonly source: string; readonly id: string }[]): Promise<readonly string[]> {
    const text = `
      SELECT e ->> 'id' AS id FROM jsonb_array_elements($1::jsonb) e
       WHERE NOT EXISTS (SELECT 1 FROM inbox_event i WHERE i.source = e ->> 'source' AND i.event_id = e ->> 'id')`;
    const { rows } = await this.database.pool.query<{ id: string }>(text, [JSON.stringify(events)]);
    return rows.map(({ id }) => id);
  }

  /** Which of these decisions (task and choice) the tables do not hold as recorded. */
  async missingDecisions(decisions: readonly { readonly taskId: string; readonly choice: string }[]): Promise<readonly string[]> {
    const text = `
      SELECT e ->> 'taskId' AS id FROM jsonb_array_elements($1::jsonb) e
       WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.task_id = e ->> 'taskId' AND a.choice = e ->> 'choice' AND a.state = 'recorded')`;
    const { rows } = await this.database.pool.query<{ id: string }>(text, [JSON.stringify(decisions)]);
    return rows.map(({ id }) => id);
  }
}
