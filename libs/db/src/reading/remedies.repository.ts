import type { Standing } from '@laurel/contracts';
import { NOT_ARRIVING } from '../mail-ledger/mail-ledger.sql.ts';
import { PeopleRepository } from '../people/people.repository.ts';
import type { Database } from '../database.ts';

/** What a remedy needs to know of its nomination. */
export interface RemedyCase {
  readonly programme: string;
  readonly campaign: string;
  readonly ended: boolean;
  /** How the reconciler found it to differ from its workflow, or null. */
  readonly difference: 'no-workflow' | 'no-nomination' | 'ended-in-tables' | 'differs' | null;
}

export interface OpenTask {
  readonly id: string;
  readonly nominationId: string;
  readonly programme: string;
  readonly post: string;
  readonly personId: string;
}

export interface NewSubstitution {
  readonly programme: string;
  readonly post: string;
  readonly personId: string;
  /** UTC milliseconds. */
  readonly until: number;
  readonly reason: string;
}

/** What operators do beside acts. Each is safe to do twice. */
export class RemediesRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Null when there is no such nomination. */
  async caseOf(nominationId: string): Promise<RemedyCase | null> {
    const text = `SELECT n.programme, n.campaign, n.ended_at IS NOT NULL AS ended, d.kind AS difference
                    FROM nomination n LEFT JOIN reconciled_difference d ON d.nomination_id = n.id WHERE n.id = $1`;
    return (await this.database.pool.query<RemedyCase>(text, [nominationId])).rows[0] ?? null;
  }

  async openTasks(nominationId: string): Promise<readonly OpenTask[]> {
    const text = `
      SELECT t.id, t.nomination_id AS "nominationId", n.programme, t.post, t.person_id AS "personId"
        FROM task t JOIN nomination n ON n.id = t.nomination_id WHERE t.nomination_id = $1 AND t.state = 'open' ORDER BY t.seat, t.id`;
    const { rows } = await this.database.pool.query<OpenTask>(text, [nominationId]);
    return rows;
  }

  /** The nomination that an event made or named; undefined for an unknown event, null for one without a nomination. */
  async nominationOfEvent(eventId: string): Promise<string | null | undefined> {
    const text = `SELECT nomination_id AS id FROM inbox_event WHERE event_id = $1 OR id = $1 ORDER BY received_at DESC LIMIT 1`;
    const { rows } = await this.database.pool.query<{ id: string | null }>(text, [eventId]);
    return rows[0] && rows[0].id;
  }

  /** Gives back every lease and every back-off of the nomination, so that the loops try now. Says how many rows moved. */
  async retryNow(nominationId: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ moved: number }>(
      `WITH inbox AS (UPDATE inbox_event SET state = 'pending', lease_until = NULL WHERE nomination_id = $1
                       AND type = 'laurel.nomination.submitted.v1' AND state = 'pending' RETURNING 1),
            acts AS (UPDATE act SET lease_until = NULL WHERE nomination_id = $1 AND state = 'pending' RETURNING 1),
            mails AS (UPDATE mail_ledger SET send_after = now() WHERE nomination_id = $1 AND state IN ('planned', 'unknown') RETURNING 1)
       SELECT ((SELECT count(*) FROM inbox) + (SELECT count(*) FROM acts) + (SELECT count(*) FROM mails))::int AS moved`,
      [nominationId],
    );
    return rows[0]?.moved ?? 0;
  }

  /**
   * Sends the last mail of each open task again, and every mail that failed, to the address on record now. The
   * Message-ID stays, so that a mailbox that has it shows it once.
   */
  async resendMail(nominationId: string): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `UPDATE mail_ledger m SET state = 'planned', send_after = now(), lease_until = NULL, last_error = NULL, to_address = p.email
         FROM person p
        WHERE m.nomination_id = $1 AND p.programme = m.programme AND p.id = m.person_id AND m.state <> 'sending'
          AND (m.state IN ('failed', 'bounced') OR m.id IN (
            SELECT DISTINCT ON (l.task_id, l.person_id) l.id FROM mail_ledger l JOIN task t ON t.id = l.task_id
             WHERE t.nomination_id = $1 AND t.state = 'open' ORDER BY l.task_id, l.person_id, l.planned_at DESC))`,
      [nominationId],
    );
    return rowCount ?? 0;
  }

  /** Who of the nomination's people cannot be reached by mail. */
  async unreachable(nominationId: string): Promise<readonly string[]> {
    const text = `SELECT DISTINCT person_id AS id FROM mail_ledger m WHERE nomination_id = $1 AND ${NOT_ARRIVING('m')} ORDER BY 1`;
    return (await this.database.pool.query<{ id: string }>(text, [nominationId])).rows.map(({ id }) => id);
  }

  /** Corrects the address of a person and sends every mail again that did not arrive. Answers how many. */
  async correctAddress(programme: string, personId: string, address: string): Promise<number> {
    const person = await this.database.prisma.person.findUnique({ where: { programme_id: { programme, id: personId } } });
    if (person && person.email !== address) {
      const { fullName, language } = person;
      await new PeopleRepository(this.database).savePerson(programme, {
        id: personId,
        fullName,
        email: address,
        language: language as 'vi' | 'en',
      });
    }
    const text = `UPDATE mail_ledger m SET state = 'planned', send_after = now(), lease_until = NULL, last_error = NULL, to_address = $3
                   WHERE programme = $1 AND person_id = $2 AND state <> 'sending' AND ${NOT_ARRIVING('m')}`;
    return (await this.database.pool.query(text, [programme, personId, address])).rowCount ?? 0;
  }

  /** Puts an event that could not be worked on back into the inbox. Answers how many rows moved. */
  async redispatch({ nominationId, eventId }: { readonly nominationId: string | null; readonly eventId: string | null }): Promise<number> {
    const text = `UPDATE inbox_event SET state = 'pending', lease_until = NULL, attempts = 0, last_error = NULL
                   WHERE state IN ('pending', 'dead') AND (event_id = $1 OR id = $1 OR nomination_id = $2)`;
    return (await this.database.pool.query(text, [eventId, nominationId])).rowCount ?? 0;
  }

  /** Writes what the workflow says of itself over a row that differs from it; does nothing when the row has moved on. */
  async mendProjection(nominationId: string, { seq, state, level, held, dueAt }: Standing): Promise<boolean> {
    const text = `UPDATE nomination SET state = $3, level = $4, held = $5, due_at = to_timestamp($6::float8 / 1000), updated_at = now()
                   WHERE id = $1 AND seq = $2 AND ended_at IS NULL`;
    const { rowCount } = await this.database.pool.query(text, [nominationId, seq, state, level, held, dueAt]);
    return rowCount === 1;
  }

  /** Lets somebody stand in for a post from now on; audited with the programme's people. Named twice, it stands once. */
  async substitute({ programme, post, personId, until, reason }: NewSubstitution): Promise<void> {
    const now = new Date();
    const where = { programme, post, personId, from: { lte: now }, to: { gt: now } };
    if (await this.database.prisma.substitution.findFirst({ where })) return;
    await new PeopleRepository(this.database).substitute(programme, { post, personId, from: now.getTime(), to: until, reason });
  }
}
