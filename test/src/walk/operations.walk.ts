import { expect } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../stack/index.ts';
import { flawsOf } from '../browser/axe.ts';
import { DESKTOP, PHONE } from '../browser/chromium.ts';
import { settled, type ConsoleDesk } from '../browser/console.desk.ts';

/** What issue and contract promise. */
const FOUND_WITHIN_MS = 60_000;

/** A folder for pictures and figures. */
const KEPT_IN = process.env['LAUREL_WALK_FOLDER'];

/** The loops look at their ordinary pace, and the page is left alone as an operator leaves it: the seconds are what an operator waits. */
export const WALK_SETTINGS = { STUCK_EVERY_SECONDS: '15' } as const;

/** What the rows are called. */
export const TITLE = {
  timer: 'Hẹn giờ không chạy',
  overdue: 'Quá hạn mà hệ thống chưa xử lý',
  lag: 'Dữ liệu hiển thị chậm hơn thực tế',
  undeliverable: 'Thư không tới người nhận',
  silent: 'Người xử lý chưa trả lời',
  channel: 'Máy chủ thư hỏng',
  retrying: 'Một bước chạy đi chạy lại không xong',
  paused: 'Một bước đang bị tạm dừng',
  dead: 'Sự kiện không xử lý được',
  version: 'Kẹt ở bản dựng không còn chạy',
  code: 'Lỗi chương trình',
  server: 'Không kết nối được máy chủ Temporal',
  worker: 'Không có tiến trình nào nhận việc',
} as const;

interface Figure {
  readonly row: string;
  readonly caseId: string | null;
  readonly seenAfterSeconds: number;
  readonly remedy: string;
  readonly goneAfterSeconds: number | null;
}

/** An operator at the page of what is stuck. */
export class OperationsWalk {
  readonly page: Page;
  private readonly figures: Figure[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async begin(desk: ConsoleDesk): Promise<OperationsWalk> {
    const page = await desk.seat({ email: await desk.personWith('operator'), language: 'vi', viewport: DESKTOP });
    const walk = new OperationsWalk(page);
    await walk.look();
    return walk;
  }

  /** The row of this title that names the case, once it is there; `since` is when its cause began, UTC milliseconds. */
  async sees(title: string, since: number, caseId: string | null = null): Promise<Locator> {
    const row = this.row(title, caseId);
    await this.until(`"${title}"`, since + FOUND_WITHIN_MS, async () => (await row.count()) > 0);
    const seenAfterSeconds = secondsSince(since);
    this.figures.push({ row: title, caseId, seenAfterSeconds, remedy: '–', goneAfterSeconds: null });
    return row;
  }

  /** Presses the remedy: why, what would happen, that it is meant, and what became of each case. Answers when it was meant. */
  async cures(row: Locator, remedy: string, fields: Readonly<Record<string, string>> = {}): Promise<number> {
    await row.getByRole('button', { name: remedy, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
    await dialog.getByLabel('Lý do').fill('Xử lý theo quy trình vận hành.');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByText('Sẽ làm').first().waitFor();
    await this.keepDialog(`${remedy} – xem trước`);
    const pressed = Date.now();
    await dialog.getByRole('button', { name: 'Xác nhận' }).click();
    await dialog.getByText('Đã làm').first().waitFor({ timeout: 60_000 });
    await this.keepDialog(`${remedy} – kết quả`);
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    return pressed;
  }

  /** Until no row of this title names the case; `since` is when the remedy was pressed or the cause ended. */
  async seesNoMore(title: string, since: number, caseId: string | null = null, remedy = '–'): Promise<void> {
    const row = this.row(title, caseId);
    await this.until(`no "${title}"`, since + 2 * FOUND_WITHIN_MS, async () => (await row.count()) === 0);
    const figure = this.figures.findLast((one) => one.row === title && (caseId === null || one.caseId === caseId));
    if (figure) Object.assign(figure, { remedy, goneAfterSeconds: secondsSince(since) });
    this.write();
  }

  /** Presses the remedy and sees the row go away. Answers when it was meant. */
  async cured(
    row: Locator,
    title: string,
    caseId: string | null,
    remedy: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const pressed = await this.cures(row, remedy, fields);
    await this.seesNoMore(title, pressed, caseId, remedy);
    return pressed;
  }

  /** Pictures for an office's screen and for a phone, and that neither has a flaw. */
  async keep(name: string): Promise<void> {
    for (const viewport of [PHONE, DESKTOP]) {
      await this.page.setViewportSize(viewport);
      expect(await flawsOf(this.page, name)).toEqual([]);
      if (KEPT_IN === undefined) continue;
      mkdirSync(KEPT_IN, { recursive: true });
      const path = join(KEPT_IN, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${String(viewport.width)}.png`);
      await this.page.screenshot({ path, fullPage: true });
    }
    this.write();
  }

  /** The dialog is one for all remedies, and the console's own suite looks at it for flaws: here it is kept where pictures are. */
  private async keepDialog(name: string): Promise<void> {
    if (KEPT_IN !== undefined) await this.keep(name);
  }

  async look(tab: 'stuck' | 'health' = 'stuck'): Promise<void> {
    await this.page.goto(`/operations?tab=${tab}`);
    await settled(this.page);
  }

  private row(title: string, caseId: string | null): Locator {
    const rows = this.page.getByRole('region', { name: title, exact: true });
    return caseId === null ? rows : rows.filter({ hasText: caseId });
  }

  private async until(what: string, end: number, ask: () => Promise<boolean>): Promise<void> {
    await waitFor(what, end - Date.now(), ask, 200);
  }

  private write(): void {
    if (KEPT_IN !== undefined) writeFileSync(join(KEPT_IN, 'figures.json'), `${JSON.stringify(this.figures, null, 2)}\n`);
  }
}

const secondsSince = (instant: number): number => Math.round((Date.now() - instant) / 100) / 10;
