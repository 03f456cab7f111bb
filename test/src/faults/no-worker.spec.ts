import { KeyRepository, SCOPES } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, waitFor, type MailSeen, type Stack } from '../stack/index.ts';

describe('workers that are all dead', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 2 });
    await stack.startApi();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function reminders(nominationId: string): Promise<readonly MailSeen[]> {
    return (await stack.view.mailsOf(nominationId)).filter(({ kind }) => kind === 'reminder');
  }

  const killAll = (): Promise<unknown> => Promise.all(stack.workers.map((worker) => worker.kill()));

  /** Submits a nomination and kills every worker once its task is mailed; undefined when the first reminder was quicker than that. */
  async function killedBeforeReminder(at: (nominationId: string) => Promise<number>): Promise<{ id: string; until: number } | undefined> {
    stack.startWorkers();
    // Workers that are still starting would receive it only when a day of four seconds is over: another one first.
    const [first = ''] = await stack.submit(1);
    await stack.view.waitForTask(first);
    const [id = ''] = await stack.submit(1, { programme: 'dien-tap' });
    await stack.view.waitForTask(id, 'unit');
    await waitFor('the task to be mailed', 40_000, async () => (await stack.view.mailsOf(id)).every(({ state }) => state === 'accepted'));
    const until = await at(id);
    await killAll();
    return (await reminders(id)).length === 0 ? { id, until } : undefined;
  }

  /** Leaves a nomination without workers from before its first reminder until the clock has passed `at`. A day of four seconds can be over before slow machines have killed. */
  async function awayUntil(at: (nominationId: string) => Promise<number>): Promise<string> {
    let away: { id: string; until: number } | undefined;
    for (let tries = 0; away === undefined && tries < 5; tries++) away = await killedBeforeReminder(at);
    if (away === undefined) throw new Error('The workers could not be killed before a first reminder');
    const { id, until } = away;
    await waitFor('the instant to pass', 40_000, () => Promise.resolve(Date.now() > until));
    expect(await reminders(id)).toEqual([]);
    stack.startWorkers();
    return id;
  }

  const planOf = async (id: string): Promise<{ readonly reminders: readonly { readonly at: number }[]; readonly closesAt: number }> => {
    const [row] = await stack.view.rows<{ plan: { reminders: { at: number }[]; closesAt: number } }>(
      `SELECT wait -> 'plan' AS plan FROM nomination WHERE id = $1`,
      [id],
    );
    if (!row) throw new Error('No plan');
    return row.plan;
  };

  it('F05 reminds once after their return when they die across a reminder (a day of four seconds)', async () => {
    const id = await awayUntil(async (nominationId) => (await planOf(nominationId)).reminders[0]!.at + 200);
    await waitFor('the reminder', 30_000, async () => (await reminders(id)).length > 0);
    const sent = await reminders(id);
    expect(new Set(sent.map(({ taskId, occurrence }) => `${String(taskId)} ${String(occurrence)}`)).size).toBe(sent.length);
    await killAll();
  }, 120_000);

  it('F05 sends one reminder and not a burst when they die across the whole stage, and then closes it', async () => {
    const id = await awayUntil(async (nominationId) => (await planOf(nominationId)).closesAt + 200);
    const [task] = await stack.view.tasksOf(id);
    await waitFor('the hand-over', 40_000, async () => (await stack.view.tasksOf(id)).some(({ state }) => state === 'handed-over'));
    expect((await reminders(id)).filter(({ taskId }) => taskId === task?.id)).toHaveLength(1);
  }, 120_000);

  it('F05 shows NO_WORKER once the last turn is 60 s old, and no longer when they are back', async () => {
    const { key } = await new KeyRepository(stack.database).create('faults', { scopes: SCOPES });
    const classes = async (): Promise<readonly unknown[]> => {
      const { json } = await stack.http.ask('/v1/operations/stuck', { headers: { authorization: `Bearer ${key}` } });
      return ((json?.['groups'] ?? []) as readonly { readonly class: string }[]).map((group) => group.class);
    };
    expect(await classes()).not.toContain('NO_WORKER');
    await killAll();
    await stack.view.rows(`UPDATE loop_pulse SET turned_at = turned_at - interval '60 seconds'`);
    expect(await classes()).toContain('NO_WORKER');
    expect((await stack.http.ask('/health/ready')).json).toMatchObject({ parts: { workers: 'down' } });
    stack.startWorkers();
    await waitFor('the workers to be seen', 40_000, async () => !(await classes()).includes('NO_WORKER'));
  }, 60_000);

  it('leaves every invariant whole', async () => {
    expect(await stack.verify()).toEqual([]);
  }, 60_000);
});
