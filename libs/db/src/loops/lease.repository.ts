import type { Database } from '../database.ts';

const OWNERS = `
SELECT DISTINCT lease_owner AS owner FROM (
  SELECT lease_owner FROM inbox_event WHERE state = 'pending' AND lease_until > now()
  UNION ALL SELECT lease_owner FROM act WHERE state = 'pending' AND lease_until > now()
  UNION ALL SELECT lease_owner FROM mail_ledger WHERE state = 'sending' AND lease_until > now()) held
 WHERE lease_owner IS NOT NULL`;

const RELEASE = `
WITH inbox AS (
  UPDATE inbox_event SET lease_until = now() WHERE state = 'pending' AND lease_until > now() AND lease_owner = ANY($1)
), acts AS (
  UPDATE act SET lease_until = now() WHERE state = 'pending' AND lease_until > now() AND lease_owner = ANY($1)
)
UPDATE mail_ledger SET lease_until = now() WHERE state = 'sending' AND lease_until > now() AND lease_owner = ANY($1)`;

/** Who holds leases on rows: `<host>:<process>`. */
export class LeaseRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Holders of leases that still run. */
  async owners(): Promise<readonly string[]> {
    const { rows } = await this.database.pool.query<{ owner: string }>(OWNERS);
    return rows.map(({ owner }) => owner);
  }

  /** Ends the leases of holders known to be dead, so that nobody waits for them to run out. */
  async release(owners: readonly string[]): Promise<void> {
    if (owners.length > 0) await this.database.pool.query(RELEASE, [owners]);
  }
}
