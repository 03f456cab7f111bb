import { Database, LoopLock } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, type Stack } from '../stack/index.ts';

describe('a connection that the server ends', () => {
  let stack: Stack;
  let database: Database;

  beforeAll(async () => {
    stack = await prepareStack();
    database = new Database(stack.servers.databaseUrl, 2);
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await stack.close();
  }, 60_000);

  /** Ends the connection from another one, as an administrator or a fail-over does, and waits until that is heard here. */
  async function end(ask: (text: string) => Promise<{ readonly rows: readonly { readonly pid: number }[] }>): Promise<void> {
    const [row] = (await ask('SELECT pg_backend_pid() AS pid')).rows;
    await stack.view.rows('SELECT pg_terminate_backend($1)', [row?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }

  it('while it is lent and rests fails who has it, never the process, and is not lent again', async () => {
    const worked = database.connected(async (client) => {
      await end((text) => client.query(text));
      return 'worked';
    });
    expect(await worked).toBe('worked');
    expect(await database.ping()).toBe(true);
  });

  it('undoes a transaction and leaves the next one whole', async () => {
    const broken = database.transaction(async (client) => {
      await client.query(`CREATE TABLE half_done (id int)`);
      await end((text) => client.query(text));
      await client.query('SELECT 1');
    });
    await expect(broken).rejects.toThrow();
    const found = await database.transaction((client) => client.query(`SELECT to_regclass('half_done') AS it`));
    expect(found.rows).toEqual([{ it: null }]);
  });

  it('is replaced by one that plans as its process wishes', async () => {
    const once = new Database(stack.servers.databaseUrl, 1, { plansOnce: true });
    const mode = async (): Promise<unknown> => (await once.pool.query('SHOW plan_cache_mode')).rows;
    const generic = [{ plan_cache_mode: 'force_generic_plan' }];
    expect(await mode()).toEqual(generic);
    await expect(once.connected((client) => end((text) => client.query(text)))).resolves.toBeUndefined();
    expect(await mode()).toEqual(generic);
    await once.close();
  });

  it('frees the lock of a loop for the next who asks', async () => {
    const lock = new LoopLock(database);
    const broken = lock.alone('a-loop', async () => {
      await stack.view.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await expect(broken).rejects.toThrow();
    expect(await lock.alone('a-loop', () => Promise.resolve('alone'))).toBe('alone');
  });
});
