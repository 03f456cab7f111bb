import { nominationActivities } from '@laurel/activities';
import { CaseRepository, DirectoryRepository, RegistryFactsReading, RulesRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pause, SECRET, startStack, waitFor, type Stack } from '../stack/index.ts';

const DAY_MS = 86_400_000;
/** What moved less long ago is not held against anybody by `npm run verify`. */
const NOT_RECENT_MS = 2_500;

/** What has happened on the server so far, by the names of the events' own fields. */
async function happened(stack: Stack, nominationId: string): Promise<readonly string[]> {
  const trail = await stack.inspector.trail(nominationId);
  const events = trail?.histories.flatMap(({ history }) => history.events ?? []) ?? [];
  return events.map((event) => Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? '');
}

const STARTED = 'workflowExecutionStartedEventAttributes';
const SIGNALED = 'workflowExecutionSignaledEventAttributes';
const SCHEDULED = 'workflowTaskScheduledEventAttributes';
const COMPLETED = 'workflowTaskCompletedEventAttributes';

/** The steps of a worker without its workflows. */
function stepsOutside({ database }: Stack): ReturnType<typeof nominationActivities> {
  return nominationActivities({
    cases: new CaseRepository({ database, secret: SECRET, mailDomain: 'laurel.example.vn' }),
    rules: new RulesRepository(database),
    directories: new DirectoryRepository(database),
    registry: new RegistryFactsReading(database),
    mailPlanned: () => undefined,
  });
}

describe('a nomination that waits for its first act', () => {
  let stack: Stack;

  /** A nomination whose first task has been mailed and whose workflow has been started. */
  async function waiting(wishes: Parameters<Stack['submit']>[1] = {}): Promise<string> {
    const [id = ''] = await stack.submit(1, wishes);
    await stack.view.waitForTask(id);
    await waitFor('its workflow', 20_000, async () => (await stack.inspector.trail(id)) !== null);
    return id;
  }

  beforeAll(async () => {
    stack = await startStack();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  });

  it('has begun nothing on the server, says where it stands, and holds all invariants', async () => {
    const id = await waiting();
    expect(await happened(stack, id)).toEqual([STARTED]);
    expect(await stack.inspector.standing(id, 5_000)).toMatchObject({ level: 'grassroots', seq: 1 });
    const started = (await stack.inspector.trail(id))?.histories[0]?.history.events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(Number(started?.firstWorkflowTaskBackoff?.seconds) * 1_000).toBeGreaterThan(DAY_MS / 2);
    expect(await stack.verify()).toEqual([]);
  }, 60_000);

  it('begins with the decision of its reviewer, in one workflow task', async () => {
    const id = await waiting();
    expect(await stack.decide(await stack.view.waitForTask(id, 'grassroots'), 'approve')).toMatchObject({ recorded: true });
    await stack.view.waitForTask(id, 'district');
    await waitFor('the end of the task', 10_000, async () => (await happened(stack, id)).includes(COMPLETED));
    expect((await happened(stack, id)).filter((name) => name === SCHEDULED)).toHaveLength(1);
    expect(await stack.inspector.standing(id, 5_000)).toMatchObject({ level: 'district' });
  }, 60_000);

  it('begins with a fact of which nobody waits for the answer', async () => {
    const id = await waiting();
    const body = { kind: 'hold', holdId: 'thanh-tra-1', authority: 'Thanh tra thành phố' } as const;
    const act = await stack.acts.write({ nominationId: id, actor: 'source:office', reason: 'đơn thư', body, origin: null });
    await waitFor('the record', 40_000, async () => (await stack.acts.statusOf(act.id))?.state === 'recorded');
    expect((await happened(stack, id)).slice(0, 3)).toEqual([STARTED, SIGNALED, SCHEDULED]);
  }, 60_000);

  it('says where it stands while no worker is there, keeps what it is told, and begins once there is one', async () => {
    const id = await waiting();
    await stack.worker.kill();
    expect(await stack.inspector.standing(id, 5_000)).toMatchObject({ level: 'grassroots' });
    expect(await stack.gateway.signalAct(id, { actId: 'look-again', kind: 'note' })).toBe('told');
    // Longer than the server waits before it makes the task of an update one that lasts.
    await waitFor('a task on the server', 20_000, async () => (await happened(stack, id)).includes(SCHEDULED));
    stack.startWorkers();
    await waitFor('its beginning', 30_000, async () => (await happened(stack, id)).includes(COMPLETED));
  }, 90_000);

  it('is told what a worker recorded that died before the history had it', async () => {
    const id = await waiting();
    const task = await stack.view.waitForTask(id, 'grassroots');
    const body = { kind: 'decide', taskId: task.id, choice: 'approve', number: null, signedOn: null } as const;
    const act = await stack.acts.write({ nominationId: id, actor: task.personId, reason: null, body, origin: null });
    const outcome = await stepsOutside(stack).recordAct({ nominationId: id, actId: act.id, at: Date.now() });
    expect(outcome).toMatchObject({ outcome: { recorded: true } });
    expect(await stack.inspector.standing(id, 5_000)).toMatchObject({ level: 'grassroots' });
    await pause(NOT_RECENT_MS);
    expect(await stack.verify()).toEqual([]);
    expect(await stack.inspector.standing(id, 5_000)).toMatchObject({ level: 'district' });
  }, 90_000);

  it('begins by itself when its first instant comes (a day of four seconds)', async () => {
    const id = await waiting({ programme: 'dien-tap' });
    const standing = await stack.inspector.standing(id, 5_000);
    expect(standing).toMatchObject({ level: 'unit', next: { step: 'remind' } });
    await waitFor('the reminder', 40_000, async () => (await stack.view.mailsOf(id)).some(({ kind }) => kind === 'reminder'));
    expect(await happened(stack, id)).toEqual(expect.arrayContaining([SCHEDULED]));
    expect(await stack.verify()).toEqual([]);
  }, 90_000);
});
