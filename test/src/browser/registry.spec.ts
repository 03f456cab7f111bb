import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessRepository, CampaignRepository, RulesRepository } from '@laurel/db';
import type { RuleSet } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { join } from 'node:path';
import { ROOT, waitFor } from '../stack/index.ts';
import { flawsOf } from './axe.ts';
import { browserSuite, DESKTOP, PHONE } from './chromium.ts';
import { ConsoleDesk, settled } from './console.desk.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const CAMPAIGN = 'so-danh-hieu';
const DEED = { title: 'Cứu người đuối nước tại hồ Mễ Trì', from: '2022-03-01', to: '2022-03-01' };
const NAME = 'Đỗ Thị Hòa';
const clock = { mode: 'calendar-days', days: 90, countStartDay: false } as const;
const COMPLAINT: NonNullable<RuleSet['complaint']> = {
  grounds: [{ ground: 'procedure', text: { vi: 'Sai trình tự', en: 'Wrong procedure' } }],
  fileWithin: clock,
  handler: 'district/vice-chairman',
  wait: { clock, remindAt: [], escalateAfter: null, closesAfter: 15 },
  second: null,
};

browserSuite('the registry and what comes after results, in the console', () => {
  let desk: ConsoleDesk;
  let secretariat: string;
  /** One deed of one nominee filed by three units, the first is heard; and somebody of the same name elsewhere. */
  let filed: readonly string[];

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    secretariat = await desk.personWith('secretariat');
    await openSeason();
    filed = [
      await file('phuong-01', 'phuong-01', DEED),
      await file('phuong-02', 'phuong-01', DEED),
      await file('phuong-03', 'phuong-01', DEED),
      await file('phuong-04', 'phuong-04', { ...DEED, title: 'Hòa giải tại tổ dân phố số 4' }),
    ];
    const states = await Promise.all(filed.map((id) => desk.stack.view.stateOf(id)));
    expect(states).toEqual(['RECEIVED', 'INELIGIBLE', 'INELIGIBLE', 'RECEIVED']);
  }, 240_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  it('merges two entries that were compared side by side, with a reason, and takes the merge back', async () => {
    const merged = (): Promise<number> => desk.stack.view.count('nominee WHERE merged_into IS NOT NULL');
    const complaints = await desk.visit({ email: secretariat, language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto('/registry?q=do+thi+hoa&birthYear=1971');
      await page.getByRole('link', { name: NAME }).nth(1).waitFor();
      await page.getByRole('tab', { name: 'Có thể là một người' }).click();
      await page
        .getByRole('button', { name: `So sánh và gộp: ${NAME}` })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('row', { name: /Năm sinh 1971 1971 giống nhau/ }).waitFor();
      await dialog.getByRole('row', { name: /Đơn vị .* khác nhau/ }).waitFor();
      expect(await flawsOf(page, 'the comparison')).toEqual([]);
      const merge = dialog.getByRole('button', { name: 'Gộp', exact: true });
      expect(await merge.isDisabled()).toBe(true);
      await dialog.getByLabel('Lý do', { exact: false }).fill('Cùng một người, chuyển phường');
      await merge.click();
      await page.getByRole('heading', { name: NAME }).waitFor();
      await page.getByText('Cùng một người, chuyển phường').waitFor();
      expect([await merged(), await flawsOf(page, 'the nominee')]).toEqual([1, []]);
      await page.getByRole('button', { name: `Tách lại: ${NAME}` }).click();
      await dialog.getByLabel('Lý do', { exact: false }).fill('Hai người khác nhau');
      await dialog.getByRole('button', { name: 'Tách lại' }).click();
      await page.getByText('Đã tách').waitFor();
      expect(await merged()).toBe(0);
    });
    expect(complaints).toEqual([]);
  }, 120_000);

  it('says that two entries are two different people, with a reason, and takes that back', async () => {
    const complaints = await desk.visit({ email: secretariat, language: 'vi', viewport: PHONE }, async (page) => {
      await page.goto('/registry?tab=look-alikes');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: `Hai người khác nhau: ${NAME}` }).click();
      const press = dialog.getByRole('button', { name: 'Hai người khác nhau' });
      expect(await press.isDisabled()).toBe(true);
      await dialog.getByLabel('Lý do', { exact: false }).fill('Hai người, khác quê quán');
      expect(await flawsOf(page, 'two different people')).toEqual([]);
      await press.click();
      await page.getByText('Không thấy mục nào có thể là một người.').waitFor();
      await page.getByLabel('Xem', { exact: true }).selectOption({ label: 'Đã xác định là hai người' });
      await page.getByText('Hai người, khác quê quán').waitFor();
      expect(await flawsOf(page, 'those known to be two')).toEqual([]);
      await page.getByRole('button', { name: `Bỏ xác định: ${NAME}` }).click();
      await dialog.getByLabel('Lý do', { exact: false }).fill('Ghi nhầm');
      await dialog.getByRole('button', { name: 'Bỏ xác định' }).click();
      await page.getByText('Chưa cặp nào được xác định là hai người khác nhau.').waitFor();
    });
    const kept = await desk.stack.view.rows('SELECT reason, undone_reason FROM different_nominees');
    expect([kept, complaints]).toEqual([[{ reason: 'Hai người, khác quê quán', undone_reason: 'Ghi nhầm' }], []]);
  }, 120_000);

  it('receives a complaint on a phone, and lists it with its ground, its handler and its deadline', async () => {
    const complaints = await desk.visit({ email: secretariat, language: 'en', viewport: PHONE }, async (page) => {
      await page.goto(`/nominations/${filed[1] ?? ''}?tab=afterwards`);
      await page.getByRole('button', { name: 'Receive a complaint' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Who complains', { exact: true }).fill('Lê Thị Thu');
      await dialog.getByLabel('Reason', { exact: false }).fill('Hai việc khác nhau');
      expect(await flawsOf(page, 'the complaint')).toEqual([]);
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Being heard').waitFor();
      await page.goto('/complaints?open=true');
      await settled(page);
      await page.getByText('Lê Thị Thu').waitFor();
      await page.getByRole('cell', { name: 'Wrong procedure' }).waitFor();
      expect(await flawsOf(page, 'the complaints')).toEqual([]);
    });
    expect(complaints).toEqual([]);
    expect(await desk.stack.view.count(`task WHERE kind = 'complaint' AND state = 'open' AND nomination_id = $1`, [filed[1]])).toBe(1);
  }, 120_000);

  it('lets whoever holds a post above the nominator set a rule aside, with a reason, and nobody else', async () => {
    const barred = filed[2] ?? '';
    await desk.visit({ email: secretariat, language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto(`/nominations/${barred}?tab=afterwards`);
      await page.getByRole('button', { name: 'Nhận khiếu nại' }).waitFor();
      expect(await page.getByRole('button', { name: 'Bỏ qua quy định' }).count()).toBe(0);
    });
    await desk.visit({ email: await chairman(), language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto(`/nominations/${barred}?tab=afterwards`);
      await page.getByRole('button', { name: 'Bỏ qua quy định' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Lý do', { exact: false }).fill('Hai việc khác nhau, đã xác minh');
      await dialog.getByRole('button', { name: 'Xác nhận' }).click();
      await page.getByRole('heading', { name: 'Quy định được bỏ qua' }).waitFor();
      await page.getByRole('tabpanel').getByRole('paragraph').filter({ hasText: 'Một thành tích chỉ khen một lần' }).waitFor();
    });
    expect(await desk.stack.view.stateOf(barred)).toBe('RECEIVED');
  }, 120_000);

  it('turns the pages of a long list, and back to the first', async () => {
    await desk.stack.database.pool.query(
      `INSERT INTO recall (id, nomination_id, what, state, due_since)
       SELECT 'thu-hoi-' || i, $1, 'object', 'due', timestamptz '2022-06-01T00:00:00Z' + i * interval '1 day' FROM generate_series(1, 60) i`,
      [filed[0]],
    );
    const complaints = await desk.visit({ email: secretariat, language: 'vi', viewport: PHONE }, async (page) => {
      const lines = page.getByRole('button', { name: `Ghi nhận đã nộp: ${NAME}` });
      await page.goto('/complaints?tab=recalls');
      await lines.nth(49).waitFor();
      expect(await lines.count()).toBe(50);
      await page.getByRole('button', { name: 'Trang sau' }).click();
      await page.waitForURL(/cursor=/);
      await page.getByText('31/07/2022').first().waitFor();
      await lines.nth(10).waitFor({ state: 'detached' });
      expect(await lines.count()).toBe(10);
      await page.getByRole('button', { name: 'Về trang đầu' }).click();
      await lines.nth(49).waitFor();
    });
    expect(complaints).toEqual([]);
  }, 120_000);

  async function file(unit: string, home: string, deed: typeof DEED): Promise<string> {
    const nominee = { fullName: NAME, birthYear: 1971, unit: home };
    const [id = ''] = await desk.stack.submit(1, { campaign: CAMPAIGN, unit, nominee, deed });
    await waitFor(`${id} to be looked at`, 40_000, async () => (await desk.stack.view.stateOf(id)) !== 'SUBMITTED');
    return id;
  }

  async function openSeason(): Promise<void> {
    const [shipped] = (await loadProgramme(join(ROOT, 'programmes', PROGRAMME))).ruleSets;
    if (!shipped) throw new Error('No rules are shipped');
    const version = `thu-${CAMPAIGN}`;
    await new RulesRepository(desk.stack.database).publish({ ...shipped, version, complaint: COMPLAINT });
    const season = { programme: PROGRAMME, key: CAMPAIGN, ruleSetVersion: version, opensAt: Date.parse('2022-01-01T00:00:00Z') };
    await new CampaignRepository(desk.stack.database).openIfAbsent(season);
  }

  /** The district's chairman, who works in the secretariat's rooms too. */
  async function chairman(): Promise<string> {
    const [person] = await desk.stack.view.rows<{ email: string }>(
      `SELECT email FROM person WHERE programme = $1 AND id = 'chu-tich-quan'`,
      [PROGRAMME],
    );
    const email = person?.email ?? '';
    const grant = {
      email,
      personId: null,
      programme: PROGRAMME,
      unit: null,
      role: 'secretariat',
      from: Date.now() - 1_000,
      to: null,
    } as const;
    await new AccessRepository(desk.stack.database).grant({ ...grant, by: 'spec', reason: null });
    return email;
  }
});
