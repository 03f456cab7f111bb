import type { Candidate, NominationState, RecipientKind, Stream } from '@laurel/domain';
import type { Database } from '../database.ts';

/** A nomination that could be put on an agenda, with what decides its route. */
export interface AgendaCandidate extends Candidate {
  readonly nominationId: string;
  readonly nominee: string;
  readonly achievement: string;
  readonly unit: string;
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  readonly award: string;
  readonly stream: Stream;
  readonly recipientKind: RecipientKind;
}

const COLUMNS = `
SELECT n.id AS "nominationId", n.nominee ->> 'fullName' AS nominee, n.achievement ->> 'title' AS achievement, n.unit, n.rule_set_version AS "ruleSetVersion",
       n.calendar_version AS "calendarVersion", n.award, n.achievement ->> 'stream' AS stream, n.nominee ->> 'kind' AS "recipientKind",
       n.ended_at IS NOT NULL AS ended, n.stage_index AS "stageIndex",
       (extract(epoch FROM n.notice_ends_at) * 1000)::float8 AS "noticeEndsAt"
  FROM nomination n
 WHERE n.programme = $1 AND n.campaign = $2`;

/** Runs, is not held, and is on the agenda of no running session. */
const FREE = `n.ended_at IS NULL AND NOT n.held
   AND NOT EXISTS (SELECT 1 FROM session_line l WHERE l.nomination_id = n.id AND l.state IN ('waiting', 'on-ballot'))`;

const OLDEST_FIRST = `
 ORDER BY n.submitted_at, n.id LIMIT $4`;

/** $1 programme, $2 campaign, $3 nomination ids or null for all that wait, $4 limit. */
const CANDIDATES = `${COLUMNS}
   AND CASE WHEN $3::text[] IS NULL THEN n.state = 'IN_SESSION' AND ${FREE} ELSE n.id = ANY($3) END${OLDEST_FIRST}`;

/** $1 programme, $2 campaign, $3 states, $4 limit. */
const AWAITED = `${COLUMNS}
   AND n.state = ANY($3) AND ${FREE}${OLDEST_FIRST}`;

/** Before a council, or before the public, which may be the step before it. */
const ON_THE_WAY: readonly NominationState[] = ['IN_SESSION', 'ON_NOTICE'];

/** What may go on an agenda. */
export class AgendaReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The rule set version of a season and the version of its programme's people; null when there is no such season. */
  async season(
    programme: string,
    campaign: string,
  ): Promise<{ readonly ruleSetVersion: string; readonly directoryVersion: number } | null> {
    const text = `SELECT c.rule_set_version AS "ruleSetVersion", coalesce(d.version, 0) AS "directoryVersion"
       FROM campaign c LEFT JOIN directory_version d ON d.programme = c.programme WHERE c.programme = $1 AND c.key = $2`;
    const { rows } = await this.database.pool.query<{ ruleSetVersion: string; directoryVersion: number }>(text, [programme, campaign]);
    return rows[0] ?? null;
  }

  /** These nominations of the season, or with null everyone that waits for a session and is on no agenda; oldest first. */
  async candidates(programme: string, campaign: string, ids: readonly string[] | null, limit: number): Promise<readonly AgendaCandidate[]> {
    const { rows } = await this.database.pool.query<AgendaCandidate>({
      name: 'agenda-candidates',
      text: CANDIDATES,
      values: [programme, campaign, ids, limit],
    });
    return rows;
  }

  /** Everyone of the season that waits for a session, or is on public notice, and is on no agenda; oldest first. */
  async awaited(programme: string, campaign: string, limit: number): Promise<readonly AgendaCandidate[]> {
    const values = [programme, campaign, ON_THE_WAY, limit];
    const { rows } = await this.database.pool.query<AgendaCandidate>({ name: 'agenda-awaited', text: AWAITED, values });
    return rows;
  }
}
