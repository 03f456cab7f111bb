import type { Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import type { LoadedSession } from './session.types.ts';

/** A session in a list of them. */
export interface SessionLine {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly council: string;
  readonly name: Text;
  readonly state: LoadedSession['state'];
  readonly meetsAt: Date;
  readonly closesAt: Date;
  /** Nominations on its agenda. */
  readonly lines: number;
  readonly seats: number;
  /** Members whose ballot is in the box. */
  readonly voted: number;
}

export interface SessionFilter {
  /** Programmes whose councils the reader may see; null for all. */
  readonly programmes: readonly string[] | null;
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
}

/** Nobody looks through more than these. */
const MOST = 200;

const LIST = `
SELECT s.id, s.programme, s.campaign, s.council, jsonb_build_object('vi', s.name_vi, 'en', s.name_en) AS name, s.state,
       s.meets_at AS "meetsAt", s.closes_at AS "closesAt",
       (SELECT count(*)::int FROM session_line l WHERE l.session_id = s.id) AS lines,
       (SELECT count(*)::int FROM session_seat m WHERE m.session_id = s.id) AS seats,
       (SELECT count(*)::int FROM ballot_roll r WHERE r.session_id = s.id) AS voted
  FROM council_session s
 WHERE ($1::text[] IS NULL OR s.programme = ANY($1))
   AND ($2::text IS NULL OR s.programme = $2) AND ($3::text IS NULL OR s.campaign = $3)
 ORDER BY s.meets_at DESC, s.id DESC LIMIT ${String(MOST)}`;

/** Which sessions there are. */
export class SessionListReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The latest first, at most 200. */
  async list({ programmes, programme, campaign }: SessionFilter): Promise<readonly SessionLine[]> {
    const values = [programmes, programme ?? null, campaign ?? null];
    const { rows } = await this.database.pool.query<SessionLine>({ name: 'list-sessions', text: LIST, values });
    return rows;
  }
}
