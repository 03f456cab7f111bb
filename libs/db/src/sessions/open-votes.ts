import type { BoxChoice } from '../ballot/vote-bytes.ts';
import type { Database } from '../database.ts';

/** Who said what on a line of an open ballot. */
export interface OpenVote {
  readonly line: number;
  readonly seat: number;
  readonly choice: BoxChoice;
}

// Rows of a secret ballot have no seat. That they are not asked for either keeps the promise in two places.
const OPEN_VOTES = `
SELECT v.line, v.seat, v.choice FROM council_session s JOIN ballot_vote v ON v.session_id = s.id
 WHERE s.id = $1 AND NOT s.secret AND s.state = 'closed' AND v.seat IS NOT NULL ORDER BY v.line, v.seat`;

/** The votes of a ballot that is not secret, once it is counted; none of any other. */
export async function openVotes(database: Database, sessionId: string): Promise<readonly OpenVote[]> {
  const { rows } = await database.pool.query<OpenVote>({ name: 'open-votes', text: OPEN_VOTES, values: [sessionId] });
  return rows;
}
