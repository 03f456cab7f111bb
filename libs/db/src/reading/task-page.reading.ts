import {
  rulesFor,
  type ActKind,
  type Choice,
  type DeclaredDocument,
  type Language,
  type NominationState,
  type ReminderWish,
  type RuleSet,
  type StageKind,
  type Stream,
  type TaskState,
  type Text,
} from '@laurel/domain';
import type { Database } from '../database.ts';
import type { RulesRepository } from '../rules/index.ts';
import { FEEDBACK, OPINIONS, TASK_BY_ID, TASK_BY_TOKEN } from './task-page.sql.ts';
import type { NomineeView } from './nomination.types.ts';

/** How and by whom a task was closed. */
export interface TaskClosure {
  readonly at: number;
  /** Name of the person, the sending system, or null when the deadline or the rules closed it. */
  readonly by: string | null;
  readonly byKind: 'person' | 'source' | 'operator' | 'rules';
  readonly actorId: string | null;
  readonly actKind: ActKind | null;
  readonly choice: Choice | null;
}

/** One task with all that its page shows. Instants are UTC milliseconds. */
export interface TaskPageData {
  readonly id: string;
  readonly nominationId: string;
  readonly kind: StageKind;
  readonly state: TaskState;
  readonly choices: readonly Choice[];
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  readonly post: { readonly key: string; readonly title: Text; readonly unit: string };
  readonly person: {
    readonly id: string;
    readonly fullName: string;
    readonly language: Language;
    readonly email: string;
    readonly reminders: ReminderWish;
  };
  readonly actingFor: string | null;
  readonly closure: TaskClosure | null;
  /** The last act that this very person has on record for this very task. */
  readonly own: { readonly id: string; readonly kind: ActKind; readonly choice: string | null; readonly at: number } | null;
  /** Which of the seats of its stage the task fills. */
  readonly seat: number;
  /** How often its person was given more time. */
  readonly granted: number;
  readonly nomination: {
    readonly state: NominationState;
    readonly held: boolean;
    readonly programme: string;
    readonly campaign: string;
    readonly submission: string;
    readonly level: string;
    readonly award: string;
    readonly unit: Text;
    readonly nominee: NomineeView;
    readonly achievement: { readonly title: string; readonly summary: string; readonly from: string; readonly to: string };
    readonly documents: readonly DeclaredDocument[];
    /** Why a reviewer returned the dossier; null when the rules did, or nobody. */
    readonly returnReason: string | null;
  };
  readonly stage: string;
  readonly rules: RuleSet;
}

/** A person with what a mail to them needs. */
export interface Reachable {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  readonly reminders: ReminderWish;
}

/** What somebody else said on the nomination. */
export interface Opinion {
  readonly stage: string;
  readonly level: string;
  readonly kind: StageKind;
  readonly choice: Choice | null;
  readonly at: Date;
  readonly reason: string | null;
  readonly by: string;
  readonly title: Text;
}

export interface Colleague {
  readonly id: string;
  readonly fullName: string;
  readonly title: Text;
  readonly unit: string;
}

interface TaskRow {
  readonly id: string;
  readonly nomination_id: string;
  readonly kind: StageKind;
  readonly state: TaskState;
  readonly stage: string;
  readonly level: string;
  readonly choices: Choice[];
  readonly choice: Choice | null;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly closes_at: Date | null;
  readonly closed_at: Date | null;
  readonly post: string;
  readonly title_vi: string | null;
  readonly title_en: string | null;
  readonly post_unit: string | null;
  readonly person_id: string;
  readonly full_name: string | null;
  readonly language: Language | null;
  readonly acting_for: string | null;
  readonly programme: string;
  readonly campaign: string;
  readonly rule_set_version: string;
  readonly nomination_state: NominationState;
  readonly held: boolean;
  readonly submission: string;
  readonly award: string;
  readonly unit: string;
  readonly unit_vi: string | null;
  readonly unit_en: string | null;
  readonly nominee: NomineeView;
  readonly achievement: TaskPageData['nomination']['achievement'] & { readonly stream: Stream };
  readonly documents: DeclaredDocument[];
  readonly closed_by: string | null;
  readonly closed_by_kind: ActKind | null;
  readonly closed_by_choice: Choice | null;
  readonly closed_by_name: string | null;
  readonly return_reason: string | null;
  readonly own: { readonly id: string; readonly kind: ActKind; readonly choice: string | null; readonly at: string } | null;
  readonly seat: number;
  readonly granted: number;
  readonly email: string | null;
  readonly reminders: ReminderWish | null;
}

/** The pages behind mailed links. Reading one changes nothing. */
export class TaskPageReading {
  private readonly database: Database;
  private readonly rules: RulesRepository;

  constructor(database: Database, rules: RulesRepository) {
    this.database = database;
    this.rules = rules;
  }

  /** The task whose link this is; null for a hash that was never issued. */
  byTokenHash(hash: string): Promise<TaskPageData | null> {
    return this.read({ name: 'task-by-token', text: TASK_BY_TOKEN, values: [hash] });
  }

  byTaskId(id: string): Promise<TaskPageData | null> {
    return this.read({ name: 'task-by-id', text: TASK_BY_ID, values: [id] });
  }

  /** What others have said on the nomination of a task, oldest first. */
  async opinions({ nominationId, id }: Pick<TaskPageData, 'nominationId' | 'id'>): Promise<readonly Opinion[]> {
    const { rows } = await this.database.pool.query<Opinion>({ name: 'task-opinions', text: OPINIONS, values: [nominationId, id] });
    return rows;
  }

