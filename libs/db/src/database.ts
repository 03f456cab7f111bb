import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** What Prisma lends for one transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A connection in somebody's hands. */
interface Loan {
  readonly client: pg.PoolClient;
  isBroken: boolean;
}

export interface DatabaseOptions {
  /**
   * Plans each statement once for all values instead of five times for the first values: right for a process that runs a few
   * large statements over and over, wrong for one that searches by whatever people type.
   */
  readonly plansOnce?: boolean;
}

/** Awaited by the pool before it lends a new connection. One that refuses is broken, as its first query will tell. */
function planOnce(client: pg.ClientBase): unknown {
  return client.query('SET plan_cache_mode = force_generic_plan').catch(() => undefined);
}

/**
 * One pool of connections, used in two ways: Prisma for everything that reads well in it, and the pool itself for the
 * few statements of a transition, where one prepared statement does what would be a dozen round trips.
 */
export class Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(url: string, connections = 12, { plansOnce = false }: DatabaseOptions = {}) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      // A connection that has fallen silent answers nothing, not even the server's own time-out: it is given up.
      query_timeout: 20_000,
      keepAlive: true,
      ...(plansOnce && { onConnect: planOnce }),
    });
    // An idle connection that breaks must not end the process; the next query opens a new one.
    this.pool.on('error', () => undefined);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** True when the database answers. */
  async ping(): Promise<boolean> {
    try {
      await this.pool.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Lends one connection for as long as `work` takes. One that breaks meanwhile fails its own queries and nothing else: a
   * client without a listener would end the process. It is not used again.
   */
  connected<Answer>(work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
    return this.lend(({ client }) => work(client));
  }

  /** Runs `work` in one transaction on one connection; whatever it throws undoes everything. */
  transaction<Answer>(work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
    return this.lend(async (loan) => {
      const { client } = loan;
      try {
        await client.query('BEGIN');
        const answer = await work(client);
        await client.query('COMMIT');
        return answer;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          loan.isBroken = true;
        });
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  private async lend<Answer>(work: (loan: Loan) => Promise<Answer>): Promise<Answer> {
    const client = await this.pool.connect();
    const loan: Loan = { client, isBroken: false };
    const noteBroken = (): void => {
      loan.isBroken = true;
    };
    client.on('error', noteBroken);
    try {
      return await work(loan);
    } finally {
      client.off('error', noteBroken);
      client.release(loan.isBroken);
    }
  }
}
