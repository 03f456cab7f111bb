import type { PoolClient } from 'pg';
import type { Presence } from '@laurel/domain';
import { lockSeat, lockSession } from '../ballot/locks.ts';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import { auditSession } from './session-audit.ts';

/** Why something cannot be noted of a member any more. */
export type AttendanceRefusal = 'closed' | 'voted' | 'no-such-seat' | 'no-such-line' | 'not-recused' | 'same-person' | 'conflicted';

export interface SeatNote {
  readonly sessionId: string;
  readonly seat: number;
  /** Person id, or `key:<id>` of a secretariat's system. */
  readonly by: string;
}

const SEAT = `
SELECT s.state, m.person_id, EXISTS (SELECT 1 FROM ballot_roll r WHERE r.session_id = s.id AND r.seat = m.seat) AS voted
  FROM council_session s JOIN session_seat m ON m.session_id = s.id WHERE s.id = $1 AND m.seat = $2`;

const RECUSE = `
INSERT INTO session_recusal (id, session_id, seat, nomination_id, declared_by, reason)
SELECT $3, l.session_id, $2, l.nomination_id, $5, $6 FROM session_line l WHERE l.session_id = $1 AND l.nomination_id = $4
ON CONFLICT (session_id, seat, nomination_id) WHERE lifted_at IS NULL DO UPDATE SET seat = excluded.seat
RETURNING id`;

const RUNNING = `
SELECT r.id, r.declared_by, m.person_id FROM session_recusal r JOIN session_seat m ON m.session_id = r.session_id AND m.seat = r.seat
 WHERE r.session_id = $1 AND r.seat = $2 AND r.nomination_id = $3 AND r.lifted_at IS NULL`;

/** Also of somebody without a seat: the nominee, and who has declared a conflict in the nomination before. */
const HAS_CONFLICT = `
SELECT 1 FROM session_recusal r JOIN session_seat m ON m.session_id = r.session_id AND m.seat = r.seat
 WHERE r.session_id = $1 AND r.nomination_id = $2 AND m.person_id = $3 AND r.lifted_at IS NULL
UNION ALL
SELECT 1 FROM nomination n JOIN person p ON p.programme = n.programme AND p.id = $3
 WHERE n.id = $2
   AND (lower(btrim(n.nominee_reference)) IN (lower(p.id), lower(p.email))
     OR EXISTS (SELECT 1 FROM jsonb_array_elements(n.conflicts) c WHERE c ->> 'personId' = p.id AND c ->> 'liftedAt' IS NULL))`;

/** Who comes and who has a conflict: said by the member or the secretary, before the member has voted. */
export class AttendanceRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Notes whether a member attends. */
  attend(note: SeatNote & { readonly presence: Presence }): Promise<AttendanceRefusal | null> {
    return this.noted(note, async (client) => {
      const text = 'UPDATE session_seat SET presence = $3, presence_by = $4 WHERE session_id = $1 AND seat = $2';
      await client.query(text, [note.sessionId, note.seat, note.presence, note.by]);
      const facts = { seat: note.seat, presence: note.presence };
      await auditSession(client, note.sessionId, { action: 'attendance-noted', actor: note.by, facts });
      return null;
    });
  }

  /** Takes a member's voice in a line away; the same again changes nothing. */
  recuse(note: SeatNote & { readonly nominationId: string; readonly reason: string | null }): Promise<AttendanceRefusal | null> {
    const { sessionId, seat, nominationId, by, reason } = note;
    return this.noted(note, async (client) => {
      const id = newId();
      const { rows } = await client.query<{ id: string }>(RECUSE, [sessionId, seat, id, nominationId, by, reason]);
      if (rows.length === 0) return 'no-such-line';
      if (rows[0]?.id === id)
        await auditSession(client, sessionId, { action: 'recused', actor: by, reason, facts: { seat, nominationId } });
      return null;
    });
  }

  /** Gives the voice back: by a second person, who has no conflict in the line. */
  lift(note: SeatNote & { readonly nominationId: string; readonly reason: string }): Promise<AttendanceRefusal | null> {
    const { sessionId, seat, nominationId, by, reason } = note;
    return this.noted(note, async (client) => {
      const { rows } = await client.query<{ id: string; declared_by: string; person_id: string }>(RUNNING, [sessionId, seat, nominationId]);
      const [running] = rows;
      if (!running) return 'not-recused';
      if (by === running.person_id || by === running.declared_by) return 'same-person';
      const conflict = await client.query(HAS_CONFLICT, [sessionId, nominationId, by]);
      if (conflict.rows.length > 0) return 'conflicted';
      const text = 'UPDATE session_recusal SET lifted_by = $2, lift_reason = $3, lifted_at = now() WHERE id = $1';
      await client.query(text, [running.id, by, reason]);
      await auditSession(client, sessionId, { action: 'recusal-lifted', actor: by, reason, facts: { seat, nominationId } });
      return null;
    });
  }

  /** Whether the programme has a person of this id. */
  async isPerson(programme: string, id: string): Promise<boolean> {
    const { rowCount } = await this.database.pool.query('SELECT 1 FROM person WHERE programme = $1 AND id = $2', [programme, id]);
    return rowCount === 1;
  }

  /** With the session alone, so that no vote of this member is under way, and only before there is one. */
  private noted(
    { sessionId, seat }: SeatNote,
    write: (client: PoolClient) => Promise<AttendanceRefusal | null>,
  ): Promise<AttendanceRefusal | null> {
    return this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'alone');
      await lockSeat(client, sessionId, seat);
      const { rows } = await client.query<{ state: string; person_id: string | null; voted: boolean }>(SEAT, [sessionId, seat]);
      const [found] = rows;
      if (!found || found.person_id === null) return 'no-such-seat';
      if (found.state !== 'convened' && found.state !== 'open') return 'closed';
      return found.voted ? 'voted' : write(client);
    });
  }
}
