import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { flawsOf } from './axe.ts';
import { browserSuite, DESKTOP, PHONE } from './chromium.ts';
import { ConsoleDesk, settled } from './console.desk.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const NAMES = ['Trần Ngọc Hân', 'Vũ Đức Long', 'Bùi Hải Yến', 'Đặng Minh Khôi'] as const;

browserSuite('one number for many decisions', () => {
  let desk: ConsoleDesk;
  let secretariat = '';

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    secretariat = await desk.personWith('secretariat', PROGRAMME, 'district');
    const { stack } = desk;
    for (const fullName of NAMES) {
      const [id = ''] = await stack.submit(1, { unit: 'phuong-01', nominee: { fullName } });
      await stack.decide(await stack.view.waitForTask(id), 'approve');
      await stack.decide(await stack.view.waitForTask(id, 'district'), 'approve');
      await stack.view.waitForState(id, 'CONFERRED');
    }
  }, 180_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  const numbered = (number: string): Promise<readonly { nominee: string }[]> =>
    desk.stack.view.rows(
      `SELECT n.nominee ->> 'fullName' AS nominee FROM decision d JOIN decision_line l ON l.decision_id = d.id
         JOIN nomination n ON n.id = l.nomination_id WHERE d.number = $1 ORDER BY n.submitted_at`,
      [number],
    );

  it('is written for those who are chosen, tells what became of each, and leaves the others in the list', async () => {
    const flaws: string[] = [];
    const complaints = await desk.visit({ email: secretariat, language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto('/complaints?tab=unnumbered');
      await settled(page);
      flaws.push(...(await flawsOf(page, 'the list')));
      for (const name of NAMES.slice(0, 2)) await page.getByRole('checkbox', { name }).check();
      await page.getByRole('button', { name: 'Ghi số quyết định (2)' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Số', { exact: true }).fill('77/QĐ-UBND');
      flaws.push(...(await flawsOf(page, 'the dialog')));
      await dialog.getByRole('button', { name: 'Ghi số quyết định' }).click();
      await dialog.getByText('Đã ghi số: 2/2').waitFor();
      expect(await dialog.getByText('Đã ghi số', { exact: true }).count()).toBe(2);
      await dialog.getByRole('button', { name: 'Đóng' }).last().click();
      await page.getByRole('checkbox', { name: NAMES[0] }).waitFor({ state: 'detached' });
      await page.getByRole('checkbox', { name: NAMES[2] }).waitFor();
    });
    expect([flaws, complaints]).toEqual([[], []]);
    expect((await numbered('77/QĐ-UBND')).map(({ nominee }) => nominee)).toEqual(NAMES.slice(0, 2));
  }, 120_000);

  it('says why it cannot be written for one, in English on a phone, and is tried again for what is left', async () => {
    const flaws: string[] = [];
    await desk.visit({ email: secretariat, language: 'en', viewport: PHONE }, async (page) => {
      await page.goto('/complaints?tab=unnumbered');
      await settled(page);
      await page.getByRole('checkbox', { name: 'Choose this page' }).check();
      await page.getByRole('button', { name: 'Give the number (2)' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Number', { exact: true }).fill('   ');
      expect(await dialog.getByRole('button', { name: 'Give the number' }).isDisabled()).toBe(true);
      await dialog.getByLabel('Number', { exact: true }).fill('x'.repeat(201));
      await dialog.getByRole('button', { name: 'Give the number' }).click();
      await dialog.getByText('Numbered: 0/2').waitFor();
      await dialog.getByText('Refused').first().waitFor();
      flaws.push(...(await flawsOf(page, 'the refusals')));
      await dialog.getByLabel('Number', { exact: true }).fill('78/QĐ-UBND');
      await dialog.getByRole('button', { name: 'Try the rest again' }).click();
      await dialog.getByText('Numbered: 2/2').waitFor();
    });
    expect(flaws).toEqual([]);
    expect(await numbered('78/QĐ-UBND')).toHaveLength(2);
  }, 120_000);
});
