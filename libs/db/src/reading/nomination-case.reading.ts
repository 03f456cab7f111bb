import type { CaseFile, DeclaredDocument, Outcome, RecipientKind, Stream, Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import { LINE, LINE_FROM, lineOf, type LineRow } from './nomination-search.ts';
import type { NominationLine } from './nomination-search.types.ts';
import { isoOf } from './nomination.rows.ts';
import type { IsoInstant } from './iso-instant.ts';
import type { DecisionView, HoldView, TimelineEntry } from './nomination.types.ts';

export interface TaskLine {
  readonly id: string;
  readonly stage: string;
  readonly kind: string;
  readonly level: string;
  readonly post: string;
  readonly postTitle: Text | null;
  readonly person: { readonly id: string; readonly fullName: string; readonly email: string | null };
  readonly actingFor: string | null;
  readonly state: string;
  readonly choice: string | null;
  readonly openedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly closesAt: IsoInstant | null;
  readonly closedAt: IsoInstant | null;
  readonly remindersSent: number;
  readonly escalatedAt: IsoInstant | null;
}

export interface MailLine {
  readonly id: string;
  readonly kind: string;
  readonly occurrence: number;
  readonly person: string;
  readonly to: string;
  readonly taskId: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly plannedAt: IsoInstant;
  readonly sendAfter: IsoInstant;
  readonly acceptedAt: IsoInstant | null;
  readonly response: string | null;
  readonly lastError: string | null;
}

/** A decision as the page of its case shows it. */
export type CaseDecision = Omit<DecisionView, 'id' | 'supersededAt'>;

/** A nomination with everything beside it, for the page of one case. */
export interface CaseReading extends NominationLine {
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  readonly officer: string;
  readonly recipientKind: RecipientKind;
  readonly birthYear: number | null;
  /** The day of death, where the nominee is no longer alive. */
  readonly deceasedOn: string | null;
  readonly reference: string | null;
  readonly summary: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly stream: Stream;
  readonly stageIndex: number;
  readonly returns: number;
  readonly ineligibleRule: string | null;
  readonly wait: CaseFile['wait'];
  readonly holdIds: readonly string[];
  readonly outcomes: readonly { readonly level: string; readonly outcome: Outcome; readonly decidedAt: IsoInstant }[];
  readonly documents: readonly (DeclaredDocument & { readonly received: boolean })[];
  readonly tasks: readonly TaskLine[];
  /** Those that hold. */
  readonly decisions: readonly CaseDecision[];
  readonly holds: readonly HoldView[];
}

const CASE = `
SELECT ${LINE}, n.rule_set_version, n.calendar_version, coalesce(o.full_name, n.officer_id) AS officer, n.nominee AS nominee_json,
  n.achievement AS achievement_json, n.stage_index, n.returns, n.ineligible_rule, n.wait, n.holds, n.outcomes, n.documents,
  (SELECT json_agg(d.sha256) FROM document d WHERE d.sha256 IN (SELECT e ->> 'sha256' FROM jsonb_array_elements(n.documents) e)) AS received,
  (SELECT json_agg(json_build_object('id', t.id, 'stage', t.stage, 'kind', t.kind, 'level', t.level, 'post', t.post,
      'postTitle', CASE WHEN s.key IS NOT NULL THEN json_build_object('vi', s.title_vi, 'en', s.title_en) END,
      'person', json_build_object('id', t.person_id, 'fullName', coalesce(p.full_name, t.person_id), 'email', p.email),
      'actingFor', a.full_name, 'state', t.state, 'choice', t.choice, 'openedAt', t.opened_at, 'dueAt', t.due_at,
      'closesAt', t.closes_at, 'closedAt', t.closed_at, 'remindersSent', cardinality(t.reminders_sent),
      'escalatedAt', t.escalated_at) ORDER BY t.opened_at, t.id)
     FROM task t LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
     LEFT JOIN person a ON a.programme = n.programme AND a.id = t.acting_for_id
     LEFT JOIN post s ON s.programme = n.programme AND s.key = t.post
    WHERE t.nomination_id = n.id) AS tasks,
  (SELECT json_agg(json_build_object('level', l.level, 'outcome', l.outcome, 'award', l.award, 'issuer', d.issuer, 'number', d.number,
      'signedOn', l.signed_on, 'signer', coalesce(p.full_name, d.signer_id), 'recordedAt', l.recorded_at) ORDER BY l.recorded_at)
     FROM decision_line l JOIN decision d ON d.id = l.decision_id
     LEFT JOIN person p ON p.programme = n.programme AND p.id = d.signer_id
    WHERE l.nomination_id = n.id AND l.superseded_at IS NULL) AS decisions,
  (SELECT json_agg(json_build_object('id', h.id, 'authority', h.authority, 'paper', h.paper, 'from', h.placed_from,
      'liftedFrom', h.lifted_from, 'outcome', h.outcome) ORDER BY h.recorded_at)
     FROM hold h WHERE h.nominee_reference = n.nominee_reference) AS hold_rows,
  (SELECT json_agg(json_build_object('id', a.body ->> 'holdId', 'authority', a.body ->> 'authority', 'paper', NULL, 'from', a.settled_at,
      'liftedFrom', l.settled_at, 'outcome', l.body ->> 'outcome') ORDER BY a.settled_at, a.id)
     FROM act a LEFT JOIN act l ON l.nomination_id = a.nomination_id AND l.kind = 'lift-hold' AND l.state = 'recorded'
      AND l.body ->> 'holdId' = a.body ->> 'holdId'
    WHERE a.nomination_id = n.id AND a.kind = 'hold' AND a.state = 'recorded') AS act_holds
  ${LINE_FROM} LEFT JOIN person o ON o.programme = n.programme AND o.id = n.officer_id WHERE n.id = $1`;

const MAILS = `
SELECT m.id, m.kind, m.occurrence, coalesce(p.full_name, m.content ->> 'recipient', m.person_id) AS person, m.to_address AS "to", m.task_id AS "taskId", m.state,
       m.attempts, m.planned_at AS "plannedAt", m.send_after AS "sendAfter", m.accepted_at AS "acceptedAt", m.response,
       m.last_error AS "lastError"
  FROM mail_ledger m LEFT JOIN person p ON p.programme = m.programme AND p.id = m.person_id
 WHERE m.nomination_id = $1 ORDER BY m.planned_at, m.id`;

/** Accounts and keys act under their ids: their names stand beside those of people. */
const TIMELINE = `
SELECT e.seq, e.at, e.action, e.actor, coalesce(p.full_name, u.name, k.name) AS "actorName", e.acting_for AS "actingFor",
       f.full_name AS "actingForName", e.reason, e.rule_set_version AS "ruleSetVersion", e.facts
  FROM audit_event e JOIN nomination n ON n.id = e.nomination_id
  LEFT JOIN person p ON p.programme = n.programme AND p.id = e.actor
  LEFT JOIN person f ON f.programme = n.programme AND f.id = e.acting_for
  LEFT JOIN auth_user u ON 'operator:' || u.id = e.actor
  LEFT JOIN api_key k ON 'operator:' || k.id = e.actor
 WHERE e.nomination_id = $1 ORDER BY e.seq`;

interface NomineeJson {
  readonly kind: RecipientKind;
  readonly birthYear?: number;
  readonly deceasedOn?: string;
  readonly reference?: string;
}

interface AchievementJson {
  readonly title: string;
  readonly summary?: string;
  readonly from?: string;
  readonly to?: string;
  readonly stream: Stream;
}

interface CaseRow extends LineRow {
  readonly rule_set_version: string;
  readonly calendar_version: string;
  readonly officer: string;
  readonly nominee_json: NomineeJson;
  readonly achievement_json: AchievementJson;
  readonly stage_index: number;
  readonly returns: number;
  readonly ineligible_rule: string | null;
  readonly wait: CaseFile['wait'];
  readonly holds: string[];
  readonly outcomes: { readonly level: string; readonly outcome: Outcome; readonly decidedAt: number }[];
  readonly documents: DeclaredDocument[];
  readonly received: string[] | null;
  readonly tasks: TaskLine[] | null;
  readonly decisions: CaseDecision[] | null;
  readonly hold_rows: HoldView[] | null;
  /** Holds of people: those of outside systems are among them too. */
  readonly act_holds: HoldView[] | null;
}

/** One case as the console shows it. */
export class NominationCaseReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async of(id: string): Promise<CaseReading | null> {
    const { rows } = await this.database.pool.query<CaseRow>({ name: 'console-case', text: CASE, values: [id] });
    return rows[0] ? caseOf(rows[0]) : null;
  }

  /** Where it belongs; null when there is no such nomination. */
  async homeOf(id: string): Promise<{ readonly programme: string; readonly unit: string } | null> {
    const text = 'SELECT programme, unit FROM nomination WHERE id = $1';
    const { rows } = await this.database.pool.query<{ programme: string; unit: string }>(text, [id]);
    return rows[0] ?? null;
  }

  async mails(id: string): Promise<readonly MailLine[]> {
    type Row = Omit<MailLine, 'plannedAt' | 'sendAfter' | 'acceptedAt'> & { plannedAt: Date; sendAfter: Date; acceptedAt: Date | null };
    const { rows } = await this.database.pool.query<Row>(MAILS, [id]);
    return rows.map((row) => ({
      ...row,
      plannedAt: isoOf(row.plannedAt),
      sendAfter: isoOf(row.sendAfter),
      acceptedAt: isoOf(row.acceptedAt),
    }));
  }

  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    type Row = Omit<TimelineEntry, 'at'> & { readonly at: Date };
    const { rows } = await this.database.pool.query<Row>(TIMELINE, [id]);
    return rows.map((row) => ({ ...row, at: isoOf(row.at) }));
  }
}