  /** What somebody of the public wrote, under its number; null when there is none. */
  async feedback(nominationId: string, number: number): Promise<{ readonly writer: string | null; readonly text: string } | null> {
    const query = { name: 'task-feedback', text: FEEDBACK, values: [nominationId, number] };
    const { rows } = await this.database.pool.query<{ writer: string | null; text: string }>(query);
    return rows[0] ?? null;
  }

  /** Which of the hashes have bytes here. */
  async received(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const { rows } = await this.database.pool.query<{ sha256: string }>('SELECT sha256 FROM document WHERE sha256 = ANY($1)', [hashes]);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** Whom the task could be handed to: who holds a post today, those of `unit` first. */
  async colleagues(programme: string, unit: string, exceptId: string): Promise<readonly Colleague[]> {
    const text = `
      SELECT p.id, p.full_name AS "fullName", json_build_object('vi', o.title_vi, 'en', o.title_en) AS title, o.unit
        FROM post_holding h JOIN post o ON o.programme = h.programme AND o.key = h.post
        JOIN person p ON p.programme = h.programme AND p.id = h.person_id
       WHERE h.programme = $1 AND h."from" <= now() AND (h."to" IS NULL OR h."to" > now()) AND p.id <> $3
       ORDER BY (o.unit = $2) DESC, o.unit, o.key LIMIT 300`;
    const { rows } = await this.database.pool.query<Colleague>(text, [programme, unit, exceptId]);
    return rows;
  }

  /** The person meant by a post (its running substitute first), a person id or an address; null when nobody is. */
  async personMeant(programme: string, to: string): Promise<Reachable | null> {
    const text = `
      SELECT p.id, p.full_name AS "fullName", p.email, p.language, p.reminders, p.programme FROM (
        SELECT s.person_id, 0 AS rank FROM substitution s WHERE s.programme = $1 AND s.post = $2 AND s."from" <= now() AND s."to" > now()
        UNION ALL
        SELECT h.person_id, 1 FROM post_holding h WHERE h.programme = $1 AND h.post = $2 AND h."from" <= now() AND (h."to" IS NULL OR h."to" > now())
        UNION ALL
        SELECT q.id, 2 FROM person q WHERE q.programme = $1 AND (q.id = $2 OR q.email = lower($2))
      ) m JOIN person p ON p.programme = $1 AND p.id = m.person_id ORDER BY m.rank LIMIT 1`;
    const { rows } = await this.database.pool.query<Reachable>(text, [programme, to]);
    return rows[0] ?? null;
  }

  /** The post above a post, or null. */
  async superiorOf(programme: string, post: string): Promise<string | null> {
    const text = 'SELECT superior FROM post WHERE programme = $1 AND key = $2';
    const { rows } = await this.database.pool.query<{ superior: string | null }>(text, [programme, post]);
    return rows[0]?.superior ?? null;
  }

  private async read(query: { readonly name: string; readonly text: string; readonly values: string[] }): Promise<TaskPageData | null> {
    const { rows } = await this.database.pool.query<TaskRow>(query);
    const [row] = rows;
    if (!row) return null;
    const subject = { award: row.award, stream: row.achievement.stream, recipientKind: row.nominee.kind };
    return pageOf(row, rulesFor(await this.rules.ruleSet(row.programme, row.rule_set_version), subject));
  }
}

function closureOf(row: TaskRow): TaskClosure | null {
  if (row.state === 'open' || row.closed_at === null) return null;
  const actor = row.closed_by;
  const base = { at: row.closed_at.getTime(), actorId: actor, actKind: row.closed_by_kind, choice: row.closed_by_choice ?? row.choice };
  if (actor === null) return { ...base, by: null, byKind: 'rules' };
  if (actor.startsWith('source:')) return { ...base, by: actor.slice('source:'.length), byKind: 'source' };
  if (actor.startsWith('operator:')) return { ...base, by: null, byKind: 'operator' };
  return { ...base, by: row.closed_by_name ?? actor, byKind: 'person' };
}

function pageOf(row: TaskRow, rules: RuleSet): TaskPageData {
  return {
    id: row.id,
    nominationId: row.nomination_id,
    kind: row.kind,
    state: row.state,
    stage: row.stage,
    choices: row.choices,
    openedAt: row.opened_at.getTime(),
    dueAt: row.due_at?.getTime() ?? null,
    closesAt: row.closes_at?.getTime() ?? null,
    post: { key: row.post, title: { vi: row.title_vi ?? row.post, en: row.title_en ?? row.post }, unit: row.post_unit ?? row.unit },
    person: {
      id: row.person_id,
      fullName: row.full_name ?? row.person_id,
      language: row.language ?? 'vi',
      email: row.email ?? '',
      reminders: row.reminders ?? 'each',
    },
    seat: row.seat,
    granted: row.granted,
    actingFor: row.acting_for,
    closure: closureOf(row),
    own: row.own && { ...row.own, at: Date.parse(row.own.at) },
    nomination: nominationOf(row),
    rules,
  };
}

function nominationOf(row: TaskRow): TaskPageData['nomination'] {
  const { programme, campaign, submission, award, level, nominee, achievement, documents, held } = row;
  return {
    state: row.nomination_state,
    held,
    programme,
    campaign,
    submission,
    level,
    award,
    nominee,
    achievement,
    documents,
    unit: { vi: row.unit_vi ?? row.unit, en: row.unit_en ?? row.unit },
    returnReason: row.return_reason,
  };
}
