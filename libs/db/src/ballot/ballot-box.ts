import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { LineCount } from '@laurel/domain';
import type { Database } from '../database.ts';
import { auditSession } from '../sessions/session-audit.ts';
import { loadSession } from '../sessions/session.repository.ts';
import type { LoadedSession } from '../sessions/session.types.ts';
import type { BallotKeys } from './ballot-keys.ts';
import { dropBox, rewriteRoll } from './partitions.ts';
import { openAll } from './sealing.ts';
import { shuffled } from './shuffle.ts';
import { lockSession } from './locks.ts';
import { BoxSpoiled, voteOf, type BoxVote } from './vote-bytes.ts';

/** Lines on the ballot once it is open. */
export function ballotLines(session: LoadedSession): LoadedSession['lines'] {
  return session.lines.filter(({ state }) => state === 'on-ballot');
}

const SETTLE_LINES = `
UPDATE session_line l SET state = CASE WHEN c.outcome = 'set-aside' THEN 'set-aside' ELSE 'counted' END, outcome = c.outcome, because = c.because,
       yes = c.yes, no = c.no, abstain = c.abstain, recused = c.recused, told = c.because = 'ended'
  FROM jsonb_to_recordset($2::jsonb) AS c(line int, outcome text, because text, yes int, no int, abstain int, recused int)
 WHERE l.session_id = $1 AND l.line = c.line`;

// One act for each nomination, under an id of its own: written twice it is one. Its lease leaves it to the activity that
// tells the workflows; should no worker come back for that, the act relay tells them when it is over.
const WRITE_OUTCOMES = `
INSERT INTO act (id, nomination_id, kind, actor, body, state, lease_until)
SELECT 'session-' || l.session_id || '-' || l.line, l.nomination_id, 'session-outcome', 'source:session:' || l.session_id,
       jsonb_build_object('kind', 'session-outcome', 'sessionId', l.session_id, 'outcome', l.outcome, 'because', l.because,
         'votes', CASE WHEN l.yes IS NULL THEN 'null'::jsonb ELSE jsonb_build_object('yes', l.yes, 'no', l.no, 'abstain', l.abstain) END),
       'pending', now() + interval '5 minutes'
  FROM session_line l WHERE l.session_id = $1 AND l.outcome IS NOT NULL AND NOT l.told
ON CONFLICT DO NOTHING`;

const INSERT_VOTES = `
INSERT INTO ballot_vote (session_id, id, line, choice, seat) SELECT $1, * FROM unnest($2::text[], $3::int[], $4::text[], $5::int[])`;

/** The box when it is opened and counted. */
export class BallotBox {
  private readonly database: Database;
  private readonly keys: BallotKeys;

  constructor(database: Database, keys: BallotKeys) {
    this.database = database;
    this.keys = keys;
  }

  /** Opens every sealed row. Nothing is written. Throws {@link BoxSpoiled} when a row is missing, changed or foreign. */
  async open(session: LoadedSession, onProgress: (opened: number) => void): Promise<readonly BoxVote[]> {
    const keys = await this.keys.read(session.id);
    if (session.publicKey === null || Buffer.compare(keys.publicKey, session.publicKey) !== 0)
      throw new BoxSpoiled(`The key of ballot ${session.id} is not the one it was sealed for`);
    const text = 'SELECT sealed FROM ballot_box WHERE session_id = $1 ORDER BY id';
    const { rows } = await this.database.pool.query<{ sealed: Buffer }>(text, [session.id]);
    const sealed = rows.map((row) => new Uint8Array(row.sealed));
    const opened = await openAll(sealed, keys, onProgress).catch(() => {
      throw new BoxSpoiled(`The box of ${session.id} holds a row that cannot be opened`);
    });
    const votes = opened.map(voteOf);
    insistOnWhole(session, votes);
    return votes;
  }

  /**
   * Writes the count in one transaction: lines, the nominations' outcomes as acts, the votes in random order, the roll
   * anew; the box is dropped with its file. The key goes right after, and also when this is run again. Counts once: a
   * session that is counted stays as it is.
   */
  async settle(sessionId: string, votes: readonly BoxVote[], count: (session: LoadedSession) => readonly LineCount[]): Promise<void> {
    await this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'alone');
      const session = await loadSession(client, sessionId);
      if (session?.state !== 'closing') return;
      const counts = count(session);
      await client.query(SETTLE_LINES, [sessionId, JSON.stringify(counts.map(({ votes: said, ...line }) => ({ ...line, ...said })))]);
      await client.query(WRITE_OUTCOMES, [sessionId]);
      await keepVotes(client, sessionId, toKeep(votes, counts));
      await rewriteRoll(client, sessionId);
      await dropBox(client, sessionId);
      await client.query(`UPDATE council_session SET state = 'closed', closed_at = now() WHERE id = $1`, [sessionId]);
      await auditSession(client, sessionId, { action: 'ballot-counted', actor: 'system', facts: factsOf(counts) });
    });
    await this.destroyKey(sessionId);
  }

  /** Throws away what was cast in a session that was adjourned: nobody ever opens it. */
  async discard(sessionId: string): Promise<void> {
    await this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'alone');
      const session = await loadSession(client, sessionId);
      if (session?.state !== 'adjourned' || session.publicKey === null) return;
      await rewriteRoll(client, sessionId);
      await dropBox(client, sessionId);
    });
    await this.destroyKey(sessionId);
  }

  destroyKey(sessionId: string): Promise<void> {
    return this.keys.destroy(sessionId);
  }
}

/** Every ballot has a row for every line: less or more means that somebody touched the box. */
function insistOnWhole(session: LoadedSession, votes: readonly BoxVote[]): void {
  const ballots = session.seats.filter(({ hasVoted }) => hasVoted).length;
  const lines = ballotLines(session);
  const byLine = new Map<number, number>();
  for (const { line } of votes) byLine.set(line, (byLine.get(line) ?? 0) + 1);
  const whole = votes.length === ballots * lines.length && lines.every(({ line }) => (byLine.get(line) ?? 0) === ballots);
  if (!whole) throw new BoxSpoiled(`The box of ${session.id} does not hold ${String(ballots)} whole ballots`);
}

/** Votes of lines that are not counted out loud are kept nowhere. */
function toKeep(votes: readonly BoxVote[], counts: readonly LineCount[]): readonly BoxVote[] {
  const loud = new Set(counts.filter((count) => count.votes !== null).map(({ line }) => line));
  return shuffled(votes.filter(({ line }) => loud.has(line)));
}

async function keepVotes(client: PoolClient, sessionId: string, votes: readonly BoxVote[]): Promise<void> {
  const ids = votes.map(() => randomBytes(16).toString('base64url'));
  const values = [sessionId, ids, votes.map(({ line }) => line), votes.map(({ choice }) => choice), votes.map(({ seat }) => seat)];
  await client.query(INSERT_VOTES, values);
}

function factsOf(counts: readonly LineCount[]): Readonly<Record<string, number>> {
  const of = (wanted: LineCount['outcome']): number => counts.filter(({ outcome }) => outcome === wanted).length;
  return { qualified: of('qualified'), notQualified: of('not-qualified'), setAside: of('set-aside') };
}
