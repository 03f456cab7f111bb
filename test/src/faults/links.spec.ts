import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pause, prepareStack, waitFor, type Answer, type Stack, type TaskSeen } from '../stack/index.ts';

/** Of the rehearsal calendar. */
const DAY_MS = 4_000;
const DAYS = 5;
/** An answer takes some milliseconds to arrive: so that some arrive before the closing and some after, whatever the machine. */
const OFFSETS_MS = [-250, -120, -80, -50, -35, -20, 0, 50];

describe('mailed links', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack();
    stack.startWorkers();
    await stack.startApi();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function headTask(): Promise<TaskSeen> {
    const [id = ''] = await stack.submit(1);
    return stack.view.waitForTask(id, 'grassroots');
  }

  const press = (token: string, choice = 'approve'): Promise<Answer> => stack.http.decide(token, choice, 'Lý do');

  /** Everything of a nomination that an answer could change. */
  async function traceOf(nominationId: string): Promise<string> {
    const counts = ['task', 'act', 'audit_event', 'outbox_event', 'mail_ledger'].map((table) =>
      stack.view.count(`${table} WHERE nomination_id = $1`, [nominationId]),
    );
    const tasks = await stack.view.tasksOf(nominationId);
    return JSON.stringify([await Promise.all(counts), tasks.map(({ id, state }) => [id, state])]);
  }

  /** Submits as many nominations as there are offsets and answers each at its closing instant plus its offset, milliseconds. */
  async function pressAround(offsets: readonly number[]): Promise<readonly { readonly task: TaskSeen; readonly answer: Answer }[]> {
    const ids = await stack.submit(offsets.length, { programme: 'dien-tap' });
    return Promise.all(
      ids.map(async (id, index) => {
        const task = await stack.view.waitForTask(id, 'unit');
        await pause(Math.max(0, (task.closesAt ?? 0) + (offsets[index] ?? 0) - Date.now()));
        return { task, answer: await press(stack.tokenOf(task.id)) };
      }),
    );
  }

  it('F28 decides by the task row when answers come within 50 ms of the closing, and tells each reviewer the truth', async () => {
    const days = await Promise.all(
      Array.from({ length: DAYS }, async (_, day) => {
        await pause(day * DAY_MS);
        return pressAround(OFFSETS_MS);
      }),
    );
    const answers = days.flat();
    const ids = answers.map(({ task }) => task.id);
    await waitFor(
      'every stage to be closed',
      20_000,
      async () => (await stack.view.count(`task WHERE state = 'open' AND id = ANY($1)`, [ids])) === 0,
    );
    const rows = new Map(
      (await stack.view.rows<{ id: string; state: string }>('SELECT id, state FROM task WHERE id = ANY($1)', [ids])).map(
        ({ id, state }) => [id, state],
      ),
    );
    for (const { task, answer } of answers) {
      const told = [answer.status, answer.json?.['code'], rows.get(task.id)];
      expect([
        [200, undefined, 'decided'],
        [409, 'DEADLINE_PASSED', 'handed-over'],
      ]).toContainEqual(told);
      if (answer.status === 200) stack.noteAcknowledged(task.id, 'approve');
    }
    expect(new Set(answers.map(({ answer }) => answer.status)).size).toBe(2);
    expect(await stack.verify()).toEqual([]);
  }, 90_000);

  it('F29 answers a used link alike for the same choice, and with by whom and when for another', async () => {
    const task = await headTask();
    const token = stack.tokenOf(task.id);
    const first = await press(token);
    const before = await traceOf(task.nominationId);
    const [again, other] = [await press(token), await press(token, 'reject')];
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect([other.status, other.json?.['closedBy']]).toEqual([409, 'Trần Quang Nghĩa']);
    expect(await traceOf(task.nominationId)).toBe(before);
  });

  it('F29 tells nothing apart by a guessed, a malformed and a tampered link, and changes nothing', async () => {
    const task = await headTask();
    const token = stack.tokenOf(task.id);
    const before = await traceOf(task.nominationId);
    const flipped = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const wrong = [flipped, token.slice(0, -1), `${token}A`, 'x'.repeat(43), '..%2F..%2Fetc', `${token}%00`];
    const told = new Set<string>();
    for (const link of wrong) {
      const [shown, answered] = [await stack.http.ask(`/t/${link}`, { headers: { accept: 'application/json' } }), await press(link)];
      expect([link, shown.status, answered.status]).toEqual([link, 404, 404]);
      for (const { json } of [shown, answered]) told.add(JSON.stringify([json?.['code'], json?.['title'], json?.['detail']]));
    }
    expect(told.size).toBe(1);
    expect(await traceOf(task.nominationId)).toBe(before);
    expect(await stack.view.count(`audit_event WHERE action = 'link-unknown'`)).toBe(1);
  });

  it('F29 takes nothing from a link whose task was handed to somebody else, or has expired', async () => {
    const task = await headTask();
    const delegated = await stack.http.ask(`/t/${stack.tokenOf(task.id)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ decision: 'delegate', to: 'pho-chu-tich-quan', reason: 'Đi công tác' }),
    });
    expect(delegated.status).toBe(200);
    const taken = await waitFor('the colleague to be asked', 40_000, async () =>
      (await stack.view.openTasksOf(task.nominationId)).find(({ id }) => id !== task.id),
    );
    const before = await traceOf(task.nominationId);
    expect((await press(stack.tokenOf(task.id))).status).toBe(409);
    expect(await traceOf(task.nominationId)).toBe(before);
    expect(await stack.view.count(`audit_event WHERE action = 'link-refused' AND facts ->> 'taskId' = $1`, [task.id])).toBe(1);
    expect((await press(stack.tokenOf(taken.id))).status).toBe(200);
    const [closed] = await stack.view.rows<{ id: string }>(`SELECT id FROM task WHERE state = 'handed-over' LIMIT 1`);
    expect((await press(stack.tokenOf(closed?.id ?? ''), 'reject')).json).toMatchObject({ code: 'DEADLINE_PASSED' });
  });

  it('F30 changes nothing for scanners: HEAD, GET twenty times, and the form of the page posted without a choice', async () => {
    const task = await headTask();
    const path = `/t/${stack.tokenOf(task.id)}`;
    const before = await traceOf(task.nominationId);
    const page = await stack.http.ask(path, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    const fetched = await Promise.all(
      Array.from({ length: 20 }, (_, index) => stack.http.ask(path, { method: index % 2 === 0 ? 'GET' : 'HEAD' })),
    );
    expect(fetched.every(({ status }) => status === 200)).toBe(true);
    const fields = Object.fromEntries(
      [...page.text.matchAll(/<(?:input|textarea|select)[^>]*\sname="([^"]+)"[^>]*>/g)].map(([tag, name = '']) => [
        name,
        /type="radio"/.test(tag) ? '' : (/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
      ]),
    );
    expect(Object.keys(fields)).toContain('decision');
    const { decision: _, ...blind } = fields;
    for (const form of [blind, fields, {}]) expect((await stack.http.submitForm(stack.tokenOf(task.id), form)).status).toBe(422);
    expect(page.text).not.toMatch(/<script/i);
    expect(await traceOf(task.nominationId)).toBe(before);
    expect((await press(stack.tokenOf(task.id))).status).toBe(200);
  });

  it('leaves every invariant whole', async () => {
    expect(await stack.verify()).toEqual([]);
  }, 60_000);
});
