import { KeyRepository, SCOPES } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, waitFor, withdrawnEvent, type Answer, type Stack, type TaskSeen } from '../stack/index.ts';

const HEAD = 'truong.phuong-01@example.vn';

describe('an answer of which its person says “this was not me”', () => {
  let stack: Stack;
  let key: string;

  beforeAll(async () => {
    stack = await prepareStack();
    stack.startWorkers();
    await stack.startApi();
    ({ key } = await new KeyRepository(stack.database).create('secretariat', { scopes: SCOPES }));
  }, 180_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  const post = (path: string, fields: Record<string, string>): Promise<Answer> =>
    stack.http.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html' } });
  const ask = (path: string, body?: object): Promise<Answer> =>
    stack.http.ask(`/v1/operations/objections${path}`, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });

  async function isHeld(id: string): Promise<boolean> {
    const [row] = await stack.view.rows<{ held: boolean }>('SELECT held FROM nomination WHERE id = $1', [id]);
    return row?.held === true;
  }

  async function press(task: TaskSeen, decision = 'approve'): Promise<Answer> {
    return post(`/t/${stack.tokenOf(task.id)}`, { decision, reason: 'Đã xem xét' });
  }

  /** The first level answers, and objects by the link of the mail that confirms it; answers the task and the objection's id. */
  async function objected(decision = 'approve'): Promise<{ readonly task: TaskSeen; readonly id: string }> {
    const [nominationId = ''] = await stack.submit(1);
    const task = await stack.view.waitForTask(nominationId, 'grassroots');
    expect((await press(task, decision)).status).toBe(200);
    const mail = await waitFor('the confirmation', 60_000, async () =>
      (await stack.sink.to(HEAD)).find(
        ({ headers }) => headers['x-laurel-kind'] === 'confirmation' && headers['x-laurel-task'] === task.id,
      ),
    );
    const link = /https?:\/\/\S+?(\/t\/[\w-]{43,})/.exec(mail.text)?.[1] ?? '';
    expect((await post(link, { sure: 'yes', reason: 'Tôi đi công tác.' })).status).toBe(200);
    if (decision === 'approve') await waitFor('the hold', 60_000, () => isHeld(nominationId));
    return { task, id: `objection-${task.id}` };
  }

  const decided = async (nominationId: string): Promise<void> => {
    const next = await stack.view.waitForTask(nominationId, 'district');
    await waitFor('the next level to be heard', 60_000, async () => (await press(next)).status === 200);
  };

  it('goes on where it stood when the secretariat finds that it stands', async () => {
    const { task, id } = await objected();
    const listed = (await ask('')).json as unknown as { readonly items: readonly { readonly id: string }[] };
    expect(listed.items).toContainEqual(
      expect.objectContaining({ id, nominationId: task.nominationId, unit: 'phuong-01', reason: 'Tôi đi công tác.' }),
    );
    const next = await stack.view.waitForTask(task.nominationId, 'district');
    expect((await press(next)).status).toBe(409);
    expect(await ask(`/${id}/settle`, { outcome: 'cleared', reason: 'Đã gọi điện xác nhận' })).toMatchObject({ status: 200 });
    await waitFor('the hold to be lifted', 60_000, async () => !(await isHeld(task.nominationId)));
    await decided(task.nominationId);
    expect(await stack.view.count(`act WHERE nomination_id = $1 AND kind = 'lift-hold'`, [task.nominationId])).toBe(1);
  }, 150_000);

  it('is asked again when it was indeed somebody else, once however often that is said, and the case goes on from there', async () => {
    const { task, id } = await objected();
    const next = await stack.view.waitForTask(task.nominationId, 'district');
    const order = { outcome: 'confirmed', reason: 'Người khác đã bấm' };
    const answers = await Promise.all([ask(`/${id}/settle`, order), ask(`/${id}/settle`, order)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const again = await stack.view.waitForTask(task.nominationId, 'grassroots');
    expect(again.id).not.toBe(task.id);
    expect(await stack.view.rows('SELECT state FROM task WHERE id = $1', [next.id])).toEqual([{ state: 'superseded' }]);
    expect(await stack.view.count(`mail_ledger WHERE task_id = $1 AND kind = 'assignment'`, [again.id])).toBe(1);
    expect((await press(again)).status).toBe(200);
    await decided(task.nominationId);
    expect(await stack.view.count(`audit_event WHERE nomination_id = $1 AND action = 'reopened'`, [task.nominationId])).toBe(1);
  }, 150_000);

  it('takes a case up again that had ended by it', async () => {
    const { task, id } = await objected('reject');
    await stack.view.waitForState(task.nominationId, 'NOT_QUALIFIED');
    expect(await ask(`/${id}/settle`, { outcome: 'confirmed', reason: 'Người khác đã bấm' })).toMatchObject({ status: 200 });
    const again = await stack.view.waitForTask(task.nominationId, 'grassroots', 90_000);
    expect(again.id).not.toBe(task.id);
    expect((await press(again)).status).toBe(200);
    await decided(task.nominationId);
  }, 200_000);

  it('takes a case up again that was withdrawn while it was held for it', async () => {
    const { task, id } = await objected();
    const { nominationId } = task;
    expect(await stack.accept(withdrawnEvent(nominationId))).toMatchObject({ is: 'accepted' });
    await stack.view.waitForState(nominationId, 'WITHDRAWN');
    expect(await ask(`/${id}/settle`, { outcome: 'confirmed', reason: 'Người khác đã bấm' })).toMatchObject({ status: 200 });
    const again = await stack.view.waitForTask(nominationId, 'grassroots', 90_000);
    expect([again.id === task.id, await isHeld(nominationId)]).toEqual([false, false]);
  }, 200_000);

  it('leaves no promise broken', async () => {
    await stack.view.waitForMails();
    expect(await stack.verify()).toEqual([]);
  }, 90_000);
});
