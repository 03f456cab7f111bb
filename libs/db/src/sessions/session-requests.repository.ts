import { lockSession } from '../ballot/locks.ts';
import type { Database } from '../database.ts';
import { auditSession } from './session-audit.ts';

/** A session whose workflow has to be started, or told to look. */
export interface SessionToTell {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly started: boolean;
}

// Whoever votes last tells nobody: the relay finds a full roll by itself, at its own time.
const TO_TELL = `
SELECT s.id, s.programme, s.campaign, s.started FROM council_session s
 WHERE (NOT s.started)
    OR (s.state IN ('convened', 'open') AND s.request IS NOT NULL)
    OR (s.state = 'open' AND s.closes_when_all_voted AND NOT EXISTS (
          SELECT 1 FROM session_seat m
           WHERE m.session_id = s.id AND m.person_id IS NOT NULL AND (m.presence = 'present' OR s.absentees = 'written')
             AND NOT EXISTS (SELECT 1 FROM ballot_roll r WHERE r.session_id = s.id AND r.seat = m.seat)))
 LIMIT 20`;

/** What the secretariat asks of a running session, and the workflows that do not know yet. */
export class SessionRequests {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Asks to close the ballot early, or to adjourn; false when the session is past that. */
  async request(asked: {
    readonly sessionId: string;
    readonly request: 'close' | 'adjourn';
    readonly by: string;
    readonly reason: string;
  }): Promise<boolean> {
    const { sessionId, request, by, reason } = asked;
    return this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'alone');
      const text = `UPDATE council_session SET request = $2, request_by = $3, request_reason = $4
         WHERE id = $1 AND state = ANY($5) AND (request IS NULL OR request = $2) RETURNING id`;
      const states = request === 'close' ? ['open'] : ['convened', 'open'];
      const { rowCount } = await client.query(text, [sessionId, request, by, reason, states]);
      if (rowCount !== 1) return false;
      await auditSession(client, sessionId, { action: `${request}-requested`, actor: by, reason });
      return true;
    });
  }

  async toTell(): Promise<readonly SessionToTell[]> {
    const { rows } = await this.database.pool.query<SessionToTell>({ name: 'sessions-to-tell', text: TO_TELL });
    return rows;
  }

  async markStarted(sessionId: string): Promise<void> {
    const text = 'UPDATE council_session SET started = true WHERE id = $1 AND NOT started';
    await this.database.pool.query({ name: 'mark-session-started', text, values: [sessionId] });
  }
}
