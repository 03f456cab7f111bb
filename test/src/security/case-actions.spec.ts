import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecurityDesk, type Browser, type Told } from './desk.ts';

interface Page {
  readonly state: string;
  readonly held: boolean;
  readonly holdIds: readonly string[];
  readonly actions: readonly string[];
  readonly clock: { readonly dueAt: string | null; readonly paused: boolean; readonly ahead: readonly { readonly is: string }[] } | null;
  readonly route: readonly { readonly key: string; readonly stages: readonly { readonly standing: string }[] }[];
  readonly tasks: readonly { readonly id: string; readonly state: string; readonly person: { readonly id: string } }[];
}

interface Result {
  readonly items: readonly { readonly status: string; readonly detail: string }[];
}

describe('what is done from the page of a nomination', () => {
  let desk: SecurityDesk;
  let secretariat: Browser;
  let reviewer: Browser;
  let id: string;

  beforeAll(async () => {
    desk = await SecurityDesk.open({ NOT_CONFIRMED_AFTER_MS: '9000' }, 1);
    secretariat = await desk.signIn('pho-chu-tich-quan@example.vn');
    reviewer = await desk.signIn('truong.phuong-01@example.vn');
    [id = ''] = await desk.stack.submit(1);
    await desk.stack.view.waitForTask(id);
  }, 120_000);

  afterAll(async () => {
    await desk.close();
  });

  const act = (who: Browser, body: object, key: string = randomUUID()): Promise<Told> =>
    desk.askAs(who, 'POST', `/v1/console/nominations/${id}/actions`, { body, headers: { 'idempotency-key': key } });
  const done = ({ text }: Told): readonly string[] => (JSON.parse(text) as Result).items.map(({ status }) => status);
  const page = async (): Promise<Page> => JSON.parse((await desk.askAs(secretariat, 'GET', `/v1/console/nominations/${id}`)).text) as Page;

  it('shows the route with where the nomination stands, and the clock with what is still to come', async () => {
    const { route, clock, tasks } = await page();
    expect(route.map(({ key }) => key)).toContain('district');
    expect(route.flatMap(({ stages }) => stages.map(({ standing }) => standing)).filter((standing) => standing === 'current')).toHaveLength(
      1,
    );
    expect(clock?.ahead.at(-1)?.is).toBe('close');
    expect(tasks.map(({ state }) => state)).toEqual(['open']);
  });

  it('is refused to whoever may only read', async () => {
    expect((await act(reviewer, { action: 'hold', reason: 'x', authority: 'Thanh tra' })).status).toBe(403);
  });

  it('needs a reason and a key', async () => {
    expect((await act(secretariat, { action: 'hold', reason: ' ', authority: 'Thanh tra' })).status).toBe(422);
    const without = await desk.askAs(secretariat, 'POST', `/v1/console/nominations/${id}/actions`, {
      body: { action: 'resend', reason: 'Gửi lại' },
    });
    expect(without.status).toBe(400);
  });

  it('holds once however often it is asked under the same key, and lifts', async () => {
    const hold = { action: 'hold', reason: 'Có đơn tố cáo', authority: 'Thanh tra quận' };
    const [first, again] = [await act(secretariat, hold, 'giu-1'), await act(secretariat, hold, 'giu-1')];
    expect(done(first)).toEqual(['done']);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text));
    expect(await desk.stack.view.count(`act WHERE nomination_id = $1 AND kind = 'hold'`, [id])).toBe(1);
    expect((await act(secretariat, { ...hold, authority: 'Công an' }, 'giu-1')).status).toBe(422);
    const held = await page();
    expect([held.held, held.clock?.paused, held.holdIds.length]).toEqual([true, true, 1]);
    const lift = { action: 'lift-hold', reason: 'Không có vi phạm', holdId: held.holdIds[0], outcome: 'cleared' };
    expect(done(await act(secretariat, lift))).toEqual(['done']);
    expect((await page()).held).toBe(false);
  }, 60_000);

  it('offers a task to nobody who may not take it: who filed the nomination, or is asked already', async () => {
    const offered = async (who: Browser, q: string, taskId = ''): Promise<readonly string[]> => {
      const query = new URLSearchParams({ programme: 'nam-tu-liem-ntvt', q, ...(taskId !== '' && { taskId }) });
      const { status, text } = await desk.askAs(who, 'GET', `/v1/console/people?${query.toString()}`);
      return status === 200 ? (JSON.parse(text) as { people: readonly { id: string }[] }).people.map(({ id }) => id) : [String(status)];
    };
    const { tasks } = await page();
    const open = tasks.find(({ state }) => state === 'open');
    const filed = { action: 'reassign', reason: 'Đi công tác', taskId: open?.id, to: 'can-bo-phuong-01' };
    expect(done(await act(secretariat, filed))).toEqual(['refused']);
    expect(await offered(secretariat, 'phuong-01')).toEqual(expect.arrayContaining(['can-bo-phuong-01', 'truong-phuong-01']));
    const takers = await offered(secretariat, 'phuong-01', open?.id);
    expect([takers.includes('pho-phuong-01'), takers.includes('can-bo-phuong-01'), takers.includes(open?.person.id ?? '')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await offered(secretariat, 'phuong-01', 'no-such-task')).toEqual(['404']);
    const elsewhere = await desk.personWith('secretariat', 'nam-tu-liem-ntvt', 'phuong-02');
    expect(await offered(elsewhere, 'phuong-01', open?.id)).toEqual(['404']);
  }, 60_000);

  it('extends the deadline, and passes the task to somebody else', async () => {
    const before = await page();
    expect(done(await act(secretariat, { action: 'extend', reason: 'Lũ lụt', workingDays: 5 }))).toEqual(['done']);
    const after = await page();
    expect(Date.parse(after.clock?.dueAt ?? '')).toBeGreaterThan(Date.parse(before.clock?.dueAt ?? ''));
    const open = after.tasks.find(({ state }) => state === 'open');
    const reassign = { action: 'reassign', reason: 'Đi công tác', taskId: open?.id, to: 'truong-phuong-02' };
    expect(done(await act(secretariat, reassign))).toEqual(['done']);
    expect((await page()).tasks.find(({ state }) => state === 'open')?.person.id).toBe('truong-phuong-02');
  }, 60_000);

  it('withdraws, and then offers nothing that an ended nomination does not take', async () => {
    expect(done(await act(secretariat, { action: 'withdraw', reason: 'Đơn vị rút' }))).toEqual(['done']);
    const { state, actions } = await page();
    expect([state, actions]).toEqual(['WITHDRAWN', ['resend']]);
    expect(done(await act(secretariat, { action: 'withdraw', reason: 'Lần nữa' }))).toEqual(['refused']);
  }, 60_000);

  it('stands in the timeline under the name of whoever did it, with the reason', async () => {
    const told = await desk.askAs(reviewer, 'GET', `/v1/console/nominations/${id}/timeline`);
    const { entries } = JSON.parse(told.text) as {
      readonly entries: readonly { readonly actorName: string | null; readonly reason: string | null }[];
    };
    expect(entries).toContainEqual(expect.objectContaining({ actorName: 'Vương Thị Minh Hiền', reason: 'Đơn vị rút' }));
  });
});
