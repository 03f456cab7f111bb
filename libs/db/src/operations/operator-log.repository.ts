import type { Remedy } from '@laurel/domain';
import type { Database } from '../database.ts';

export interface OperatorDeed {
  /** The same deed has the same key: written twice, it stands once. */
  readonly key: string;
  readonly actor: string;
  readonly remedy: Remedy;
  readonly reason: string;
  readonly nominationId: string | null;
  readonly eventId: string | null;
  /** No personal data. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

const WRITE = `
INSERT INTO operator_log (id, actor, remedy, reason, nomination_id, event_id, facts) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (id) DO NOTHING`;

/** What operators did, to what and why: append-only, also where no nomination could take it into its own chain. */
export class OperatorLog {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async write({ key, actor, remedy, reason, nominationId, eventId, facts }: OperatorDeed): Promise<void> {
    const values = [key, actor, remedy, reason, nominationId, eventId, JSON.stringify(facts)];
    await this.database.pool.query({ name: 'write-operator-log', text: WRITE, values });
  }
}
