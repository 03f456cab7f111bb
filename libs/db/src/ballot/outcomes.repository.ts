import type { Database } from '../database.ts';

/** An outcome that a nomination's workflow has not been told. */
export interface UntoldOutcome {
  readonly line: number;
  readonly nominationId: string;
  readonly actId: string;
}

// What the server has taken is safe there. The lease keeps the act relay from telling two thousand workflows again and again while
// they are busy; should one have lost it all the same, the relay tells it when the lease is over.
const UNTOLD = `
WITH next AS (
  SELECT l.line, l.nomination_id, 'session-' || l.session_id || '-' || l.line AS act_id
    FROM session_line l WHERE l.session_id = $1 AND NOT l.told AND l.outcome IS NOT NULL ORDER BY l.line LIMIT $2
), leased AS (
  UPDATE act SET lease_until = now() + interval '1 hour' FROM next WHERE act.id = next.act_id AND act.state = 'pending'
)
SELECT line, nomination_id AS "nominationId", act_id AS "actId" FROM next`;

/** Which nominations still have to be told what their session made of them. */
export class OutcomesRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async untold(sessionId: string, limit: number): Promise<readonly UntoldOutcome[]> {
    const { rows } = await this.database.pool.query<UntoldOutcome>({ name: 'untold-outcomes', text: UNTOLD, values: [sessionId, limit] });
    return rows;
  }

  async markTold(sessionId: string, lines: readonly number[]): Promise<void> {
    const text = 'UPDATE session_line SET told = true WHERE session_id = $1 AND line = ANY($2)';
    await this.database.pool.query({ name: 'mark-outcomes-told', text, values: [sessionId, lines] });
  }
}
