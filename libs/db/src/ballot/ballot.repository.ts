import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { mayVote, type BallotRule, type Presence, type Vote } from '@laurel/domain';
import type { Database } from '../database.ts';
import { sealAll } from './sealing.ts';
import { shuffled } from './shuffle.ts';
import { lockSeat, lockSession } from './locks.ts';
import { bytesOf, type BoxVote } from './vote-bytes.ts';

/** A member's whole ballot: one vote for each line in which the member has a voice. */
export interface CastBallot {
  readonly sessionId: string;
  readonly seat: number;
  /** From the form: the same form sent again is the same ballot. */
  readonly nonce: string;
  /** By line number. */
  readonly votes: ReadonlyMap<number, Vote>;
}

/**
 * `cast`: it is in the box. `same`: this very form is in the box already. `voted`: another form of this member is.
 * `closed`: the ballot is not open. `not-allowed`: this seat may not vote. `changed`: the lines in which the member has a
 * voice are not those of the form.
 */
export type CastAnswer =
  { readonly is: 'cast' | 'same' | 'voted'; readonly receipt: string } | { readonly is: 'closed' | 'not-allowed' | 'changed' };

/** What a ballot is written on: the lines, and how this member stands to them. */
interface Paper {
  readonly open: boolean;
  readonly public_key: Buffer | null;
  readonly secret: boolean;
  readonly absentees: BallotRule['absentees'];
  readonly seat: number;
  readonly chair: boolean;
  readonly held: boolean;
  readonly presence: Presence;
  readonly lines: readonly { readonly line: number; readonly chair: boolean; readonly recused: boolean }[];
}

const PAPER = `
SELECT s.state = 'open' AND now() < s.closes_at AS open, s.public_key, s.secret, s.absentees, m.seat, m.chair,
       m.person_id IS NOT NULL AS held, m.presence,
       (SELECT coalesce(json_agg(json_build_object('line', l.line, 'chair', l.ballot -> 'chairInFavour', 'recused', EXISTS (
                 SELECT 1 FROM session_recusal r WHERE r.session_id = s.id AND r.seat = m.seat
                    AND r.nomination_id = l.nomination_id AND r.lifted_at IS NULL)) ORDER BY l.line), '[]')
          FROM session_line l WHERE l.session_id = s.id AND l.state = 'on-ballot') AS lines
  FROM council_session s JOIN session_seat m ON m.session_id = s.id AND m.seat = $2
 WHERE s.id = $1`;

// The roll is the arbiter: of two ballots of one member the second finds the first one's row.
const ENROL = `
INSERT INTO ballot_roll (session_id, seat, nonce_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING seat`;

const INSERT_SEALED = `
INSERT INTO ballot_box (session_id, id, sealed) SELECT $1, * FROM unnest($2::text[], $3::bytea[])`;

/** Where ballots go in. Nothing here writes a time, an order, or anything that roll and box would share. */
export class BallotRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Puts a ballot into the box: the roll row and the sealed rows in one transaction, exactly once for each member. */
  async cast(ballot: CastBallot): Promise<CastAnswer> {
    const { sessionId, seat } = ballot;
    const nonceHash = hashOf(ballot.nonce);
    const paper = await readPaper(this.database.pool, sessionId, seat);
    const earlier = await rollRow(this.database.pool, sessionId, seat);
    if (earlier !== null) return answerFor(earlier, nonceHash);
    const refused = refusalOf(paper, ballot);
    if (refused) return { is: refused };
    const rows = await sealedRows(paper as Paper & { readonly public_key: Buffer }, ballot);
    return this.database.transaction(async (client) => {
      await lockSession(client, sessionId, 'shared');
      await lockSeat(client, sessionId, seat);
      const now = await readPaper(client, sessionId, seat);
      const late = refusalOf(now, ballot);
      if (late) return { is: late };
      if (JSON.stringify(now?.lines) !== JSON.stringify(paper?.lines)) return { is: 'changed' };
      const { rowCount } = await client.query({ name: 'enrol', text: ENROL, values: [sessionId, seat, nonceHash] });
      if (rowCount === 0) return answerFor((await rollRow(client, sessionId, seat)) ?? '', nonceHash);
      await client.query({
        name: 'insert-sealed',
        text: INSERT_SEALED,
        values: [sessionId, rows.map(({ id }) => id), rows.map((row) => row.sealed)],
      });
      return { is: 'cast', receipt: receiptOf(nonceHash) };
    });
  }

  /** The receipt of the ballot that is in the box for this seat; null where there is none. */
  async receipt(sessionId: string, seat: number): Promise<string | null> {
    const enrolled = await rollRow(this.database.pool, sessionId, seat);
    return enrolled === null ? null : receiptOf(enrolled);
  }
}

/** Words of a receipt: they prove that the roll has this ballot, and say nothing about what is in it. */
export function receiptOf(nonceHash: string): string {
  const digest = createHash('sha256').update(`receipt:${nonceHash}`).digest('hex').slice(0, 16).toUpperCase();
  return digest.replaceAll(/(.{4})(?=.)/g, '$1-');
}

const hashOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');

function answerFor(enrolled: string, nonceHash: string): CastAnswer {
  return { is: enrolled === nonceHash ? 'same' : 'voted', receipt: receiptOf(enrolled) };
}

type Asked = Pick<PoolClient, 'query'>;

async function readPaper(asked: Asked, sessionId: string, seat: number): Promise<Paper | null> {
  const { rows } = await asked.query<Paper>({ name: 'ballot-paper', text: PAPER, values: [sessionId, seat] });
  return rows[0] ?? null;
}

async function rollRow(asked: Asked, sessionId: string, seat: number): Promise<string | null> {
  const text = 'SELECT nonce_hash FROM ballot_roll WHERE session_id = $1 AND seat = $2';
  const { rows } = await asked.query<{ nonce_hash: string }>({ name: 'roll-row', text, values: [sessionId, seat] });
  return rows[0]?.nonce_hash ?? null;
}

function refusalOf(paper: Paper | null, { votes }: CastBallot): 'closed' | 'not-allowed' | 'changed' | null {
  if (!paper?.open || paper.public_key === null) return 'closed';
  if (!mayVote(paper, paper)) return 'not-allowed';
  const free = paper.lines.filter(({ recused }) => !recused);
  const complete = free.length === votes.size && free.every(({ line }) => votes.has(line));
  return complete ? null : 'changed';
}

/** The rows of a ballot: one for every line of the agenda, all of one size, in no order. */
async function sealedRows(
  paper: Paper & { readonly public_key: Buffer },
  { votes }: CastBallot,
): Promise<readonly { readonly id: string; readonly sealed: Buffer }[]> {
  const said = paper.lines.map(({ line, chair }): BoxVote => {
    const choice = votes.get(line) ?? 'recused';
    return { line, choice, byChair: paper.chair && chair, seat: paper.secret ? null : paper.seat };
  });
  const sealed = await sealAll(shuffled(said).map(bytesOf), new Uint8Array(paper.public_key));
  return sealed.map((bytes) => ({ id: randomBytes(16).toString('base64url'), sealed: bytes }));
}
