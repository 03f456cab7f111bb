import type { IncidentMailContent, NewAct } from '@laurel/contracts';
import type { Database } from '../database.ts';
import { planMails, type MailPlanSettings } from '../mail-ledger/index.ts';
import { Conditions } from '../reading/nomination-places.ts';
import { pageOf, secondsOf, type PageAsked, type PagedList, type PageOf } from '../reading/pages.ts';
import type { MailedPerson } from './mailed-link.reading.ts';

/** Somebody says that the answer recorded on their task was not theirs. */
export interface NewObjection {
  readonly programme: string;
  readonly nominationId: string;
  readonly taskId: string;
  readonly personId: string;
  readonly reason: string | null;
  readonly origin: NewAct['origin'];
  /** Whom to tell, and what. */
  readonly secretary: MailedPerson | null;
  readonly content: Omit<IncidentMailContent, 'about' | 'recipient'>;
}

/** Instants are UTC milliseconds. */
export interface Objection {
  readonly id: string;
  readonly programme: string;
  readonly nominationId: string;
  /** Unit of the nomination. */
  readonly unit: string;
  readonly taskId: string;
  readonly personId: string;
  readonly personName: string | null;
  readonly reason: string | null;
  readonly openedAt: number;
  readonly settledAt: number | null;
  readonly settledBy: string | null;
  readonly outcome: 'cleared' | 'confirmed' | null;
}

/** Which open objections are asked for. */
export interface ObjectionFilter extends PageAsked {
  readonly nominationId?: string | undefined;
}

/** The act that follows from a settlement. */
export interface SettledObjection {
  readonly nominationId: string;
  readonly actId: string;
  readonly kind: 'lift-hold' | 'reopen';
}

// Objection and hold have ids made from the task's: objecting twice is one objection and one hold.
const OPEN = `
INSERT INTO objection (id, programme, nomination_id, task_id, person_id, reason, origin, opened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, now())
ON CONFLICT (id) DO NOTHING`;

const HOLD = `
INSERT INTO act (id, nomination_id, kind, actor, reason, body, origin, state)
VALUES ($1, $2, 'hold', $3, $4, jsonb_build_object('kind', 'hold', 'holdId', $1::text, 'authority', 'secretariat/objection'), $5, 'pending')
ON CONFLICT (id) DO NOTHING`;

const OBJECTIONS: PagedList = {
  columns: `i.id, i.programme, i.nomination_id AS "nominationId", n.unit, i.task_id AS "taskId", i.person_id AS "personId",
       p.full_name AS "personName", i.reason, (extract(epoch FROM i.opened_at) * 1000)::float8 AS "openedAt",
       (extract(epoch FROM i.settled_at) * 1000)::float8 AS "settledAt", i.settled_by AS "settledBy", i.outcome`,
  from: 'objection i JOIN nomination n ON n.id = i.nomination_id LEFT JOIN person p ON p.programme = i.programme AND p.id = i.person_id',
  order: { by: secondsOf('i.opened_at'), as: 'numeric', id: 'i.id' },
};

const SETTLE = `
UPDATE objection SET settled_at = now(), settled_by = $2, outcome = $3 WHERE id = $1 AND settled_at IS NULL
RETURNING nomination_id AS "nominationId"`;

// Where it was somebody else, the stage is asked again: in the transition that lifts the hold, also of a case that has ended under
// it, or by an act of its own where the case had ended before anybody objected.
const ANSWER = `
INSERT INTO act (id, nomination_id, kind, actor, reason, body, origin, state)
SELECT 'lift-' || o.id, o.nomination_id, b.body ->> 'kind', $2, $3, b.body, NULL, 'pending'
  FROM objection o JOIN nomination n ON n.id = o.nomination_id LEFT JOIN task t ON t.id = o.task_id,
       LATERAL (SELECT CASE WHEN $4 = 'confirmed' AND n.ended_at IS NOT NULL AND NOT n.holds ? o.id THEN jsonb_build_object('kind', 'reopen', 'stage', t.stage)
         ELSE jsonb_build_object('kind', 'lift-hold', 'holdId', o.id, 'authority', 'secretariat/objection', 'outcome', $4::text)
              || CASE WHEN $4 = 'confirmed' THEN jsonb_build_object('reopen', t.stage) ELSE '{}' END END AS body) b
 WHERE o.id = $1
ON CONFLICT (id) DO NOTHING
RETURNING kind`;

