import { lazyConnection, OperationsInspector, WorkflowRemedies } from '@laurel/temporal';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { bindToGoneBuild, emptyPosts, moveWait, press, withBrokenBundle } from '../operations/conditions.ts';
import { waitFor, type Stack } from '../stack/index.ts';
import { browserSuite } from '../browser/chromium.ts';
import { ConsoleDesk } from '../browser/console.desk.ts';
import { OperationsWalk, TITLE, WALK_SETTINGS } from './operations.walk.ts';

/** A campaign whose name no search attribute holds. */
const UNNAMEABLE = 'x'.repeat(3_000);

browserSuite('every kind of stuck, seen and cured in the console', () => {
  let desk: ConsoleDesk;
  let stack: Stack;
  let walk: OperationsWalk;
  let connection: ReturnType<typeof lazyConnection>;
  let server: OperationsInspector;
  let engine: WorkflowRemedies;

  beforeAll(async () => {
    desk = await ConsoleDesk.open({ proxyTemporal: true, proxyPostgres: true, settings: WALK_SETTINGS });
    stack = desk.stack;
    const settings = { address: stack.servers.temporalAddress, namespace: 'default', tls: false, taskQueue: stack.servers.taskQueue };
    connection = lazyConnection(settings);
    server = new OperationsInspector(connection, settings);
    engine = new WorkflowRemedies(connection, settings);
    walk = await OperationsWalk.begin(desk);
  }, 240_000);

  afterAll(async () => {
    await connection.close();
    await desk.close();
  }, 60_000);

  beforeEach(async () => {
    stack.sink.forget();
    await walk.look();
  });

  async function submitted(unit: string): Promise<string> {
    const [id = ''] = await stack.submit(1, { unit });
    await stack.view.waitForTask(id);
    await waitFor('its workflow', 40_000, async () => (await server.examine(id)).workflow === 'running');
    return id;
  }

  /** The nomination goes on: its task is decided and the district asked. */
  async function goesOn(id: string): Promise<void> {
    await press(stack, id);
    await stack.view.waitForTask(id, 'district', 60_000);
  }

  it('says that nothing is stuck, and as of when, only where it sees everything', async () => {
    await waitFor('the first look', 60_000, async () => (await walk.page.getByText('Không có hồ sơ nào kẹt.').count()) === 1);
    expect(await walk.page.getByText(/^Tính đến \d\d:\d\d/).count()).toBe(1);
  }, 90_000);

  it('five causes at once are five rows, each with its own cure', async () => {
    const ids = await Promise.all(['phuong-01', 'phuong-02', 'phuong-03', 'phuong-04'].map(submitted));
    const [late = '', overdue = '', ended = '', other = ''] = ids;
    const past = String(Date.now() - 30_000);
    await moveWait(stack, late, `jsonb_set(wait, '{plan,reminders,0,at}', '${past}')`);
    await moveWait(stack, overdue, `jsonb_set(jsonb_set(wait, '{plan,closesAt}', '${past}'), '{escalated}', 'true')`);
    await engine.terminate(ended, 'test');
    await stack.view.rows(`UPDATE nomination SET level = 'city' WHERE id = $1`, [other]);
    stack.sink.when({
      at: 'rcpt',
      to: 'truong.phuong-05@example.vn',
      times: 100,
      then: { is: 'answer', code: 550, text: 'no such mailbox' },
    });
    const since = Date.now();
    const [lost = ''] = await stack.submit(1, { unit: 'phuong-05' });

    const rows = {
      lost: await walk.sees(TITLE.undeliverable, since, lost),
      late: await walk.sees(TITLE.timer, since, late),
      overdue: await walk.sees(TITLE.overdue, since, overdue),
      ended: await walk.sees(TITLE.lag, since, ended),
      other: await walk.sees(TITLE.lag, since, other),
    };
    await walk.keep('five causes');
    expect(await rows.lost.innerText()).toMatch(/Thư ký[^]*Căn cứ: máy chủ thư từ chối: .*550/);
    expect(await rows.late.innerText()).toMatch(/Người vận hành[^]*“nhắc người xử lý” đã đến lúc/);

    await walk.cured(rows.late, TITLE.timer, late, 'Chạy lại ngay');
    await waitFor('the reminder', 40_000, async () => (await stack.view.mailsOf(late)).some(({ kind }) => kind === 'reminder'));
    await walk.cured(rows.overdue, TITLE.overdue, overdue, 'Chạy lại ngay');
    await waitFor('the timeout policy', 40_000, async () => (await stack.view.tasksOf(overdue)).some(({ state }) => state !== 'open'));
    await walk.cured(rows.ended, TITLE.lag, ended, 'Đưa sự kiện vào lại');
    await walk.cured(rows.other, TITLE.lag, other, 'Chạy lại ngay');
    await walk.cured(rows.lost, TITLE.undeliverable, lost, 'Sửa địa chỉ và gửi lại', { 'Địa chỉ đúng': 'truong.dung@example.vn' });
    await waitFor('the mail', 40_000, async () => (await stack.sink.to('truong.dung@example.vn')).length > 0);
    await Promise.all([late, ended, other, lost].map(goesOn));
  }, 600_000);

  it('a silent person is given more time', async () => {
    const id = await submitted('phuong-09');
    const due = Date.now();
    await stack.view.rows('UPDATE task SET due_at = now() WHERE nomination_id = $1', [id]);
    const row = await walk.sees(TITLE.silent, due, id);
    await walk.keep('silent');
    await walk.cured(row, TITLE.silent, id, 'Gia hạn', { 'Số ngày làm việc thêm': '5' });
    await goesOn(id);
  }, 240_000);

  it('what cannot be saved is terminated', async () => {
    const id = await submitted('phuong-10');
    const past = String(Date.now() - 30_000);
    await moveWait(stack, id, `jsonb_set(jsonb_set(wait, '{plan,closesAt}', '${past}'), '{escalated}', 'true')`);
    const row = await walk.sees(TITLE.overdue, Date.now(), id);
    await walk.cured(row, TITLE.overdue, id, 'Dừng hẳn');
    expect([await stack.view.stateOf(id), (await server.examine(id)).workflow]).toEqual(['TERMINATED', 'closed']);
  }, 240_000);

  it('a dead mail server with fifty mails is one row; all leave when it is back and somebody presses', async () => {
    stack.sink.when({ at: 'mail', times: 100_000, then: { is: 'answer', code: 530, text: 'authentication required' } });
    const since = Date.now();
    const ids = await stack.submit(55, { unit: 'phuong-06' });
    const row = await walk.sees(TITLE.channel, since);
    await waitFor('all of them in one row', 60_000, async () => (await row.innerText()).match(/\(5[5-9]\)/) !== null, 1_000);
    await walk.keep('channel');
    expect(await walk.page.getByRole('region', { name: TITLE.undeliverable }).count()).toBe(0);
    stack.sink.forget();
    await walk.cured(row, TITLE.channel, null, 'Chạy lại ngay');
    await stack.view.waitForMails(60_000);
    await goesOn(ids[54] ?? '');
  }, 300_000);

  it('a step that keeps failing is paused, its cause mended, and resumed', async () => {
    const fillPosts = await emptyPosts(stack);
    try {
      const since = Date.now();
      const [id = ''] = await stack.submit(1, { unit: 'phuong-07' });
      const failing = await walk.sees(TITLE.retrying, since, id);
      await walk.keep('retrying');
      const paused = await walk.cured(failing, TITLE.retrying, id, 'Tạm dừng bước');
      const row = await walk.sees(TITLE.paused, paused, id);
      await walk.keep('paused');
      await fillPosts();
      await walk.cured(row, TITLE.paused, id, 'Chạy tiếp bước');
      await stack.view.waitForTask(id);
      await goesOn(id);
    } finally {
      await fillPosts();
    }
  }, 300_000);

  it('an event that cannot be worked on is mended and dispatched again', async () => {
    await stack.worker.stop();
    const [id = ''] = await stack.submit(1, { unit: 'phuong-08' });
    await stack.view.rows(
      `INSERT INTO campaign (programme, key, rule_set_version, opens_at) SELECT programme, $1, rule_set_version, opens_at FROM campaign WHERE key = '2022'`,
      [UNNAMEABLE],
    );
    await stack.view.rows('UPDATE nomination SET campaign = $2 WHERE id = $1', [id, UNNAMEABLE]);
    stack.startWorkers();
    const row = await walk.sees(TITLE.dead, Date.now(), id);
    await walk.keep('dead letter');
    await stack.view.rows(`UPDATE nomination SET campaign = '2022' WHERE id = $1`, [id]);
    await walk.cured(row, TITLE.dead, id, 'Đưa sự kiện vào lại');
    await goesOn(id);
  }, 240_000);

  it('a nomination bound to a build that nobody runs is freed', async () => {
    const id = await submitted('phuong-09');
    await bindToGoneBuild(stack, server, engine, id);
    const since = Date.now();
    await press(stack, id);
    const row = await walk.sees(TITLE.version, since, id);
    await walk.keep('version');
    await walk.cured(row, TITLE.version, id, 'Chạy lại ngay');
    await stack.view.waitForTask(id, 'district', 60_000);
  }, 240_000);

  it('a bad deployment: one nomination is reset, the others go on by themselves after the roll-back', async () => {
    const ids = await Promise.all([submitted('phuong-01'), submitted('phuong-02')]);
    await stack.worker.stop();
    await withBrokenBundle(async (path) => {
      stack.worker.start({ WORKFLOW_BUNDLE: path });
      const since = Date.now();
      await Promise.all(ids.map((id) => press(stack, id)));
      const row = await walk.sees(TITLE.code, since, ids[0]);
      await walk.keep('code');
      await walk.cures(row, 'Quay lại một điểm');
      await stack.worker.stop();
    });
    stack.worker.start();
    const mended = Date.now();
    await Promise.all(ids.map((id) => stack.view.waitForTask(id, 'district', 60_000)));
    await walk.seesNoMore(TITLE.code, mended, null, 'Quay lại một điểm');
  }, 300_000);

  it('Temporal away: said, with what waits; over when it is back', async () => {
    const id = await submitted('phuong-03');
    stack.servers.temporalProxy.cut();
    await walk.sees(TITLE.server, Date.now());
    await walk.keep('temporal away');
    await walk.look('health');
    await walk.keep('temporal away, health');
    await walk.look();
    expect(await walk.page.getByText('Không có hồ sơ nào kẹt.').count()).toBe(0);
    stack.servers.temporalProxy.mend();
    await walk.seesNoMore(TITLE.server, Date.now());
    await goesOn(id);
  }, 240_000);

  it('the database away: said, and never healthy; over when it is back', async () => {
    const healthy = walk.page.getByText('Không có hồ sơ nào kẹt.');
    await waitFor('the all-clear', 90_000, async () => (await healthy.count()) === 1);
    stack.servers.postgresProxy.cut();
    await waitFor(
      'the page to say so',
      60_000,
      async () => (await walk.page.getByRole('alert').count()) > 0 && (await healthy.count()) === 0,
    );
    await walk.page.getByText('Không kết nối được cơ sở dữ liệu').waitFor();
    await walk.keep('database away');
    stack.servers.postgresProxy.mend();
    await waitFor('the all-clear again', 120_000, async () => (await healthy.count()) === 1);
  }, 300_000);

  it('no worker: said within a minute of its death, with whom it holds up; over when one is back', async () => {
    const id = await submitted('phuong-04');
    await stack.worker.kill();
    const since = Date.now();
    await press(stack, id);
    await walk.sees(TITLE.worker, since, id);
    await walk.keep('no worker');
    stack.startWorkers();
    await walk.seesNoMore(TITLE.worker, Date.now());
    await stack.view.waitForTask(id, 'district', 60_000);
  }, 240_000);

  it('leaves every invariant whole', async () => {
    expect(await stack.verify()).toEqual([]);
  }, 90_000);
});
