import type { Text } from '@laurel/domain';
import type { Database } from '../database.ts';
import { Conditions } from '../reading/nomination-places.ts';
import { pageOf, secondsOf, type PageAsked, type PagedList, type PageOf } from '../reading/pages.ts';
import { HOME_UNIT } from './session.sql.ts';
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

export interface SessionFilter extends PageAsked {
  /** Where the reader may see sessions, as places of nominations are written; a session is in its council's unit. Null: everywhere. */
  readonly places: readonly string[] | null;
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
}

const LIST: PagedList = {
  columns: `s.id, s.programme, s.campaign, s.council, jsonb_build_object('vi', s.name_vi, 'en', s.name_en) AS name, s.state,
       s.meets_at AS "meetsAt", s.closes_at AS "closesAt",
       (SELECT count(*)::int FROM session_line l WHERE l.session_id = s.id) AS lines,
       (SELECT count(*)::int FROM session_seat m WHERE m.session_id = s.id) AS seats,
       (SELECT count(*)::int FROM ballot_roll r WHERE r.session_id = s.id) AS voted`,
  from: `council_session s CROSS JOIN LATERAL (SELECT s.programme, ${HOME_UNIT} AS unit) home`,
  order: { by: `-${secondsOf('s.meets_at')}`, as: 'numeric', id: 's.id' },
};

/** Which sessions there are. */
export class SessionListReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The latest first. */
  list({ places, programme, campaign, ...page }: SessionFilter): Promise<PageOf<SessionLine>> {
    const conditions = new Conditions();
    conditions.places(places, 'home');
    if (programme !== undefined) conditions.add((parameter) => `s.programme = ${parameter}`, programme);
    if (campaign !== undefined) conditions.add((parameter) => `s.campaign = ${parameter}`, campaign);
    return pageOf<SessionLine>(this.database.pool, LIST, conditions, page);
  }
}
