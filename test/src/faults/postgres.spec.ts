import { KeyRepository, SCOPES } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pause, prepareStack, submittedEvent, waitFor, type Stack, type TaskSeen } from '../stack/index.ts';

const TOLD_WITHIN_MS = 10_500;
const AWAY_MS = 12_000;
/** SQLSTATE of PostgreSQL. */
const TOO_MANY_CONNECTIONS = '53300';

describe('a database that fails', () => {
  let stack: Stack;
  let key: string;
  let pids: readonly number[];

  beforeAll(async () => {
    stack = await prepareStack({ ownPostgres: true, proxyPostgres: true });
    stack.startWorkers();
    await stack.startApi();
    ({ key } = await new KeyRepository(stack.database).create('faults', { scopes: SCOPES }));
    pids = [stack.worker.pid, stack.api.pid];
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function headTask(): Promise<TaskSeen> {
    const [id = ''] = await stack.submit(1);
    return stack.view.waitForTask(id, 'grassroots', 30_000);
  }

  const press = (task: TaskSeen): ReturnType<Stack['http']['decide']> => stack.http.decide(stack.tokenOf(task.id), 'approve');

  const send = (): ReturnType<Stack['http']['sendEvent']> => {
    const { type, id, source, data } = submittedEvent();
    return stack.http.sendEvent(key, { specversion: '1.0', type, id, source, datacontenttype: 'application/json', data });
  };

  /** Presses until it is recorded, as a person does; it must not count twice. */
  async function pressUntilRecorded(task: TaskSeen): Promise<void> {
    await waitFor('the decision to be recorded', 45_000, async () => (await press(task)).status === 200, 500);
    stack.noteAcknowledged(task.id, 'approve');
    await stack.view.waitForTask(task.nominationId, 'district', 30_000);
  }

  async function expectRefusedHonestly(task: TaskSeen): Promise<void> {
    const begun = Date.now();
    const [answer, sent] = await Promise.all([press(task), send()]);
    expect([answer.status, sent.status]).toEqual([503, 503]);
    expect(Date.now() - begun).toBeLessThan(TOLD_WITHIN_MS);
    expect(sent.headers.get('retry-after')).not.toBeNull();
    const ready = await stack.http.ask('/health/ready');
    expect([ready.status, (await stack.http.ask('/health/live')).status]).toEqual([503, 200]);
  }

  async function expectWhole(): Promise<void> {
    await stack.view.waitForMails(30_000);
    expect(await stack.verify()).toEqual([]);
    expect([stack.worker.pid, stack.api.pid]).toEqual(pids);
    expect([stack.worker.isRunning, stack.api.isRunning]).toEqual([true, true]);
  }

  it('F09 refuses with 503 while it is dead and goes on by itself (12 s instead of 60 s), the decision under way included', async () => {
    const [underWay, waiting] = [await headTask(), await headTask()];
    const committing = stack.servers.postgresProxy.stopNext('commit-change', 'never');
    const pressed = press(underWay);
    await committing;
    await stack.servers.postgres.kill();
    await pause(500);
    await expectRefusedHonestly(waiting);
    await pause(Math.max(0, AWAY_MS - 5_000));
    await stack.servers.postgres.start();
    const answer = await pressed;
    expect([200, 503]).toContain(answer.status);
    await pressUntilRecorded(underWay);
    await pressUntilRecorded(waiting);
    await expectWhole();
  }, 150_000);

  it('F10 survives the end of every connection, again and again, while decisions come', async () => {
    const tasks = await Promise.all(Array.from({ length: 6 }, headTask));
    const decided = Promise.all(tasks.map(pressUntilRecorded));
    for (let round = 0; round < 5; round++) {
      await stack.view.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      await pause(300);
    }
    await decided;
    await expectWhole();
  }, 120_000);

  it('F10 gives up a connection that has fallen silent, and goes on with another', async () => {
    const silent = stack.servers.postgresProxy.stopNext('claim-inbox', 'before-answer');
    await silent;
    const [id = ''] = await stack.submit(1);
    await pressUntilRecorded(await stack.view.waitForTask(id, 'grassroots', 60_000));
    await expectWhole();
  }, 120_000);

  it('F10 refuses with 503 while the database is read-only, and goes on when it is not', async () => {
    const task = await headTask();
    const makeReadOnly = (setting: 'on' | 'off'): Promise<void> =>
      asAdmin(
        `ALTER DATABASE laurel SET default_transaction_read_only = ${setting}`,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'laurel'`,
      );
    await makeReadOnly('on');
    try {
      await expectRefusedHonestly(task);
    } finally {
      await makeReadOnly('off');
    }
    await pressUntilRecorded(task);
    await expectWhole();
  }, 120_000);

  async function everyConnection(): Promise<readonly pg.Client[]> {
    const hoard: pg.Client[] = [];
    for (;;) {
      const client = new pg.Client({ connectionString: stack.servers.postgres.url });
      client.on('error', () => undefined);
      const refusal = await client.connect().then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal !== null) {
        expect(refusal).toMatchObject({ code: TOO_MANY_CONNECTIONS });
        return hoard;
      }
      hoard.push(client);
    }
  }

  /** Speaks to the server's own database, whatever state ours is in. */
  async function asAdmin(...texts: readonly string[]): Promise<void> {
    const client = new pg.Client({ connectionString: stack.servers.postgres.url });
    await client.connect();
    for (const text of texts) await client.query(text);
    await client.end();
  }

  it('F10 refuses while there is no connection to be had, and goes on when there is', async () => {
    const task = await headTask();
    // Nobody gets into Laurel's database while somebody else takes every connection that the server has.
    await asAdmin(
      'ALTER DATABASE laurel ALLOW_CONNECTIONS false',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'laurel'`,
    );
    const hoard = await everyConnection();
    await hoard[0]?.query('ALTER DATABASE laurel ALLOW_CONNECTIONS true');
    await expectRefusedHonestly(task);
    await Promise.all(hoard.map((client) => client.end()));
    await pressUntilRecorded(task);
    await expectWhole();
  }, 120_000);

  it('F10 writes no row twice when transactions fail to serialise', async () => {
    const task = await headTask();
    await stack.view.rows(`
      CREATE SEQUENCE serialisation;
      CREATE FUNCTION fail_twice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('serialisation') <= 2 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = 'serialization_failure'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fail_twice BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION fail_twice()`);
    const answer = await press(task);
    expect(answer.status).toBe(200);
    stack.noteAcknowledged(task.id, 'approve');
    expect((await stack.view.rows<{ last: string }>('SELECT last_value AS last FROM serialisation'))[0]?.last).not.toBe('1');
    await stack.view.rows('DROP TRIGGER fail_twice ON audit_event');
    await expectWhole();
  }, 60_000);
});
