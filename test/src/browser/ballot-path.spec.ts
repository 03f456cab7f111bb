import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CouncilStack } from '../ballot/council.stack.ts';
import { browserSuite, DESKTOP, launch, PHONE, type Viewport } from './chromium.ts';

const SEATS = 3;

browserSuite('a council’s ballot from the mail, without JavaScript', () => {
  let council: CouncilStack;
  let browser: Browser;
  let session: string;

  beforeAll(async () => {
    [council, browser] = await Promise.all([CouncilStack.start({ seats: SEATS }), launch()]);
    await council.run();
    await council.waitUntilBefore(await council.propose(2));
    session = await council.convene('all-waiting', { opensInMs: 20_000, openForMs: 600_000 });
  }, 150_000);

  afterAll(async () => {
    await browser.close();
    await council.close();
  }, 60_000);

  /** The page of a member, as their mailed link opens it. */
  async function seatPage(seat: number, language: 'vi' | 'en', viewport: Viewport): Promise<Page> {
    const page = await (await browser.newContext({ viewport, javaScriptEnabled: false })).newPage();
    await page.goto(`http://127.0.0.1:${String(council.stack.servers.apiPort)}/t/${council.token(session, seat)}?lang=${language}`);
    return page;
  }

  it('members say that they come, and declare a conflict of interest, before it opens', async () => {
    for (const seat of [1, 2]) await council.attend(session, [seat]);
    const page = await seatPage(0, 'vi', PHONE);
    await page.getByRole('radio', { name: 'dự họp', exact: true }).check();
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Hiện ghi nhận: dự họp').waitFor();
    await page.getByLabel('Đề nghị liên quan').selectOption({ label: '2. Đinh Ứng Viên 2' });
    await page.getByRole('button', { name: 'Khai xung đột lợi ích' }).click();
    await page.getByText('Ông/bà không biểu quyết các đề nghị số 2.').waitFor();
  }, 90_000);

  it('a member votes on every line but their own, and gets a receipt', async () => {
    await council.waitForState(session, 'open', 60_000);
    const page = await seatPage(0, 'vi', PHONE);
    expect(await page.getByRole('radio').count()).toBe(3);
    await page.getByRole('radio', { name: 'Không đồng ý' }).check();
    await page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
    await page.getByRole('heading', { name: 'Ông/bà đã bỏ phiếu' }).waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/([0-9A-F]{4}-){3}[0-9A-F]{4}/);
  }, 90_000);

  it('a member has every line filled in, looks again, changes one, and only then casts, in English', async () => {
    await council.waitForState(session, 'open', 60_000);
    const page = await seatPage(1, 'en', DESKTOP);
    await page.getByRole('button', { name: 'Fill in “Yes” everywhere', exact: false }).click();
    await page.getByText('Not sent yet.', { exact: false }).waitFor();
    expect((await council.session(session)).members.find(({ seat }) => seat === 1)?.hasVoted).toBe(false);
    await page.getByRole('group', { name: 'Đinh Ứng Viên 1' }).getByRole('radio', { name: 'Abstain' }).check();
    await page.getByRole('button', { name: 'Cast the ballot' }).click();
    await page.getByRole('heading', { name: 'You have voted' }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    expect((await council.session(session)).members.find(({ seat }) => seat === 1)?.hasVoted).toBe(true);
  }, 90_000);
});