function caseOf(row: CaseRow): CaseReading {
  const { nominee_json: nominee, achievement_json: achievement } = row;
  const received = new Set(row.received);
  return {
    ...lineOf(row),
    ruleSetVersion: row.rule_set_version,
    calendarVersion: row.calendar_version,
    officer: row.officer,
    recipientKind: nominee.kind,
    birthYear: nominee.birthYear ?? null,
    deceasedOn: nominee.deceasedOn ?? null,
    reference: nominee.reference ?? null,
    summary: achievement.summary ?? '',
    achievementFrom: achievement.from ?? null,
    achievementTo: achievement.to ?? null,
    stream: achievement.stream,
    stageIndex: row.stage_index,
    returns: row.returns,
    ineligibleRule: row.ineligible_rule,
    wait: row.wait,
    holdIds: row.holds,
    outcomes: row.outcomes.map((level) => ({ ...level, decidedAt: new Date(level.decidedAt).toISOString() })),
    documents: row.documents.map((document) => ({ ...document, received: received.has(document.sha256) })),
    tasks: (row.tasks ?? []).map(taskOf),
    decisions: (row.decisions ?? []).map((decision) => ({ ...decision, recordedAt: isoOf(decision.recordedAt) })),
    holds: holdsOf(row),
  };
}

/** Those that outside systems placed, as their papers tell; then those of people. */
function holdsOf({ hold_rows: placed, act_holds: acts }: CaseRow): readonly HoldView[] {
  const outside = placed ?? [];
  const own = (acts ?? []).filter(({ id }) => !outside.some((hold) => hold.id === id));
  return [...outside, ...own].map((hold) => ({ ...hold, from: isoOf(hold.from), liftedFrom: isoOf(hold.liftedFrom) }));
}

function taskOf(task: TaskLine): TaskLine {
  return {
    ...task,
    openedAt: isoOf(task.openedAt),
    dueAt: isoOf(task.dueAt),
    closesAt: isoOf(task.closesAt),
    closedAt: isoOf(task.closedAt),
    escalatedAt: isoOf(task.escalatedAt),
  };
}
