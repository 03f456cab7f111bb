import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '../stack/index.ts';
import { flawsOf } from './axe.ts';
import { browserSuite, DESKTOP, PHONE } from './chromium.ts';
import { ConsoleDesk, settled } from './console.desk.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';

const OPERATOR_PAGES = [
  ...['/', '/nominations', '/nominations?q=khong-co-ai', '/nominations/khong-co', '/sessions', '/sessions/khong-co', '/operations'],
  ...['/operations?tab=health', '/programmes', `/programmes/${PROGRAMME}`, `/programmes/${PROGRAMME}?tab=rules`],
  ...[
    '/registry',
    '/registry?tab=look-alikes',
    '/registry?tab=look-alikes&different=true',
    '/registry?tab=suspected',
    '/registry/khong-co',
    '/complaints',
    '/complaints?tab=recalls',
    '/complaints?tab=unnumbered',
    '/sessions/new',
  ],
  ...[`/programmes/${PROGRAMME}?tab=difference`, `/programmes/${PROGRAMME}?tab=simulator`, '/audit', '/access', '/account', '/sign-in'],
];
const CASE_TABS = ['', '?tab=tasks', '?tab=mails', '?tab=documents', '?tab=workflow'];

browserSuite('the web console', () => {
  let desk: ConsoleDesk;
  let operator: string;
  let id: string;

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    operator = await desk.personWith('operator');
    [id = ''] = await desk.stack.submit(1, { unit: 'phuong-01' });
    await desk.stack.view.waitForTask(id);
  }, 180_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  it.each([
    ['vi', DESKTOP],
    ['en', PHONE],
  ] as const)(
    'has no flaw by WCAG 2.2 A and AA, fits the window and breaks no policy, in %s',
    async (language, viewport) => {
      const flaws: string[] = [];
      const paths = [...OPERATOR_PAGES, ...CASE_TABS.map((tab) => `/nominations/${id}${tab}`)];
      const complaints = await desk.visit({ email: operator, language, viewport }, async (page) => {
        for (const path of paths) {
          await page.goto(path);
          await settled(page);
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          flaws.push(...(await flawsOf(page, path)));
        }
      });
      expect([flaws, complaints]).toEqual([[], []]);
    },
    400_000,
  );

  it('lets in by a code from the mail, to the page that was asked for', async () => {
    const complaints = await desk.atTheDoor(PHONE, async (page) => {
      await page.goto('/nominations?state=RECEIVED');
      await page.getByLabel('Thư điện tử').fill(operator);
      await page.getByRole('button', { name: 'Gửi mã' }).click();
      const code = page.getByLabel('Mã trong thư');
      await code.waitFor();
      await code.fill('00000000');
      await page.getByRole('button', { name: 'Vào', exact: true }).click();
      await page.getByRole('alert').waitFor();
      await code.fill(await desk.codeOf(operator));
      await page.getByRole('button', { name: 'Vào', exact: true }).click();
      await page.getByRole('heading', { name: 'Hồ sơ đề nghị' }).waitFor();
      expect(new URL(page.url()).search).toBe('?state=RECEIVED');
    });
    expect(complaints).toEqual([]);
  }, 90_000);

  it('a secretariat finds a nomination without diacritics and holds it, with a reason', async () => {
    const email = await desk.personWith('secretariat');
    await desk.visit({ email, language: 'vi', viewport: DESKTOP }, async (page) => {
      const nominee = await nomineeOf(page, id);
      await page.goto('/nominations');
      await page.getByLabel('Tìm kiếm').fill(withoutDiacritics(nominee));
      await page.getByRole('link', { name: nominee }).first().click();
      await page.getByRole('button', { name: 'Tạm dừng', exact: true }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: 'Xác nhận' }).isDisabled()).toBe(true);
      await dialog.getByLabel('Cơ quan').fill('Thanh tra quận');
      await dialog.getByLabel('Lý do', { exact: false }).fill('Có đơn phản ánh');
      await dialog.getByRole('button', { name: 'Xác nhận' }).click();
      await dialog.getByText('Đã làm').waitFor();
    });
    await waitFor('the hold', 40_000, async () => (await desk.stack.view.count('nomination WHERE id = $1 AND held', [id])) === 1);
  }, 90_000);

  it.each(['reviewer', 'nominator'] as const)(
    'shows a %s their unit and nothing to press, on a phone',
    async (role) => {
      const email = await desk.personWith(role, PROGRAMME, 'phuong-01');
      const [other = ''] = await desk.stack.submit(1, { unit: 'phuong-02' });
      await desk.visit({ email, language: 'en', viewport: PHONE }, async (page) => {
        await page.goto(`/nominations/${id}`);
        await settled(page);
        expect(await page.getByRole('button', { name: 'Put on hold' }).count()).toBe(0);
        await page.goto(`/nominations/${other}`);
        await page.getByRole('alert').waitFor();
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('dialog').getByRole('link', { name: 'Nominations' }).waitFor();
        expect(await page.getByRole('dialog').getByRole('link', { name: 'Operations' }).count()).toBe(0);
      });
    },
    90_000,
  );

  it('an operator previews and runs a remedy by keyboard alone', async () => {
    const [late = ''] = await desk.stack.submit(1, { unit: 'phuong-03' });
    await desk.stack.view.waitForTask(late);
    const past = String(Date.now() - 60_000);
    await desk.stack.view.rows(`UPDATE nomination SET wait = jsonb_set(wait, '{plan,reminders,0,at}', '${past}') WHERE id = $1`, [late]);
    await desk.visit({ email: operator, language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto('/operations');
      const remedy = page.getByRole('button', { name: 'Chạy lại ngay' });
      await waitFor('the stuck group', 60_000, async () => {
        await page.reload();
        await settled(page);
        return (await remedy.count()) === 1;
      });
      await tabTo(page, 'Chạy lại ngay');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await waitFor('the reason to be reached', 5_000, async () => {
        if ((await page.locator('textarea:focus').count()) === 1) return true;
        await page.keyboard.press('Tab');
        return null;
      });
      await page.keyboard.type('Nhắc việc bị trễ');
      await tabTo(page, 'Xem trước');
      await page.keyboard.press('Enter');
      await page.getByText('Sẽ làm').waitFor();
      expect(await flawsOf(page, 'the remedy')).toEqual([]);
      await tabTo(page, 'Xác nhận');
      await page.keyboard.press('Enter');
      await page.getByText('Đã làm').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
    expect(await desk.stack.view.count(`operator_log WHERE remedy = 'retry-now'`)).toBe(1);
  }, 120_000);

  async function nomineeOf(page: Page, nominationId: string): Promise<string> {
    const answer = await page.request.get(`/v1/console/nominations/${nominationId}`);
    return ((await answer.json()) as { readonly nominee: string }).nominee;
  }
});

const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate<string>('document.activeElement?.textContent ?? ""');
    if (focused.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached by keyboard`);
}
