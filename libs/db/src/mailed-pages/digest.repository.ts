import type { IsoDate, Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import { planMails, type MailPlanSettings, type MailToPlan } from '../mail-ledger/index.ts';
import type { MailedPerson } from './mailed-link.reading.ts';

/** Digests planned in one turn. */
const BATCH = 100;

/** Tasks that a digest names. */
const NAMED = 20;

interface DigestRow {
  readonly person: MailedPerson;
  readonly name: Text;
  readonly total: number;
  readonly tasks: readonly { readonly nominee: string; readonly unit: Text; readonly dueAt: number | null; readonly late: boolean }[];
}

// Who asked for digests, has open tasks, and has no digest of that day yet. $1 subject key's beginning, $2 day.
const DUE = `
SELECT json_build_object('programme', p.programme, 'id', p.id, 'fullName', p.full_name, 'email', p.email, 'language', p.language,
                         'reminders', p.reminders) AS person,
       (SELECT v.definition -> 'name' FROM rule_set_version v WHERE v.programme = p.programme ORDER BY v.valid_from DESC LIMIT 1) AS name,
       w.total, w.tasks
  FROM person p
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS total, (json_agg(x.task ORDER BY x.due NULLS LAST) FILTER (WHERE x.place <= ${String(NAMED)})) AS tasks FROM (
     SELECT t.due_at AS due, row_number() OVER (ORDER BY t.due_at NULLS LAST, t.id) AS place,
            json_build_object('nominee', n.nominee ->> 'fullName',
              'unit', json_build_object('vi', COALESCE(u.name_vi, n.unit), 'en', COALESCE(u.name_en, n.unit)),
              'dueAt', (extract(epoch FROM t.due_at) * 1000)::bigint, 'late', COALESCE(t.due_at < now(), false)) AS task
       FROM task t JOIN nomination n ON n.id = t.nomination_id AND n.programme = p.programme AND NOT n.held
       LEFT JOIN unit u ON u.programme = n.programme AND u.key = n.unit
      WHERE t.person_id = p.id AND t.state = 'open') x) w
 WHERE p.reminders = 'digest' AND w.total > 0
   AND NOT EXISTS (SELECT 1 FROM mail_ledger m WHERE m.subject_key = 'digest:' || p.programme || ':' || $1 AND m.person_id = p.id AND m.kind = 'digest')
 LIMIT ${String(BATCH)}`;

/** Plans one mail a day for whoever prefers that to reminders. */
export class DigestRepository {
  private readonly database: Database;
  private readonly settings: MailPlanSettings;

  constructor(database: Database, settings: MailPlanSettings) {
    this.database = database;
    this.settings = settings;
  }

  /** Plans the digests of a day that are still missing. Safe to run twice: one digest for each person and day. */
  async plan(day: IsoDate, zone: string): Promise<number> {
    const { rows } = await this.database.pool.query<DigestRow>({ name: 'due-digests', text: DUE, values: [day] });
    return planMails(
      this.database.pool,
      rows.map((row) => mailOf(row, day, zone)),
      this.settings,
    );
  }
}

function mailOf({ person, name, total, tasks }: DigestRow, day: IsoDate, zone: string): MailToPlan {
  const { programme, id, email, language, fullName } = person;
  const subjectKey = `digest:${programme}:${day}`;
  return {
    subjectKey,
    programme,
    personId: id,
    kind: 'digest',
    occurrence: 0,
    linkId: `${subjectKey}:${id}`,
    toAddress: email,
    language,
    content: { about: 'digest', programme: name, recipient: fullName, day, zone, total, tasks },
  };
}
