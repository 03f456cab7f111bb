import { newId } from '../ids.ts';
import type { Database } from '../database.ts';
import { actIdSql } from './act-ids.ts';
import { inboxValues, insertInbox } from './inbox-values.ts';
import { AGAINST } from './intake-words.ts';
import type { IntakeError, IntakeEventOf, IntakeOrigin, Stored } from './intake.types.ts';

type Placed = IntakeEventOf<'laurel.nominee.hold-placed.v1'>;
type Lifted = IntakeEventOf<'laurel.nominee.hold-lifted.v1'>;

/**
 * Open nominations of the nominee, under whatever name they were filed: with the reference, without it, or for an entry of
 * the registry that was merged with the one of that reference.
 */
const OPEN_CASES = `
  nomination n WHERE n.ended_at IS NULL AND n.id IN (
    SELECT o.id FROM nomination o WHERE o.nominee_reference = $5 AND o.ended_at IS NULL
    UNION
    SELECT o.id FROM nominee e
      JOIN nominee k ON k.id = coalesce(e.merged_into, e.id) OR k.merged_into = coalesce(e.merged_into, e.id)
      JOIN nomination o ON o.nominee_id = k.id AND o.ended_at IS NULL
     WHERE e.reference = $5)`;

// $11 hold id, $12 authority, $13 paper, $14 from.
const PLACE = `
WITH inbox AS (${insertInbox('NULL', '')}
), placed AS (
  INSERT INTO hold (id, nominee_reference, authority, paper, placed_from, recorded_at)
  SELECT $11, $5, $12, $13, $14, inbox.received_at FROM inbox
  RETURNING id, recorded_at
), acts AS (
  INSERT INTO act (id, nomination_id, kind, actor, body, state, created_at)
  SELECT ${actIdSql('$10')}, n.id, 'hold', 'source:' || $2,
         jsonb_build_object('kind', 'hold', 'holdId', placed.id, 'authority', $12::text), 'pending', placed.recorded_at
    FROM placed, ${OPEN_CASES}
)
SELECT count(*)::int AS stored FROM inbox`;

// $11 authority, $12 outcome, $13 from.
const LIFT = `
WITH running AS (
  SELECT id FROM hold WHERE nominee_reference = $5 AND authority = $11 AND lifted_from IS NULL FOR UPDATE
), inbox AS (${insertInbox('NULL', 'WHERE EXISTS (SELECT 1 FROM running)')}
), lifted AS (
  UPDATE hold h SET lifted_from = $13, outcome = $12 FROM inbox WHERE h.id IN (SELECT id FROM running)
  RETURNING h.id, inbox.received_at
), acts AS (
  INSERT INTO act (id, nomination_id, kind, actor, body, state, created_at)
  SELECT ${actIdSql('$10')}, n.id, 'lift-hold', 'source:' || $2,
         jsonb_build_object('kind', 'lift-hold', 'holdId', lifted.id, 'authority', $11::text, 'outcome', $12::text), 'pending', lifted.received_at
    FROM lifted, ${OPEN_CASES} OR n.held AND n.holds ? lifted.id
)
SELECT count(*)::int AS stored FROM inbox`;

/** A bare date means the beginning of that day in Vietnam, whose authorities write it. */
const startOf = (from: string): string => (from.length === 'YYYY-MM-DD'.length ? `${from}T00:00:00+07:00` : from);

/** Stores investigations and disciplines: the hold itself, and an act for every open nomination of that nominee. */
export class HoldIntake {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  place(event: Placed, origin: IntakeOrigin): Promise<Stored> {
    const { authority, paper, from } = event.data;
    return this.run('accept-hold', PLACE, [...inboxValues(event, origin), newId(), authority, paper ?? null, startOf(from)]);
  }

  lift(event: Lifted, origin: IntakeOrigin): Promise<Stored> {
    const { authority, outcome, from } = event.data;
    return this.run('accept-lift', LIFT, [...inboxValues(event, origin), authority, outcome, startOf(from)]);
  }

  explain(event: Placed | Lifted): readonly IntakeError[] {
    return [AGAINST.hold(event.subject ?? '', event.data.authority)];
  }

  private async run(name: string, text: string, values: unknown[]): Promise<Stored> {
    const { rows } = await this.database.pool.query<{ stored: number }>({ name, text, values });
    return rows[0]?.stored === 1 ? { stored: true, nominationId: null } : { stored: false };
  }
}
