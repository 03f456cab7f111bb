import type { Database } from '../database.ts';

/** Lets one worker of many do what needs doing once: an advisory lock that ends with its connection. */
export class LoopLock {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Runs the work unless another worker is at it; answers null then. */
  async alone<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer | null> {
    return this.database.connected(async (client) => {
      const text = `SELECT pg_try_advisory_lock(hashtext('laurel:' || $1)) AS taken`;
      const { rows } = await client.query<{ taken: boolean }>(text, [name]);
      if (rows[0]?.taken !== true) return null;
      try {
        return await work();
      } finally {
        await client.query(`SELECT pg_advisory_unlock(hashtext('laurel:' || $1))`, [name]);
      }
    });
  }
}
