import type { Database } from '../database.ts';

export interface LoopState {
  readonly loop: string;
  readonly worker: string;
  readonly turnedAt: number;
  readonly lastError: string | null;
}

export interface MailChannelState {
  readonly up: boolean;
  readonly reason: string | null;
  readonly since: number;
}

/** What the parts of the system last said of themselves. */
export class HealthReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** True when the database takes writes, so that an event can be accepted durably. */
  async canStore(): Promise<boolean> {
    try {
      const { rows } = await this.database.pool.query<{ readonly: boolean }>(
        `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS readonly`,
      );
      return rows[0]?.readonly === false;
    } catch {
      return false;
    }
  }

  async loops(): Promise<readonly LoopState[]> {
    const rows = await this.database.prisma.loopPulse.findMany();
    return rows.map(({ loop, worker, turnedAt, lastError }) => ({ loop, worker, turnedAt: turnedAt.getTime(), lastError }));
  }

  /** Null before the first mail. */
  async mailChannel(): Promise<MailChannelState | null> {
    const row = await this.database.prisma.mailChannel.findFirst({ orderBy: { checkedAt: 'desc' } });
    return row && { up: row.up, reason: row.reason, since: row.since.getTime() };
  }
}
