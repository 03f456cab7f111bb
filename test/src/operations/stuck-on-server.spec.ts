import { lazyConnection, OperationsInspector, WorkflowRemedies } from '@laurel/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, waitFor, type Stack } from '../stack/index.ts';
import { bindToGoneBuild, emptyPosts, press, withBrokenBundle } from './conditions.ts';
import { Operator, QUICK } from './operator.ts';

describe('what is stuck on the server', () => {
  let stack: Stack;
  let operator: Operator;
  let connection: ReturnType<typeof lazyConnection>;
  let server: OperationsInspector;
  let engine: WorkflowRemedies;

  beforeAll(async () => {
    stack = await prepareStack({ settings: QUICK, proxyTemporal: true });
    const settings = { address: stack.servers.temporalAddress, namespace: 'default', tls: false, taskQueue: stack.servers.taskQueue };
    connection = lazyConnection(settings);
    server = new OperationsInspector(connection, settings);
    engine = new WorkflowRemedies(connection, settings);
    stack.startWorkers();
    await stack.startApi();
    operator = await Operator.at(stack);
  }, 180_000);

  afterAll(async () => {
    await connection.close();
    await stack.close();
  }, 60_000);

  async function submitted(unit: string): Promise<string> {
    const [id = ''] = await stack.submit(1, { unit });
    await stack.view.waitForTask(id);
    await waitFor('its workflow', 40_000, async () => (await server.examine(id)).workflow === 'running');
    return id;
  }

  const reaches = (id: string, level: string): Promise<unknown> => stack.view.waitForTask(id, level, 60_000);

  it('ACTIVITY_RETRYING: nobody holds a post; paused it is ACTIVITY_PAUSED; mended and resumed it goes on', async () => {
    const fillPosts = await emptyPosts(stack);
    try {
      const [id = ''] = await stack.submit(1, { unit: 'phuong-01' });
      const group = await operator.sees('ACTIVITY_RETRYING', id);
      expect(group.evidence).toContain('NOBODY_HOLDS_POST');
      expect(group.remedies).toEqual(expect.arrayContaining(['retry-now', 'pause-activity']));
      await operator.cures('pause-activity', id);
      const paused = await operator.sees('ACTIVITY_PAUSED', id);
      expect(paused.cause).toContain('receiveNomination');
      await operator.seesNoMore('ACTIVITY_RETRYING', id);
      await fillPosts();
      await operator.cures('resume-activity', id);
      await stack.view.waitForTask(id);
      await operator.seesNoMore('ACTIVITY_PAUSED', id);
      await press(stack, id);
      await reaches(id, 'district');
    } finally {
      await fillPosts();
    }
  }, 180_000);

  it('PROJECTION_LAG: a workflow that was ended from outside is started again where the nomination stands', async () => {
    const id = await submitted('phuong-02');
    await engine.terminate(id, 'test');
    const group = await operator.sees('PROJECTION_LAG', id);
    expect(group.cause).toContain('không có quy trình');
    await operator.cures('redispatch-event', id);
    await press(stack, id);
    await reaches(id, 'district');
    await operator.seesNoMore('PROJECTION_LAG', id);
  }, 120_000);

  it('PROJECTION_LAG: a row that shows something else than its workflow shows again what the workflow says', async () => {
    const id = await submitted('phuong-03');
    await stack.view.rows(`UPDATE nomination SET level = 'city' WHERE id = $1`, [id]);
    expect(await operator.sees('PROJECTION_LAG', id)).toMatchObject({ evidence: expect.stringContaining('city') });
    await operator.cures('retry-now', id);
    await operator.seesNoMore('PROJECTION_LAG', id);
    await press(stack, id);
    await reaches(id, 'district');
  }, 120_000);

  it('VERSION_TRAP: a workflow bound to a build that nobody runs any more; freed, it goes on', async () => {
    const id = await submitted('phuong-04');
    const build = await bindToGoneBuild(stack, server, engine, id);
    await press(stack, id);
    const group = await operator.sees('VERSION_TRAP', id);
    expect(group.evidence).toContain(build);
    await operator.cures('retry-now', id);
    await reaches(id, 'district');
    await operator.seesNoMore('VERSION_TRAP', id);
  }, 150_000);

  it('CODE_ERROR: found within a minute of a bad deployment; after the roll-back everything goes on by itself (F35)', async () => {
    const [id, other] = [await submitted('phuong-05'), await submitted('phuong-06')];
    expect((await operator.remedy({ remedy: 'reset', target: { nominationId: id } })).items).toMatchObject([{ status: 'refused' }]);
    await stack.worker.stop();
    try {
      await withBrokenBundle(async (path) => {
        stack.worker.start({ WORKFLOW_BUNDLE: path });
        await Promise.all([press(stack, id), press(stack, other)]);
        const group = await operator.sees('CODE_ERROR', id);
        expect(group).toMatchObject({ owner: 'operations', remedies: expect.arrayContaining(['reset']) });
        await waitFor('what it fails by', 60_000, async () =>
          (await operator.groupOf('CODE_ERROR', id))?.evidence.includes('standing is undefined'),
        );
        const preview = await operator.remedy({ remedy: 'reset', target: { groupKey: group.groupKey }, dryRun: true });
        expect(preview.items).toEqual(preview.items.map(() => expect.objectContaining({ status: 'would-do' })));
        await operator.cures('reset', other);
      });
    } finally {
      await stack.worker.stop();
      stack.worker.start();
    }
    await Promise.all([reaches(id, 'district'), reaches(other, 'district')]);
    await operator.seesNoMore('CODE_ERROR');
  }, 200_000);

  it('SERVER_UNREACHABLE: said at once, with what waits; over when it is back', async () => {
    const id = await submitted('phuong-07');
    stack.servers.temporalProxy.cut();
    const group = await operator.sees('SERVER_UNREACHABLE');
    expect(group.cause).toContain('Temporal');
    expect((await operator.list()).sees).toMatchObject({ temporal: false, database: true, visibility: false });
    expect((await stack.submit(1, { unit: 'phuong-08' })).length).toBe(1);
    stack.servers.temporalProxy.mend();
    await operator.seesNoMore('SERVER_UNREACHABLE');
    await press(stack, id);
    await reaches(id, 'district');
  }, 150_000);

  it('NO_WORKER: within a minute of the last worker’s death, with what waits; over when one is back', async () => {
    const id = await submitted('phuong-09');
    await stack.worker.kill();
    const died = Date.now();
    await press(stack, id);
    const group = await operator.sees('NO_WORKER');
    expect(Date.now() - died).toBeLessThan(60_000);
    expect(group).toMatchObject({ owner: 'operations', cases: expect.arrayContaining([expect.objectContaining({ nominationId: id })]) });
    expect(await operator.list()).toMatchObject({ stale: true });
    stack.startWorkers();
    await operator.seesNoMore('NO_WORKER');
    await reaches(id, 'district');
  }, 150_000);
});
