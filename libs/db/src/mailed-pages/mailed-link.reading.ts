import type { MailContent } from '@laurel/contracts';
import type { MailKind, Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import type { Reachable } from '../reading/task-page.types.ts';

/** Somebody who gets mails of a programme. */
export type MailedPerson = Reachable;

/** A link that a mail carried and that leads elsewhere than to a task. */
export interface MailedLink {
  readonly linkId: string;
  readonly kind: MailKind;
  readonly nominationId: string | null;
  readonly taskId: string | null;
  readonly content: MailContent;
  readonly person: MailedPerson;
}

/** An open task of a person as a list shows it. Instants are UTC milliseconds. */
export interface WaitingTask {
  readonly id: string;
  readonly kind: string;
  readonly nominee: string;
  readonly achievement: string;
  readonly unit: Text;
  readonly held: boolean;
  readonly dueAt: number | null;
}

const PERSON = `json_build_object('programme', p.programme, 'id', p.id, 'fullName', p.full_name, 'email', p.email,
       'language', p.language, 'reminders', p.reminders) AS person`;

const BY_HASH = `
SELECT m.link_id AS "linkId", m.kind, m.nomination_id AS "nominationId", m.task_id AS "taskId", m.content, ${PERSON}
  FROM mail_ledger m JOIN person p ON p.programme = m.programme AND p.id = m.person_id
 WHERE m.link_hash = $1 ORDER BY m.planned_at DESC LIMIT 1`;

// A link to a task names its person as well as any other.
const PERSON_BY_HASH = `
SELECT ${PERSON} FROM (
  SELECT n.programme, t.person_id FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.token_hash = $1
  UNION ALL
  SELECT m.programme, m.person_id FROM mail_ledger m WHERE m.link_hash = $1
) l JOIN person p ON p.programme = l.programme AND p.id = l.person_id LIMIT 1`;

const WAITING = `
SELECT t.id, t.kind, n.nominee ->> 'fullName' AS nominee, n.achievement ->> 'title' AS achievement,
       json_build_object('vi', COALESCE(u.name_vi, n.unit), 'en', COALESCE(u.name_en, n.unit)) AS unit, n.held,
       (extract(epoch FROM t.due_at) * 1000)::float8 AS "dueAt"
  FROM task t JOIN nomination n ON n.id = t.nomination_id
  LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit
 WHERE t.state = 'open' AND t.person_id = $2 AND n.programme = $1
 ORDER BY t.due_at NULLS LAST, t.id LIMIT 200`;

/** Reads who and what is behind a mailed link. Changes nothing. */
export class MailedLinkReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The mail whose own link this is; null for a task's link and for an unknown one. */
  async byHash(hash: string): Promise<MailedLink | null> {
    const { rows } = await this.database.pool.query<MailedLink>({ name: 'mailed-link', text: BY_HASH, values: [hash] });
    return rows[0] ?? null;
  }

  /** To whom any mailed link was sent. */
  async personOf(hash: string): Promise<MailedPerson | null> {
    const query = { name: 'mailed-person', text: PERSON_BY_HASH, values: [hash] };
    const { rows } = await this.database.pool.query<{ person: MailedPerson }>(query);
    return rows[0]?.person ?? null;
  }

  /** Everything that waits for a person, the most urgent first. */
  async waiting(programme: string, personId: string): Promise<readonly WaitingTask[]> {
    const { rows } = await this.database.pool.query<WaitingTask>({ name: 'waiting-tasks', text: WAITING, values: [programme, personId] });
    return rows;
  }
}
