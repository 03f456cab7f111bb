import type { PoolClient } from 'pg';
import { lockSession } from '../ballot/locks.ts';
import { makePartitions } from '../ballot/partitions.ts';
import type { StreamEntry } from '../case/audit-stream.ts';
import type { Database } from '../database.ts';
import { planMails, type MailPlanSettings, type MailToPlan } from '../mail-ledger/plan-mails.ts';
import { taskToken, tokenHash } from '../task-token.ts';
import { openVotes, type OpenVote } from './open-votes.ts';
import { auditSession } from './session-audit.ts';
import { lineOf, seatOf, sessionOf, type LineRow, type SeatRow, type SessionRow } from './session.rows.ts';
import * as sql from './session.sql.ts';
import type { LineMove, LoadedRecusal, LoadedSession, NewSession } from './session.types.ts';

/** What a step makes of a session, written in one transaction. */
export interface SessionMove {
  readonly state: LoadedSession['state'];
  /** Given when the ballot opens: its box and roll are made with it. */
  readonly publicKey?: Uint8Array;
  readonly attendance?: { readonly total: number; readonly eligible: number; readonly present: number };
  readonly quorate?: boolean;
  readonly lines?: readonly LineMove[];
  readonly mails?: readonly MailToPlan[];
  readonly audit?: StreamEntry;
}

export type CreateAnswer = { readonly is: 'created' } | { readonly is: 'on-another-agenda' };

/** The id that a member's link is derived from, and under which its mails name the task. */
export function seatTaskId(sessionId: string, seat: number): string {
  return `${sessionId}-${String(seat)}`;
}

const BUSY_LINE = 'session_line_running';
const breaks = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;

/** Sessions as steps, pages and the secretariat read and write them. */
export class SessionRepository {
  private readonly database: Database;
  private readonly settings: MailPlanSettings;

  constructor(database: Database, settings: MailPlanSettings) {
    this.database = database;
    this.settings = settings;
  }

  /** Writes a session with its seats and agenda; `on-another-agenda` when a running session has one of the lines. */
  async create(session: NewSession): Promise<CreateAnswer> {
    try {
      await this.database.transaction((client) => this.insert(client, session));
      return { is: 'created' };
    } catch (error) {
      if (breaks(error, BUSY_LINE)) return { is: 'on-another-agenda' };
      throw error;
    }
  }

  load(sessionId: string): Promise<LoadedSession | null> {
    return loadSession(this.database.pool, sessionId);
  }

  /** Who said what, where the ballot was open and is counted; nothing of a secret one. */
  openVotes(sessionId: string): Promise<readonly OpenVote[]> {
    return openVotes(this.database, sessionId);
  }

  /** The seat behind a link, or null. */
  async seatOf(hash: string): Promise<{ readonly sessionId: string; readonly seat: number } | null> {
    const text = 'SELECT session_id AS "sessionId", seat FROM session_seat WHERE token_hash = $1';
    const { rows } = await this.database.pool.query<{ sessionId: string; seat: number }>({ name: 'seat-of-link', text, values: [hash] });
    return rows[0] ?? null;
  }

  /**
   * Takes a step with the session alone: `decide` sees it as it stands and answers what changes, or null. Safe to run
   * twice: the second run sees what the first wrote.
   */
  async take(
    sessionId: string,
    decide: (session: LoadedSession) => Promise<SessionMove | null> | SessionMove | null,
  ): Promise<LoadedSession> {
    return this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'alone');
      const session = await loadSession(client, sessionId);
      if (!session) throw new UnknownSession(sessionId);
      const move = await decide(session);
      if (move) await this.write(client, session, move);
      return move ? ((await loadSession(client, sessionId)) ?? session) : session;
    });
  }

  private async insert(client: PoolClient, session: NewSession): Promise<void> {
    const { id, name, rule } = session;
    const day = (at: number): Date => new Date(at);
    await client.query(sql.INSERT_SESSION, [
      ...[id, session.programme, session.campaign, session.ruleSetVersion, session.council, name.vi, name.en, session.zone],
      ...[session.secretaryId, rule.secret, rule.absentees, day(session.meetsAt), day(session.opensAt), day(session.closesAt)],
      ...[session.closesWhenAllVoted, session.remindAt.map(day), session.createdBy],
    ]);
    await client.query(sql.INSERT_SEATS, [id, JSON.stringify(session.seats.map((seat) => this.seatRow(id, seat)))]);
    const lines = session.lines.map(({ nominationId, stageIndex, ballot }, index) => ({
      ...{ line: index + 1, nomination_id: nominationId, stage_index: stageIndex, ballot },
    }));
    await client.query(sql.INSERT_LINES, [id, JSON.stringify(lines)]);
    await client.query(sql.INHERIT_CONFLICTS, [id]);
    const facts = { lines: lines.length, seats: session.seats.length, meetsAt: session.meetsAt };
    await auditSession(client, id, { action: 'session-convened', actor: session.createdBy, facts });
  }

  private seatRow(sessionId: string, { seat, post, title, chair, personId, actingForId }: NewSession['seats'][number]): object {
    const token = personId === null ? null : tokenHash(taskToken(this.settings.secret, seatTaskId(sessionId, seat)));
    return {
      seat,
      post,
      title_vi: title.vi,
      title_en: title.en,
      chair,
      person_id: personId,
      acting_for_id: actingForId,
      token_hash: token,
    };
  }

  private async write(client: PoolClient, { id }: LoadedSession, move: SessionMove): Promise<void> {
    const { publicKey, attendance, quorate, lines, mails, audit } = move;
    if (publicKey) await makePartitions(client, id);
    const key = publicKey ? Buffer.from(publicKey) : null;
    await client.query(sql.MOVE_SESSION, [id, move.state, key, attendance ? JSON.stringify(attendance) : null, quorate ?? null]);
    if (lines) await client.query(sql.MOVE_LINES, [id, JSON.stringify(lines)]);
    if (mails) await planMails(client, mails, this.settings);
    if (audit) await auditSession(client, id, audit);
  }
}

/** A session that no table knows: its workflow was started by mistake and must not be retried for ever. */
export class UnknownSession extends Error {
  override readonly name = 'UnknownSession';
}

export async function loadSession(asked: Pick<PoolClient, 'query'>, sessionId: string): Promise<LoadedSession | null> {
  const values = [sessionId];
  const { rows } = await asked.query<SessionRow>({ name: 'load-session', text: sql.LOAD_SESSION, values });
  const [row] = rows;
  if (!row) return null;
  const seats = await asked.query<SeatRow>({ name: 'load-seats', text: sql.LOAD_SEATS, values });
  const lines = await asked.query<LineRow>({ name: 'load-lines', text: sql.LOAD_LINES, values });
  const recusals = await asked.query<LoadedRecusal>({ name: 'load-recusals', text: sql.LOAD_RECUSALS, values });
  return sessionOf(row, { seats: seats.rows.map(seatOf), lines: lines.rows.map(lineOf), recusals: recusals.rows });
}
