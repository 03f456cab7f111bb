import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY_MS, findTestServer, ServerSeason, startTimeSkipping, threeLevels, wait } from '@laurel/testing';

const bundle = new URL('../../../workflows/dist/workflow-bundle.js', import.meta.url);
const server = await findTestServer();
const weeks = server.is === 'found' ? describe : describe.skip;

weeks(`weeks on the time-skipping server${server.is === 'found' ? '' : ` (skipped: ${server.reason})`}`, () => {
  let environment: Awaited<ReturnType<typeof startTimeSkipping>>;
  let season: ServerSeason;
  let began: number;

  /** Seconds of real time since the test began. */
  const elapsed = (): number => (performance.now() - began) / 1000;
  const open = async (rules = threeLevels()): Promise<void> => {
    season = await ServerSeason.open({ environment, bundle, rules });
  };

  beforeAll(async () => {
    if (server.is === 'found') environment = await startTimeSkipping(server);
  }, 60_000);
  beforeEach(() => {
    began = performance.now();
  });
  afterEach(() => season.close());
  afterAll(() => environment.teardown());

  it('pass in seconds: reminded for two weeks, escalated, closed, lapsed', async () => {
    await open(threeLevels({ unitWait: wait(9), unitTimeout: { kind: 'lapse' } }));
    const nomination = await season.submit({ nominationId: 'T1' });
    began = performance.now();
    expect(await nomination.result()).toMatchObject({ state: 'LAPSED' });
    expect(elapsed()).toBeLessThan(5);
    expect(nomination.actions).toEqual(['received', 'reminded', 'reminded', 'reminded', 'reminded', 'escalated', 'lapsed']);
    expect(await environment.currentTimeMs()).toBeGreaterThan(season.desk.fileOf('T1').submittedAt + 13 * DAY_MS);
  }, 30_000);

  it('pass between a reminder and the approval after it', async () => {
    await open();
    const nomination = await season.submit({ nominationId: 'T2' });
    await nomination.until(({ stage }) => stage === 'review');
    await environment.sleep(3 * DAY_MS);
    await nomination.until(({ seq }) => seq > 1);
    expect(season.desk.ledger.ofKind('reminder').map(({ personId }) => personId)).toEqual(['head']);
    expect(await nomination.decide('approve')).toMatchObject({ recorded: true });
    expect(await nomination.decide('approve')).toMatchObject({ recorded: true });
    expect(await nomination.result()).toMatchObject({ state: 'CONFERRED' });
  }, 30_000);

  it('are not counted while a hold lasts', async () => {
    await open(threeLevels({ unitTimeout: { kind: 'lapse' } }));
    const nomination = await season.submit({ nominationId: 'T3' });
    await nomination.until(({ stage }) => stage === 'review');
    await nomination.tell({ kind: 'hold', holdId: 'H1', authority: 'thanh tra' });
    await environment.sleep(40 * DAY_MS);
    expect(nomination.standing).toMatchObject({ state: 'RECEIVED', held: true });
    await nomination.tell({ kind: 'lift-hold', holdId: 'H1', authority: 'thanh tra', outcome: 'cleared' });
    expect(nomination.standing.dueAt).toBeGreaterThan(await environment.currentTimeMs());
    expect(await nomination.result()).toMatchObject({ state: 'LAPSED' });
  }, 30_000);

  it('hand a silent district over to its superior after two more escalations', async () => {
    await open();
    const nomination = await season.submit({ nominationId: 'T4' });
    await nomination.decide('approve');
    await environment.sleep(21 * DAY_MS);
    await nomination.until(() => nomination.actions.includes('handed-over'));
    expect(nomination.actions.filter((action) => action === 'escalated-again')).toHaveLength(2);
    expect(await nomination.decide('reject', 'chưa đủ')).toMatchObject({ recorded: true });
    expect(await nomination.result()).toMatchObject({ state: 'NOT_QUALIFIED' });
  }, 30_000);

  it('end a returned dossier that nobody completes', async () => {
    await open();
    const nomination = await season.submit({ nominationId: 'T5', documents: [] });
    expect(await nomination.result()).toMatchObject({ state: 'LAPSED' });
    expect(nomination.actions).toEqual(['received', 'returned', 'reminded', 'lapsed']);
  }, 30_000);

  it('leave a nomination that continued as new where it stood', async () => {
    await open(threeLevels({ unitTimeout: { kind: 'lapse' } }));
    const nomination = await season.submit({ nominationId: 'T6', continueAfterEvents: 12 });
    expect(await nomination.result()).toMatchObject({ state: 'LAPSED' });
    expect(nomination.actions).toEqual(['received', 'reminded', 'reminded', 'reminded', 'reminded', 'escalated', 'lapsed']);
  }, 30_000);
});
