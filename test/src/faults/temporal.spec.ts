import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, waitFor, type Stack } from '../stack/index.ts';

describe('a Temporal server that is killed', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack({ ownTemporal: true, proxyPostgres: true, proxyTemporal: true });
    stack.startWorkers();
    await stack.startApi();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  /** Everything said while the server is away is told to its sender as it is. */
  async function whileAway(nominationId: string): Promise<void> {
    const task = await stack.view.waitForTask(nominationId, 'district', 1);
    const begun = Date.now();
    const answer = await stack.http.decide(stack.tokenOf(task.id), 'approve');
    expect([answer.status, answer.json?.['code']]).toEqual([503, 'NOT_CONFIRMED']);
    expect(Date.now() - begun).toBeLessThan(10_500);
    expect((await stack.http.ask('/health/ready')).json).toMatchObject({ parts: { temporal: 'down' } });
  }

  it('F12 keeps every start and decision that was acknowledged, and takes up what came meanwhile', async () => {
    const [decided = '', waiting = ''] = await stack.submit(2);
    for (const id of [decided, waiting])
      expect(await stack.decide(await stack.view.waitForTask(id, 'grassroots'), 'approve')).toMatchObject({ recorded: true });
    const task = await stack.view.waitForTask(decided, 'district');
    await stack.view.waitForTask(waiting, 'district');
    expect((await stack.http.decide(stack.tokenOf(task.id), 'approve')).status).toBe(200);
    stack.noteAcknowledged(task.id, 'approve');
    await stack.servers.temporal.kill();
    const [later = ''] = await stack.submit(1);
    await whileAway(waiting);
    await stack.servers.temporal.start();
    await stack.view.waitForState(waiting, 'CONFERRED', 60_000);
    await stack.view.waitForTask(later, 'grassroots', 60_000);
    expect(await stack.view.stateOf(decided)).toBe('CONFERRED');
    await stack.view.waitForMails(30_000);
    expect(await stack.verify()).toEqual([]);
  }, 180_000);

  it('F12 follows a decision that was committed when server and API died before any history could know', async () => {
    const [id = ''] = await stack.submit(1);
    const task = await stack.view.waitForTask(id, 'grassroots');
    const committed = stack.servers.postgresProxy.stopNext('commit-change', 'never', () => {
      stack.servers.temporalProxy.cut();
      process.kill(stack.api.pid, 'SIGKILL');
    });
    const pressed = stack.http.decide(stack.tokenOf(task.id), 'approve').catch(() => null);
    await committed;
    await stack.servers.temporal.kill();
    expect(await pressed).toBeNull();
    await stack.servers.temporal.start();
    stack.servers.temporalProxy.mend();
    await stack.startApi();
    await stack.view.waitForTask(id, 'district', 60_000);
    expect((await stack.http.decide(stack.tokenOf(task.id), 'approve')).status).toBe(200);
    stack.noteAcknowledged(task.id, 'approve');
    await waitFor('the workflow to follow', 45_000, async () => (await stack.verify({ replaySample: 0 })).length === 0, 1_000);
    expect(await stack.verify()).toEqual([]);
  }, 180_000);
});
