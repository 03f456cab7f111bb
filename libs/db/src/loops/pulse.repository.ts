import type { Database } from '../database.ts';

const TURN = `
INSERT INTO loop_pulse (loop, worker, turned_at, last_error) VALUES ($1, $2, now(), $3)
ON CONFLICT (loop, worker) DO UPDATE SET turned_at = now(), last_error = excluded.last_error`;

/** When each background loop last turned, for the health page. */
export class PulseRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async turned(loop: string, worker: string, error: string | null): Promise<void> {
    await this.database.pool.query({ name: 'loop-turned', text: TURN, values: [loop, worker, error] });
  }
}
