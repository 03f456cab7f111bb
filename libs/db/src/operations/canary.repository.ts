import type { Database } from '../database.ts';

/** How far the last canary came. */
export interface CanaryRun {
  readonly nominationId: string;
  readonly startedAt: number;
  readonly mailedAt: number | null;
  readonly decidedAt: number | null;
  readonly endedAt: number | null;
  readonly failure: string | null;
}

export interface CanaryTask {
  readonly id: string;
  readonly personId: string;
  /** Whether the mail server has taken the mail that asks for it. */
  readonly mailed: boolean;
}

const TASK = `
SELECT t.id, t.person_id AS "personId", EXISTS (SELECT 1 FROM mail_ledger m WHERE m.task_id = t.id AND m.state = 'accepted') AS mailed
  FROM task t WHERE t.nomination_id = $1 AND t.state = 'open' LIMIT 1`;

/** The runs of the canary: a nomination of its own programme through the whole path. */
export class CanaryRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async last(): Promise<CanaryRun | null> {
    const row = await this.database.prisma.canaryRun.findFirst({ orderBy: { startedAt: 'desc' } });
    if (!row) return null;
    const millis = (at: Date | null): number | null => at?.getTime() ?? null;
    const { nominationId, failure, startedAt, mailedAt, decidedAt, endedAt } = row;
    return {
      nominationId,
      failure,
      startedAt: startedAt.getTime(),
      mailedAt: millis(mailedAt),
      decidedAt: millis(decidedAt),
      endedAt: millis(endedAt),
    };
  }

  async begin(nominationId: string): Promise<void> {
    const text = `INSERT INTO canary_run (nomination_id, started_at) VALUES ($1, now()) ON CONFLICT DO NOTHING`;
    await this.database.pool.query(text, [nominationId]);
  }

  async note(nominationId: string, what: 'mailed_at' | 'decided_at' | 'ended_at'): Promise<void> {
    await this.database.pool.query(`UPDATE canary_run SET ${what} = coalesce(${what}, now()) WHERE nomination_id = $1`, [nominationId]);
  }

  async fail(nominationId: string, failure: string): Promise<void> {
    await this.database.pool.query(`UPDATE canary_run SET failure = $2 WHERE nomination_id = $1`, [nominationId, failure.slice(0, 500)]);
  }

  async task(nominationId: string): Promise<CanaryTask | null> {
    return (await this.database.pool.query<CanaryTask>(TASK, [nominationId])).rows[0] ?? null;
  }

  async isEnded(nominationId: string): Promise<boolean> {
    const text = `SELECT ended_at IS NOT NULL AS ended FROM nomination WHERE id = $1`;
    return (await this.database.pool.query<{ ended: boolean }>(text, [nominationId])).rows[0]?.ended ?? false;
  }
}
