import type { Text } from '@laurel/domain';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';

export interface Incident {
  readonly id: string;
  readonly groupKey: string;
  /** A class of what is stuck, or `CANARY`. */
  readonly class: string;
  readonly cause: Text;
  readonly count: number;
  readonly openedAt: Date;
  readonly clearedAt: Date | null;
}

/** A group gone for this long is over; one that flickers is one incident. */
const GONE = `interval '45 seconds'`;

const FOLLOW = `
WITH seen AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(id text, "groupKey" text, class text, cause jsonb, count int)),
known AS (
  UPDATE incident i SET seen_at = now(), count = s.count, cause = s.cause FROM seen s WHERE i.group_key = s."groupKey" AND i.cleared_at IS NULL
), cleared AS (
  UPDATE incident i SET cleared_at = now() WHERE i.cleared_at IS NULL AND i.seen_at < now() - ${GONE}
     AND NOT EXISTS (SELECT 1 FROM seen s WHERE s."groupKey" = i.group_key))
INSERT INTO incident (id, group_key, class, cause, count, opened_at, seen_at)
SELECT s.id, s."groupKey", s.class, s.cause, s.count, now(), now() FROM seen s
ON CONFLICT (group_key) WHERE cleared_at IS NULL DO NOTHING`;

const UNPOSTED = `
SELECT id, group_key AS "groupKey", class, cause, count, opened_at AS "openedAt",
       CASE WHEN opening_posted THEN cleared_at END AS "clearedAt"
  FROM incident WHERE NOT opening_posted OR (cleared_at IS NOT NULL AND NOT clearing_posted) ORDER BY opened_at LIMIT 20`;

/** Incidents that people are told of: opened once for each group, cleared once. */
export class IncidentRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Takes the groups that are stuck now: opens an incident for each new one, clears those that are over. */
  async follow(groups: readonly Pick<Incident, 'groupKey' | 'class' | 'cause' | 'count'>[]): Promise<void> {
    const rows = groups.map(({ groupKey, class: stuckClass, cause, count }) => ({
      id: newId(),
      groupKey,
      class: stuckClass,
      cause,
      count,
    }));
    await this.database.pool.query(FOLLOW, [JSON.stringify(rows)]);
  }

  /** Openings and clearings that no webhook has taken yet; a clearing has its instant set. */
  async unposted(): Promise<readonly Incident[]> {
    return (await this.database.pool.query<Incident>(UNPOSTED)).rows;
  }

  async markPosted(id: string, what: 'opening' | 'clearing'): Promise<void> {
    const column = what === 'opening' ? 'opening_posted' : 'clearing_posted';
    await this.database.pool.query(`UPDATE incident SET ${column} = true WHERE id = $1`, [id]);
  }
}
