import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CampaignRepository } from '@laurel/db';
import type { Locator, Page } from 'playwright-core';
import { COUNCIL, PROGRAMME, proposal, seatCouncil } from '../ballot/council.fixture.ts';
import { waitFor } from '../stack/index.ts';
import { flawsOf } from './axe.ts';
import { browserSuite, DESKTOP, PHONE } from './chromium.ts';
import { ConsoleDesk, settled } from './console.desk.ts';

/** A shipped programme whose secretariat has its role in the unit of the city, and nowhere else. */
const SHIPPED = 'cong-dan-thu-do-uu-tu';
const SECRETARIAT = 'home-affairs.city@cdtd.example.vn';
const SEATS_SHIPPED = 15;

const DAY = 86_400_000;
const ZONE_MS = 7 * 3_600_000;

/** What clocks in Viet Nam show at this instant, as a field for times takes it. */
const wall = (at: number): string => new Date(at + ZONE_MS).toISOString().slice(0, 16);
const written = (at: number): string => wall(at).slice(0, 10).split('-').toReversed().join('/');

const SESSION_AT = `(SELECT ordinality - 1 FROM rule_set_version r, jsonb_array_elements(r.definition -> 'stages') WITH ORDINALITY s(stage, ordinality)
  WHERE r.programme = n.programme AND r.version = n.rule_set_version AND stage ->> 'kind' = 'session')`;

