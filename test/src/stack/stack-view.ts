import type { Database } from '@laurel/db';
import { waitFor } from './wait-for.ts';

export interface TaskSeen {
  readonly id: string;
  readonly nominationId: string;
  readonly personId: string;
  readonly level: string;
  readonly stage: string;
  readonly kind: string;
  readonly state: string;
  readonly closesAt: number | null;
}

export interface MailSeen {
  readonly messageId: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly to: string;
  readonly taskId: string | null;
  readonly occurrence: number;
  readonly lastError: string | null;
}

const TASK = `id, nomination_id AS "nominationId", person_id AS "personId", level, stage, kind, state, (extract(epoch FROM closes_at) * 1000)::float8 AS "closesAt"`;
const MAIL = `message_id AS "messageId", kind, state, attempts, to_address AS "to", task_id AS "taskId", occurrence, last_error AS "lastError"`;

/** What the tables of a stack say. */
export class StackView {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.database.pool.query<Row>(text, [...values]);
    return rows;
  }

  async count(text: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: string }>(`SELECT count(*) FROM ${text}`, values);
    return Number(row?.count);
  }

  async stateOf(nominationId: string): Promise<string | null> {
    const [row] = await this.rows<{ state: string }>('SELECT state FROM nomination WHERE id = $1', [nominationId]);
    return row?.state ?? null;
  }

  tasksOf(nominationId: string): Promise<readonly TaskSeen[]> {
    return this.rows<TaskSeen>(`SELECT ${TASK} FROM task WHERE nomination_id = $1 ORDER BY opened_at, id`, [nominationId]);
  }

  async openTasksOf(nominationId: string): Promise<readonly TaskSeen[]> {
    return (await this.tasksOf(nominationId)).filter(({ state }) => state === 'open');
  }

  mailsOf(nominationId: string): Promise<readonly MailSeen[]> {
    return this.rows<MailSeen>(`SELECT ${MAIL} FROM mail_ledger WHERE nomination_id = $1 ORDER BY planned_at, id`, [nominationId]);
  }

  /** The first open task of a nomination, at a level where one is named. */
  waitForTask(nominationId: string, level: string | null = null, withinMs = 40_000): Promise<TaskSeen> {
    return waitFor(`an open task of ${nominationId}${level === null ? '' : ` at ${level}`}`, withinMs, async () => {
      const open = await this.openTasksOf(nominationId);
      return open.find((task) => level === null || task.level === level);
    });
  }

  async waitForState(nominationId: string, state: string, withinMs = 40_000): Promise<void> {
    await waitFor(`${nominationId} to be ${state}`, withinMs, async () => (await this.stateOf(nominationId)) === state);
  }

  /** Until every mail planned so far is accepted; answers how long that took, milliseconds. */
  async waitForMails(withinMs = 40_000): Promise<number> {
    const begun = Date.now();
    const left = (): Promise<readonly object[]> =>
      this.rows(
        `SELECT id, state, attempts, send_after, lease_until, last_error, now() FROM mail_ledger WHERE state <> 'accepted' LIMIT 3`,
      );
    await waitFor('all mails to be accepted', withinMs, async () => {
      const rows = await left();
      if (rows.length > 0) throw new Error(JSON.stringify(rows));
      return true;
    });
    return Date.now() - begun;
  }
}
