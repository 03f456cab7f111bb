import type { Database } from '../database.ts';
import { actIdSql } from './act-ids.ts';
import { inboxValues, insertInbox } from './inbox-values.ts';
import { AGAINST } from './intake-words.ts';
import type { IntakeError, IntakeEventOf, IntakeOrigin, Stored } from './intake.types.ts';

type Opened = IntakeEventOf<'laurel.campaign.opened.v1'>;

/**
 * The rule set: the one named; else the one the campaign has, while it opens when it did; else the one in force on the
 * day it opens. Running waits follow new dates through an act for every open nomination.
 * $11 programme, $12 campaign, $13 version or null, $14 opens, $15 closes or null.
 */
const OPEN = `
WITH before AS (
  SELECT opens_at, closes_at, rule_set_version FROM campaign WHERE programme = $11 AND key = $12 FOR UPDATE
), rules AS (
  SELECT r.version FROM rule_set_version r
   WHERE r.programme = $11
     AND CASE WHEN $13::text IS NOT NULL THEN r.version = $13
              ELSE r.version = (SELECT b.rule_set_version FROM before b WHERE b.opens_at = $14::timestamptz)
                OR (NOT EXISTS (SELECT 1 FROM before b WHERE b.opens_at = $14::timestamptz)
                    AND r.valid_from <= ($14::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
                    AND (r.valid_to IS NULL OR r.valid_to >= ($14::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)) END
   ORDER BY r.valid_from DESC, r.published_at DESC LIMIT 1
), inbox AS (${insertInbox('NULL', 'FROM rules')}
), written AS (
  INSERT INTO campaign (programme, key, rule_set_version, opens_at, closes_at, updated_at)
  SELECT $11, $12, rules.version, $14, $15, inbox.received_at FROM inbox, rules
  ON CONFLICT (programme, key) DO UPDATE SET rule_set_version = excluded.rule_set_version, opens_at = excluded.opens_at,
     closes_at = excluded.closes_at, updated_at = excluded.updated_at
), acts AS (
  INSERT INTO act (id, nomination_id, kind, actor, body, state, created_at)
  SELECT ${actIdSql('$10')}, n.id, 'campaign-dates', 'source:' || $2, '{"kind":"campaign-dates"}', 'pending', inbox.received_at
    FROM inbox, before, nomination n
   WHERE n.programme = $11 AND n.campaign = $12 AND n.ended_at IS NULL AND before.closes_at IS DISTINCT FROM $15::timestamptz
)
SELECT count(*)::int AS stored FROM inbox`;

/** Stores that a season opens or moves. */
export class CampaignIntake {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async store(event: Opened, origin: IntakeOrigin): Promise<Stored> {
    const { programme, campaign, ruleSetVersion, opensAt, closesAt } = event.data;
    const values = [...inboxValues(event, origin), programme, campaign, ruleSetVersion ?? null, opensAt, closesAt ?? null];
    const { rows } = await this.database.pool.query<{ stored: number }>({ name: 'accept-campaign', text: OPEN, values });
    return rows[0]?.stored === 1 ? { stored: true, nominationId: null } : { stored: false };
  }

  async explain({ data }: Opened): Promise<readonly IntakeError[]> {
    const text = 'SELECT version FROM rule_set_version WHERE programme = $1 ORDER BY valid_from';
    const { rows } = await this.database.pool.query<{ version: string }>(text, [data.programme]);
    if (rows.length === 0) return [AGAINST.programme(data.programme)];
    const versions = rows.map(({ version }) => version);
    return [data.ruleSetVersion === undefined ? AGAINST.noRules(versions) : AGAINST.version(versions)];
  }
}
