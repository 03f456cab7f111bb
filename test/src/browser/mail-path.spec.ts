import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '../stack/index.ts';
import { browserSuite, DESKTOP, PHONE } from './chromium.ts';
import { MailDesk } from './mail.desk.ts';

const WORDS = {
  vi: { yes: 'Đồng ý', no: 'Không đồng ý', send: 'Gửi trả lời', recorded: 'Đã ghi nhận', left: /ngày làm việc, đến 17:00/ },
  en: { yes: 'Approve', no: 'Reject', send: 'Send the answer', recorded: 'Recorded', left: /working days left: please answer by 17:00/ },
} as const;

browserSuite('from the mail to the decision, without JavaScript', () => {
  let desk: MailDesk;

  beforeAll(async () => {
    desk = await MailDesk.open();
  }, 150_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  it.each([
    ['vi', PHONE],
    ['vi', DESKTOP],
    ['en', PHONE],
    ['en', DESKTOP],
  ] as const)(
    'a reviewer reads who, what and by when, decides, and is told under which number, in %s',
    async (language, viewport) => {
      const words = WORDS[language];
      const task = await desk.asked();
      const page = await desk.newPage(viewport);
      await page.goto(`${await desk.linkFrom(task, 'assignment')}?lang=${language}`);
      const shown = (await page.locator('main').textContent()) ?? '';
      expect(shown).toContain('Trần Quang Nghĩa');
      expect(shown).toContain('Đỗ Thanh Quỳnh');
      expect(shown).toMatch(words.left);
      await page.getByRole('radio', { name: words.yes }).first().check();
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('heading', { name: words.recorded }).waitFor();
      expect(await page.locator('.ref').textContent()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(await desk.stateOf(task)).toBe('decided');
    },
    90_000,
  );

  it('a reviewer decides by keyboard alone, with a reason', async () => {
    const task = await desk.asked();
    const page = await desk.newPage();
    await page.goto(await desk.linkFrom(task, 'assignment'));
    const tabTo = (selector: string): Promise<true> =>
      waitFor(`${selector} to be reached`, 20_000, async () => {
        if ((await page.locator(`${selector}:focus`).count()) > 0) return true;
        await page.keyboard.press('Tab');
        return null;
      });
    await tabTo('input[name=decision]');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('input[value=reject]').isChecked()).toBe(true);
    await tabTo('textarea[name=reason]');
    await page.keyboard.type('Thành tích chưa rõ.');
    await tabTo('button[type=submit]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    const [act] = await desk.stack.view.rows<{ reason: string }>(`SELECT reason FROM act WHERE nomination_id = $1 AND kind = 'decide'`, [
      task.nominationId,
    ]);
    expect(act?.reason).toBe('Thành tích chưa rõ.');
  }, 90_000);

  it('a rejection without a reason comes back with what was chosen, and says what is missing', async () => {
    const task = await desk.asked();
    const page = await desk.newPage();
    await page.goto(`${await desk.linkFrom(task, 'assignment')}?lang=en`);
    await page.getByRole('radio', { name: 'Reject', exact: false }).check();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('radio', { name: 'Reject', exact: false }).isChecked()).toBe(true);
    expect(await desk.stateOf(task)).toBe('open');
  }, 90_000);

  it('whoever did not send an answer says so from the confirmation, and the nomination is held', async () => {
    const task = await desk.asked();
    await desk.stack.http.decide(desk.stack.tokenOf(task.id), 'approve');
    const page = await desk.newPage();
    await page.goto(await desk.linkFrom(task, 'confirmation'));
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Không phải tôi' }).click();
    await page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();
    await waitFor(
      'the hold',
      20_000,
      async () => (await desk.stack.view.count('nomination WHERE id = $1 AND held', [task.nominationId])) === 1,
    );
  }, 90_000);
});
