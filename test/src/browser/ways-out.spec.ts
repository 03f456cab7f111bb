import { payloadHash } from '@laurel/events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { submittedEvent, type Stack } from '../stack/index.ts';
import { browserSuite } from './chromium.ts';
import { MailDesk } from './mail.desk.ts';

const HEAD = 'truong.phuong-01@example.vn';

/** More time may be asked for twice, and the district's answer takes a code. No shipped programme has both. */
const lenient = ({ view }: Stack): Promise<unknown> =>
  view.rows(
    `UPDATE rule_set_version
        SET definition = jsonb_set(jsonb_set(definition, '{stages,1,moreTime}', '{"workingDays":3,"times":2}'), '{levels,1,requireCode}', 'true')
      WHERE programme = 'nam-tu-liem-ntvt'`,
  );

browserSuite('other ways from the mail than an answer, without JavaScript', () => {
  let desk: MailDesk;
  let page: Page;

  beforeAll(async () => {
    desk = await MailDesk.open(lenient);
    page = await desk.newPage();
  }, 150_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  /** Opens one of the ways out, chooses it and presses its button. */
  async function take(way: string, button: string, fill: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const section = page.locator('details', { hasText: way });
    await section.locator('summary').click();
    await fill();
    await section.getByRole('radio').check();
    await section.getByRole('button', { name: button }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
  }

  it('somebody with a conflict of interest steps aside, and somebody else is asked', async () => {
    const task = await desk.asked();
    await page.goto(await desk.linkFrom(task, 'assignment'));
    await take('Tôi có xung đột lợi ích', 'Khai báo xung đột lợi ích');
    expect(await desk.stateOf(task)).toBe('conflicted');
    expect((await desk.nextAfter(task)).personId).not.toBe(task.personId);
  }, 90_000);

  it('a reviewer passes the task to a colleague of the same unit, who gets the mail', async () => {
    const task = await desk.asked();
    await page.goto(await desk.linkFrom(task, 'assignment'));
    const offered = await page.getByLabel('Chuyển cho ai?').locator('option').allTextContents();
    expect(offered.join()).not.toContain('Trần Quang Nghĩa');
    // Who filed it.
    expect(offered.join()).not.toContain('Nguyễn Đình Phong');
    await take('Chuyển cho người khác trả lời', 'Chuyển việc', () => page.getByLabel('Chuyển cho ai?').selectOption({ index: 1 }));
    expect(await desk.stateOf(task)).toBe('delegated');
    const next = await desk.nextAfter(task);
    expect(next.personId).toBe('pho-phuong-01');
    expect((await desk.mailOf(next, 'assignment')).to).toContain('pho.phuong-01@example.vn');
  }, 90_000);

  it('a task that is not theirs goes to the superior of the post', async () => {
    const task = await desk.asked();
    await page.goto(await desk.linkFrom(task, 'assignment'));
    await take('Việc này không phải của tôi', 'Không phải việc của tôi');
    expect(await desk.stateOf(task)).toBe('declined');
    expect((await desk.nextAfter(task)).personId).toBe('pho-chu-tich-quan');
  }, 90_000);

  it('more time moves the deadline as the rules grant it, and the page says how often it can still be asked for', async () => {
    const task = await desk.asked();
    const link = await desk.linkFrom(task, 'assignment');
    const dueAt = async (): Promise<number> =>
      Number(
        (await desk.stack.view.rows<{ due: string }>('SELECT extract(epoch FROM due_at) AS due FROM task WHERE id = $1', [task.id]))[0]
          ?.due,
      );
    const before = await dueAt();
    await page.goto(link);
    await take('Xin thêm thời gian', 'Xin thêm thời gian', () => page.locator('#more-time-reason').fill('Đang xác minh.'));
    expect(await dueAt()).toBeGreaterThan(before);
    await page.goto(link);
    expect(await page.locator('details', { hasText: 'Xin thêm thời gian' }).textContent()).toContain('Còn xin được 1 lần');
    expect(await desk.stateOf(task)).toBe('open');
  }, 90_000);

  it('an officer completes a returned dossier with a file, and the nomination goes on', async () => {
    const event = submittedEvent();
    const data = { ...event.data, documents: [] };
    const answer = await desk.stack.accept({ ...event, data, payloadHash: payloadHash(data) });
    const id = (answer.is === 'accepted' && answer.nominationId) || '';
    const task = await desk.stack.view.waitForTask(id);
    await page.goto(await desk.linkFrom(task, 'assignment'));
    expect(await page.locator('fieldset').textContent()).toContain('Báo cáo thành tích');
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Chưa chọn tệp nào');
    await page.getByLabel('Báo cáo thành tích').setInputFiles({
      name: 'bao-cao.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    const review = await desk.nextAfter(task);
    await page.goto(await desk.linkFrom(review, 'assignment'));
    await page.getByRole('link', { name: 'Xem bao-cao.pdf' }).waitFor();
  }, 90_000);

  it('a level that asks for a code gets it by mail before the answer counts', async () => {
    const first = await desk.asked();
    await desk.stack.http.decide(desk.stack.tokenOf(first.id), 'approve');
    const task = await desk.stack.view.waitForTask(first.nominationId, 'district');
    const before = (await desk.codesFor('chu-tich-quan@example.vn')).length;
    await page.goto(await desk.linkFrom(task, 'assignment'));
    await page.getByRole('radio', { name: 'Quyết định trao tặng', exact: false }).first().check();
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    const code = page.getByLabel('Mã xác nhận');
    await code.waitFor();
    expect(await desk.stateOf(task)).toBe('open');
    await code.fill(await desk.codeFor('chu-tich-quan@example.vn', before));
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    expect(await desk.stateOf(task)).toBe('decided');
  }, 90_000);

  it('all tasks of a person are listed only behind a code, and lead to their pages', async () => {
    const task = await desk.asked({ nominee: { fullName: 'Lâm Thị Danh Sách' } });
    const before = (await desk.codesFor(HEAD)).length;
    await page.goto(await desk.linkFrom(task, 'assignment'));
    await page.getByRole('link', { name: 'Các việc khác đang chờ tôi' }).click();
    expect(await page.locator('main').textContent()).not.toContain('Lâm Thị Danh Sách');
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    await page.getByLabel('Mã dùng một lần').fill(await desk.codeFor(HEAD, before));
    await page.getByRole('button', { name: 'Xem các việc' }).click();
    await page.getByRole('link', { name: 'Lâm Thị Danh Sách' }).click();
    await page.getByRole('heading', { name: 'Mời ông/bà cho ý kiến' }).waitFor();
    const stranger = await desk.newPage();
    await stranger.goto(`${await desk.linkFrom(task, 'assignment')}/tasks`);
    expect(await stranger.locator('main').textContent()).not.toContain('Lâm Thị Danh Sách');
  }, 90_000);

  it('language and reminders are chosen from the mail, and reminders stopped with one press', async () => {
    const task = await desk.asked();
    const link = await desk.linkFrom(task, 'assignment');
    const wished = (): Promise<readonly object[]> =>
      desk.stack.view.rows(`SELECT language, reminders FROM person WHERE programme = 'nam-tu-liem-ntvt' AND id = $1`, [task.personId]);
    await page.goto(link);
    await page.getByRole('link', { name: 'Cách nhận thư' }).click();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('radio', { name: 'Một thư tổng hợp', exact: false }).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Saved.');
    expect(await wished()).toEqual([{ language: 'en', reminders: 'digest' }]);
    await page.goto(`${link}/unsubscribe`);
    await page.getByRole('button', { name: 'Stop reminders' }).click();
    await page.getByRole('heading', { name: 'Reminders are off' }).waitFor();
    expect(await wished()).toEqual([{ language: 'en', reminders: 'none' }]);
  }, 90_000);
});
