import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

const WRITE = `
INSERT INTO act (id, nomination_id, kind, actor, reason, body, state)
SELECT $1 || '-' || n.id, n.id, 'recalculate', $2, $3, jsonb_build_object('kind', 'recalculate', 'calendarVersion', $4::text), 'pending'
  FROM nomination n
 WHERE n.programme = $5 AND n.ended_at IS NULL AND n.calendar_version <> $4
   AND NOT EXISTS (SELECT FROM act WHERE act.nomination_id = n.id AND act.kind = 'recalculate' AND act.state = 'pending' AND act.body ->> 'calendarVersion' = $4)`;

const COUNT = `SELECT count(*)::int AS nominations FROM nomination WHERE programme = $1 AND ended_at IS NULL AND calendar_version <> $2`;

/** Moves running deadlines to another calendar version: one audited act for each open nomination, never silently. */
export class RecalculationRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** How many open nominations count by another version. */
  async pending(programme: string, calendarVersion: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ readonly nominations: number }>(COUNT, [programme, calendarVersion]);
    return rows[0]?.nominations ?? 0;
  }

  /**
   * Writes the acts and answers how many; workflows are told of them by the act relay. Asked for twice, a nomination whose
   * act is still on its way gets no second one.
   */
  async recalculate(input: {
    readonly programme: string;
    readonly calendarVersion: string;
    readonly reason: string;
    readonly actor: string;
  }): Promise<number> {
    const values = [newId(), input.actor, input.reason, input.calendarVersion, input.programme];
    const { rowCount } = await this.database.pool.query(WRITE, values);
    return rowCount ?? 0;
  }
}
