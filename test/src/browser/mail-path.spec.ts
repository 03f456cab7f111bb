import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { prepareStack, waitFor, type Stack, type SunkMail, type TaskSeen } from '../stack/index.ts';
import { browserHere, launch } from './chromium.ts';

const PHONE = { width: 360, height: 740 };
const suite = browserHere.is === 'found' ? describe : describe.skip;
const why = browserHere.is === 'found' ? '' : ` (skipped: ${browserHere.reason})`;

suite(`from the mail to the decision on a phone, without JavaScript${why}`, () => {
  let stack: Stack;
  let browser: Browser;
  /** One for all: a page costs more to open than to fill. */
  let page: Page;

  beforeAll(async () => {
    stack = await prepareStack();
    stack.startWorkers();
    [browser] = await Promise.all([launch(), stack.startApi()]);
    page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage();
  }, 150_000);

  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, 60_000);

  async function asked(): Promise<TaskSeen> {
    const [id = ''] = await stack.submit(1);
    return stack.view.waitForTask(id, 'grassroots');
  }

  /** The link of a task's mail of one kind, on the port where this stack answers. */
  async function linkFrom(task: TaskSeen, kind: string): Promise<string> {
    const mail = await waitFor(`the ${kind} of ${task.id}`, 40_000, async () => (await stack.sink.delivered()).find(isAbout(task, kind)));
    const [, path = ''] = /https?:\/\/[^/\s]+(\/t\/[\w-]{43,})/.exec(mail.text) ?? [];
    return `http://127.0.0.1:${String(stack.servers.apiPort)}${path}`;
  }

  const isAbout =
    (task: TaskSeen, kind: string) =>
    ({ headers }: SunkMail): boolean =>
      headers['x-laurel-task'] === task.id && headers['x-laurel-kind'] === kind;

  const stateOf = async ({ id }: TaskSeen): Promise<string | undefined> =>
    (await stack.view.rows<{ state: string }>('SELECT state FROM task WHERE id = $1', [id]))[0]?.state;

  it('a reviewer decides by keyboard alone, and is told under which number', async () => {
    const task = await asked();
    const link = await linkFrom(task, 'assignment');
    await page.goto(link);
    await page.getByRole('radio', { name: 'Đồng ý', exact: false }).first().focus();
    await page.keyboard.press('Space');
    for (let tabs = 0; tabs < 20; tabs++) {
      await page.keyboard.press('Tab');
      if ((await page.locator('button:focus').count()) > 0) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    expect(await page.locator('.ref').textContent()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await stateOf(task)).toBe('decided');
  }, 120_000);

  it('a rejection without a reason comes back with what was chosen, and says what is missing', async () => {
    const task = await asked();
    const link = await linkFrom(task, 'assignment');
    await page.goto(`${link}?lang=en`);
    await page.getByRole('radio', { name: 'Reject', exact: false }).check();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('radio', { name: 'Reject', exact: false }).isChecked()).toBe(true);
    expect(await stateOf(task)).toBe('open');
  }, 120_000);

  it('whoever did not send an answer says so from the confirmation, and the nomination is held', async () => {
    const task = await asked();
    await stack.http.decide(stack.tokenOf(task.id), 'approve');
    const link = await linkFrom(task, 'confirmation');
    await page.goto(link);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Không phải tôi' }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    await waitFor('the hold', 20_000, async () => (await stack.view.count('nomination WHERE id = $1 AND held', [task.nominationId])) === 1);
  }, 120_000);

  it('somebody with a conflict of interest steps aside, and somebody else is asked', async () => {
    const task = await asked();
    const link = await linkFrom(task, 'assignment');
    await page.goto(link);
    await page.getByText('Tôi có xung đột lợi ích').click();
    await page.getByRole('radio', { name: 'Vâng, tôi chọn việc này' }).check();
    await page.getByRole('button', { name: 'Khai báo xung đột lợi ích' }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    expect(await stateOf(task)).toBe('conflicted');
    const next = await waitFor('the next person', 20_000, async () => (await stack.view.openTasksOf(task.nominationId))[0]);
    expect(next.personId).not.toBe(task.personId);
  }, 120_000);
});
