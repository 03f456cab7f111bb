import { numberKey, rulesFor, type IsoDate } from '@laurel/domain';
import type { Database } from '../database.ts';
import type { RulesRepository } from '../rules/index.ts';
import { shareOf, type ShareView } from './share.reading.ts';
import { pageOf, type TaskRow } from './task-page.rows.ts';
import { COLLEAGUES, COMPLAINT, FEEDBACK, NUMBERED, OPINIONS, TASK_BY_ID, TASK_BY_TOKEN } from './task-page.sql.ts';
import type { Colleague, HeardComplaint, NumberedDecision, Opinion, Reachable, TaskPageData } from './task-page.types.ts';

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

  /** The latest complaint about the nomination; null when there is none. */
  async complaint(nominationId: string): Promise<HeardComplaint | null> {
    const query = { name: 'task-complaint', text: COMPLAINT, values: [nominationId] };
    const { rows } = await this.database.pool.query<HeardComplaint>(query);
    return rows[0] ?? null;
  }

  /** The paper of a level that has the number with another day of signing; null where none has. `signedOn`: the day that was meant. */
  async numbered(nominationId: string, level: string, number: string, signedOn: IsoDate | null): Promise<NumberedDecision | null> {
    const values = [nominationId, level, numberKey(number), signedOn];
    const { rows } = await this.database.pool.query<NumberedDecision>(NUMBERED, values);
    return rows[0] ?? null;
  }

  /** The share that caps what is decided at a level in a year, or the proposed award where no level is named; null where none does. */
  share(nominationId: string, level: string | null, year: number): Promise<ShareView | null> {
    return shareOf({ database: this.database, rules: this.rules }, nominationId, { level, year });
  }

  /** Which of the hashes have bytes here. */
  async received(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const { rows } = await this.database.pool.query<{ sha256: string }>('SELECT sha256 FROM document WHERE sha256 = ANY($1)', [hashes]);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** Whom the task could be handed to, those of its post's unit first: who holds a post today and may decide on the nomination. */
  async colleagues({ id }: Pick<TaskPageData, 'id'>): Promise<readonly Colleague[]> {
    const { rows } = await this.database.pool.query<Colleague>({ name: 'task-colleagues', text: COLLEAGUES, values: [id] });
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