browserSuite('calling a council together from the console', () => {
  let desk: ConsoleDesk;
  let waiting: readonly string[];
  let onNotice = '';

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    await seatCouncil(desk.stack.database, { seats: 3, noticeWorkingDays: 5 });
    const season = { programme: SHIPPED, key: '2024', ruleSetVersion: '2024.1', opensAt: Date.now() - DAY };
    await new CampaignRepository(desk.stack.database).openIfAbsent(season);
    waiting = await desk.stack.submit(2, { programme: SHIPPED });
    for (const id of waiting) await desk.stack.view.waitForTask(id);
    // As its steps before would have left it: only what is read of it counts here.
    await desk.stack.view.rows(`UPDATE nomination n SET state = 'IN_SESSION', stage_index = ${SESSION_AT} WHERE id = ANY($1)`, [waiting]);
    const answer = await desk.stack.accept(proposal(1));
    onNotice = answer.is === 'accepted' ? (answer.nominationId ?? '') : '';
    await waitFor('the notice', 40_000, async () => (await desk.stack.view.stateOf(onNotice)) === 'ON_NOTICE');
  }, 180_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

  it('a shipped secretariat sees no session of others, is told what is missing, chooses, sees who is called and calls them', async () => {
    const flaws: string[] = [];
    const complaints = await desk.visit({ email: SECRETARIAT, language: 'vi', viewport: DESKTOP }, async (page) => {
      await page.goto('/sessions');
      await page.getByText('Chưa có phiên họp nào của hội đồng').waitFor();
      await page.getByRole('link', { name: 'Triệu tập phiên họp' }).click();
      await page.getByText('Đã chọn: 2/2').waitFor();
      flaws.push(...(await flawsOf(page, 'the empty form')));
      await page.getByRole('button', { name: 'Xem trước giấy mời' }).click();
      await page.getByText('Cho biết ngày và giờ họp.').waitFor();
      await page.locator('[type=datetime-local][aria-invalid=true]:focus').waitFor();
      flaws.push(...(await flawsOf(page, 'the form with what is missing')));
      const meets = Date.now() + 7 * DAY;
      await field(page, 'Họp lúc').fill(wall(meets));
      await field(page, 'Đóng bỏ phiếu').fill(wall(meets - DAY));
      await page.getByRole('button', { name: 'Xem trước giấy mời' }).click();
      await page.getByText('Đóng bỏ phiếu phải sau lúc mở.').waitFor();
      await field(page, 'Đóng bỏ phiếu').fill(wall(meets + DAY));
      await page.getByRole('checkbox', { name: 'Đỗ Thanh Quỳnh' }).first().press('Space');
      await page.getByText('Đã chọn: 1/2').waitFor();
      await page.getByRole('button', { name: 'Xem trước giấy mời' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(`${String(SEATS_SHIPPED)}/${String(SEATS_SHIPPED)}`).waitFor();
      await dialog.getByText('Trần Ngọc Loan (chủ tịch)').waitFor();
      flaws.push(...(await flawsOf(page, 'the preview')));
      expect(await desk.stack.view.count(`council_session WHERE programme = $1`, [SHIPPED])).toBe(0);
      await dialog.getByRole('button', { name: 'Triệu tập phiên họp' }).click();
      await page.waitForURL(/\/sessions\/(?!new)/);
      await page.getByRole('heading', { name: 'Hội đồng Thi đua - Khen thưởng thành phố', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Ghi dự họp' }).waitFor();
      await page.getByRole('link', { name: 'Phiên họp hội đồng' }).first().click();
      await page.getByRole('cell', { name: `0/${String(SEATS_SHIPPED)}` }).waitFor();
    });
    expect([flaws, complaints]).toEqual([[], []]);
    const lines = await desk.stack.view.rows<{ id: string }>('SELECT nomination_id AS id FROM session_line');
    expect(lines.map(({ id }) => waiting.includes(id))).toEqual([true]);
  }, 120_000);

  it('offers what was not on that agenda for the next one, and nothing of another programme', async () => {
    await desk.visit({ email: SECRETARIAT, language: 'vi', viewport: PHONE }, async (page) => {
      await page.goto('/sessions/new');
      await page.getByText('Đã chọn: 1/1').waitFor();
      const offered = await page.getByLabel('Chương trình').getByRole('option').allTextContents();
      expect(offered).toEqual(['Công dân Thủ đô ưu tú']);
    });
  }, 60_000);

  it('refuses a day before the public notice has ended, and moves the session to the first lawful one, in English on a phone', async () => {
    const email = await desk.personWith('secretariat', PROGRAMME, 'thanh-pho');
    const [row] = await desk.stack.view.rows<{ at: Date }>('SELECT notice_ends_at AS at FROM nomination WHERE id = $1', [onNotice]);
    const ends = (row?.at.getTime() ?? 0) - 1;
    const lawful = written(ends + DAY);
    const flaws: string[] = [];
    const complaints = await desk.visit({ email, language: 'en', viewport: PHONE }, async (page) => {
      await page.goto(`/sessions/new?programme=${PROGRAMME}&council=${COUNCIL}`);
      await settled(page);
      await page.getByText(`On public notice, may be voted on from ${lawful}`).waitFor();
      await field(page, 'Meets').fill(`${wall(ends).slice(0, 10)}T08:30`);
      await field(page, 'Ballot closes').fill(`${wall(ends).slice(0, 10)}T11:30`);
      await page.getByRole('button', { name: 'Preview the call' }).click();
      await page.getByText(`the council meets at the earliest on ${lawful}.`).waitFor();
      await page.getByRole('alert').getByText('Đinh Ứng Viên 1', { exact: false }).waitFor();
      flaws.push(...(await flawsOf(page, 'the refusal')));
      await page.getByRole('button', { name: 'Move to 08:30' }).click();
      expect(await field(page, 'Meets').inputValue()).toBe(`${wall(ends + DAY).slice(0, 10)}T08:30`);
      expect(await field(page, 'Ballot closes').inputValue()).toBe(`${wall(ends + DAY).slice(0, 10)}T11:30`);
      await page.getByRole('button', { name: 'Preview the call' }).click();
      await page.getByRole('dialog').getByText('3/3').waitFor();
      flaws.push(...(await flawsOf(page, 'the preview')));
    });
    // The refusal itself is what the page is asked to show.
    expect([flaws, complaints.filter((text) => !text.includes('status of 422'))]).toEqual([[], []]);
  }, 120_000);
});