const objectionId = (taskId: string): string => `objection-${taskId}`;

/** Objections to recorded answers, which secretariats must look into. */
export class ObjectionRepository {
  private readonly database: Database;
  private readonly settings: MailPlanSettings;

  constructor(database: Database, settings: MailPlanSettings) {
    this.database = database;
    this.settings = settings;
  }

  /** Opens the objection, holds the nomination and tells the secretariat, in one transaction. Returns the act's id. */
  async object(objection: NewObjection): Promise<string> {
    const { programme, nominationId, taskId, personId, reason } = objection;
    const id = objectionId(taskId);
    const origin = objection.origin && JSON.stringify(objection.origin);
    await this.database.transaction(async (client) => {
      await client.query({ name: 'open-objection', text: OPEN, values: [id, programme, nominationId, taskId, personId, reason, origin] });
      await client.query({ name: 'hold-for-objection', text: HOLD, values: [id, nominationId, personId, reason, origin] });
      await planMails(client, mailsOf(objection, id), this.settings);
    });
    return id;
  }

  async byTask(taskId: string): Promise<Objection | null> {
    const { rows } = await this.database.pool.query<Objection>(`SELECT ${OBJECTIONS.columns} FROM ${OBJECTIONS.from} WHERE i.id = $1`, [
      objectionId(taskId),
    ]);
    return rows[0] ?? null;
  }

  /** Objections that nobody has settled, the oldest first; `places` are `<unit>`, `<programme>/<unit>` or `<programme>/*`, null for everywhere. */
  open(places: readonly string[] | null, { nominationId, ...page }: ObjectionFilter): Promise<PageOf<Objection>> {
    const conditions = new Conditions();
    conditions.always('i.settled_at IS NULL');
    conditions.places(places);
    if (nominationId !== undefined) conditions.add((parameter) => `i.nomination_id = ${parameter}`, nominationId);
    return pageOf<Objection>(this.database.pool, OBJECTIONS, conditions, page);
  }

  /**
   * Settles an objection: the hold is lifted, `cleared` when the answer stands after all, `confirmed` when it was indeed
   * somebody else: its stage is then asked again. Returns the act to tell the workflow of; null when it was settled before.
   */
  async settle(
    id: string,
    by: { readonly actor: string; readonly reason: string; readonly outcome: 'cleared' | 'confirmed' },
  ): Promise<SettledObjection | null> {
    return this.database.transaction(async (client) => {
      const query = { name: 'settle-objection', text: SETTLE, values: [id, by.actor, by.outcome] };
      const { rows } = await client.query<{ nominationId: string }>(query);
      const [row] = rows;
      if (!row) return null;
      const answer = { name: 'answer-objection', text: ANSWER, values: [id, by.actor, by.reason, by.outcome] };
      const [act] = (await client.query<{ kind: 'lift-hold' | 'reopen' }>(answer)).rows;
      return { nominationId: row.nominationId, actId: `lift-${id}`, kind: act?.kind ?? 'lift-hold' };
    });
  }
}

function mailsOf({ programme, nominationId, secretary, content }: NewObjection, id: string): Parameters<typeof planMails>[1] {
  if (!secretary) return [];
  const { id: personId, email, language, fullName } = secretary;
  const mail = { subjectKey: id, programme, personId, kind: 'objection', occurrence: 0, nominationId, toAddress: email, language } as const;
  return [{ ...mail, content: { ...content, about: 'incident', recipient: fullName } }];
}
