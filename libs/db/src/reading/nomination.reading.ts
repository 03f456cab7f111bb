import type { Database } from '../database.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { Conditions, withWords } from './nomination-places.ts';
import { AFTERWARDS } from './nomination-afterwards.ts';
import { isoOf, summaryOf, viewOf, type SummaryRow, type ViewRow } from './nomination.rows.ts';
import type { NominationFilter, NominationPage, NominationView, TimelineEntry } from './nomination.types.ts';

const SUMMARY = `n.id, n.state, n.level, n.stage, n.held, n.programme, n.campaign, n.submission, n.unit, n.award, n.nominee,
       n.submitted_at, n.due_at, n.ended_at`;

const VIEW = `
SELECT ${SUMMARY}, ${AFTERWARDS}, n.rule_set_version, n.calendar_version, n.achievement, n.documents, n.returns, n.ineligible_rule, n.outcomes,
  coalesce((n.wait #>> '{plan,outsideCalendar}')::boolean, false) AS outside_calendar,
  (SELECT json_agg(d.sha256) FROM document d WHERE d.sha256 IN (SELECT e ->> 'sha256' FROM jsonb_array_elements(n.documents) e)) AS received,
  (SELECT json_agg(json_build_object('id', t.id, 'kind', t.kind, 'post', t.post, 'person_id', t.person_id, 'full_name', p.full_name,
      'acting_for', a.full_name, 'opened_at', t.opened_at, 'due_at', t.due_at, 'closes_at', t.closes_at,
      'reminders_sent', t.reminders_sent, 'escalated_at', t.escalated_at) ORDER BY t.opened_at, t.id)
     FROM task t LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
     LEFT JOIN person a ON a.programme = n.programme AND a.id = t.acting_for_id
    WHERE t.nomination_id = n.id AND t.state = 'open') AS tasks,
  (SELECT json_agg(json_build_object('id', d.id, 'supersededAt', l.superseded_at, 'level', l.level, 'outcome', l.outcome, 'award', l.award, 'issuer', d.issuer, 'number', d.number,
      'signedOn', l.signed_on, 'signer', coalesce(p.full_name, d.signer_id), 'recordedAt', l.recorded_at) ORDER BY l.recorded_at)
     FROM decision_line l JOIN decision d ON d.id = l.decision_id
     LEFT JOIN person p ON p.programme = n.programme AND p.id = d.signer_id WHERE l.nomination_id = n.id) AS decisions,
  (SELECT json_agg(json_build_object('id', h.id, 'authority', h.authority, 'paper', h.paper, 'from', h.placed_from,
      'liftedFrom', h.lifted_from, 'outcome', h.outcome) ORDER BY h.recorded_at)
     FROM hold h WHERE h.nominee_reference = n.nominee_reference) AS hold_rows
  FROM nomination n WHERE n.id = $1`;

const TIMELINE = `
SELECT e.seq, e.at, e.action, e.actor, p.full_name AS "actorName", e.acting_for AS "actingFor", f.full_name AS "actingForName",
       e.reason, e.rule_set_version AS "ruleSetVersion", e.facts
  FROM audit_event e JOIN nomination n ON n.id = e.nomination_id
  LEFT JOIN person p ON p.programme = n.programme AND p.id = e.actor
  LEFT JOIN person f ON f.programme = n.programme AND f.id = e.acting_for
 WHERE e.nomination_id = $1 ORDER BY e.seq`;

/** Nominations as callers may see them. */
export class NominationReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async view(id: string): Promise<NominationView | null> {
    const { rows } = await this.database.pool.query<ViewRow>({ name: 'view-nomination', text: VIEW, values: [id] });
    return rows[0] ? viewOf(rows[0]) : null;
  }

  /** Where it belongs; null when there is no such nomination. */
  async homeOf(id: string): Promise<{ readonly programme: string; readonly unit: string } | null> {
    const text = 'SELECT programme, unit FROM nomination WHERE id = $1';
    const { rows } = await this.database.pool.query<{ programme: string; unit: string }>(text, [id]);
    return rows[0] ?? null;
  }

  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    type Row = Omit<TimelineEntry, 'at'> & { readonly at: Date };
    const { rows } = await this.database.pool.query<Row>(TIMELINE, [id]);
    return rows.map((row) => ({ ...row, at: isoOf(row.at) }));
  }

  /** Newest first. */
  async list(filter: NominationFilter): Promise<NominationPage> {
    const { where, values } = conditionsOf(filter);
    const text = `SELECT ${SUMMARY} FROM nomination n ${where} ORDER BY n.id DESC LIMIT ${String(filter.limit + 1)}`;
    const { rows } = await this.database.pool.query<SummaryRow>(text, values);
    const items = rows.slice(0, filter.limit).map(summaryOf);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > filter.limit && last ? cursorOf([last.id]) : null };
  }
}

const COLUMNS = ['programme', 'campaign', 'state', 'unit', 'level', 'stage'] as const;

function conditionsOf(filter: NominationFilter): Conditions {
  const conditions = new Conditions();
  conditions.leaveCanariesOut(filter.programme);
  for (const column of COLUMNS)
    if (filter[column] !== undefined) conditions.add((parameter) => `n.${column} = ${parameter}`, filter[column]);
  conditions.places(filter.places);
  if (filter.cursor !== undefined) conditions.add((parameter) => `n.id < ${parameter}`, placeOf(filter.cursor, ['text'])[0]);
  withWords(conditions, filter.q);
  return conditions;
}
