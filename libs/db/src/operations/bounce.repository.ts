import type { Database } from '../database.ts';

/** A mail that came back, or is late. */
export interface BounceNote {
  /** Candidates for the mail's Message-ID, by its return path and by what the notification quotes. */
  readonly messageIds: readonly string[];
  readonly is: 'hard' | 'soft';
  /** What the other server said. */
  readonly diagnosis: string;
}

export interface BouncedMail {
  readonly ledgerId: string;
  readonly nominationId: string | null;
  readonly taskId: string | null;
  readonly state: string;
}

// A mail that came back for good becomes a fact of its nomination, as one that was refused at the door does: the superior
// is asked at once. The act's id is the task's, so that a notification that comes twice asks once.
const HARD = `
WITH bounced AS (
  UPDATE mail_ledger SET state = 'bounced', last_error = $2, lease_until = NULL
   WHERE message_id = ANY($1) AND state IN ('accepted', 'unknown', 'sending', 'bounced')
  RETURNING id, nomination_id, task_id, state
), told AS (
  INSERT INTO act (id, nomination_id, kind, task_id, actor, body, state)
  SELECT 'undeliverable-' || task_id, nomination_id, 'undeliverable', task_id, 'source:mail',
         jsonb_build_object('kind', 'undeliverable', 'taskId', task_id), 'pending'
    FROM bounced WHERE task_id IS NOT NULL AND nomination_id IS NOT NULL
  ON CONFLICT DO NOTHING
)
SELECT id AS "ledgerId", nomination_id AS "nominationId", task_id AS "taskId", state FROM bounced`;

const SOFT = `
UPDATE mail_ledger SET last_error = $2 WHERE message_id = ANY($1) AND state IN ('accepted', 'unknown', 'sending')
RETURNING id AS "ledgerId", nomination_id AS "nominationId", task_id AS "taskId", state`;

/** Notes bounces in the mail ledger. */
export class BounceRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Null when no mail of ours has such a Message-ID. */
  async note({ messageIds, is, diagnosis }: BounceNote): Promise<BouncedMail | null> {
    const { rows } = await this.database.pool.query<BouncedMail>(is === 'hard' ? HARD : SOFT, [messageIds, diagnosis.slice(0, 500)]);
    return rows[0] ?? null;
  }
}
