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

/** What waits in one place, and since when the oldest does (UTC milliseconds). */
export interface Queued {
  readonly count: number;
  readonly oldestAt: number | null;
}

export interface FlowFigures {
  readonly inbox: Queued;
  readonly acts: Queued;
  readonly mails: Queued;
  readonly outbox: Queued;
  readonly deadEvents: Queued;
  readonly undeliverableMails: Queued;
  readonly openNominations: number;
  readonly differences: number;
  readonly connections: number;
}

interface FlowRow {
  readonly name: Exclude<keyof FlowFigures, 'openNominations' | 'differences' | 'connections'>;
  readonly count: number;
  readonly oldest: Date | null;
}

const FLOW = `
SELECT 'inbox' AS name, count(*)::int, min(received_at) AS oldest FROM inbox_event WHERE state = 'pending'
UNION ALL SELECT 'acts', count(*)::int, min(created_at) FROM act WHERE state = 'pending'
UNION ALL SELECT 'mails', count(*)::int, min(send_after) FROM mail_ledger WHERE state IN ('planned', 'sending', 'unknown')
UNION ALL SELECT 'outbox', count(*)::int, min(recorded_at) FROM outbox_event WHERE published_at IS NULL
UNION ALL SELECT 'deadEvents', count(*)::int, min(received_at) FROM inbox_event WHERE state = 'dead'
UNION ALL SELECT 'undeliverableMails', count(*)::int, min(planned_at) FROM mail_ledger WHERE state IN ('failed', 'bounced')`;

const TOTALS = `
SELECT (SELECT count(*)::int FROM nomination WHERE ended_at IS NULL) AS "openNominations",
       (SELECT count(*)::int FROM reconciled_difference) AS differences,
       (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`;

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

  /** What waits where, and for how long. */
  async flow(): Promise<FlowFigures> {
    const { rows } = await this.database.pool.query<FlowRow>(FLOW);
    const totals = await this.database.pool.query<Pick<FlowFigures, 'openNominations' | 'differences' | 'connections'>>(TOTALS);
    const of = (name: FlowRow['name']): Queued => {
      const row = rows.find((one) => one.name === name);
      return { count: row?.count ?? 0, oldestAt: row?.oldest?.getTime() ?? null };
    };
    return {
      inbox: of('inbox'),
      acts: of('acts'),
      mails: of('mails'),
      outbox: of('outbox'),
      deadEvents: of('deadEvents'),
      undeliverableMails: of('undeliverableMails'),
      ...(totals.rows[0] ?? { openNominations: 0, differences: 0, connections: 0 }),
    };
  }
}
