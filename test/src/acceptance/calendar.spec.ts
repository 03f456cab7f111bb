import { RecalculationRepository, RulesRepository } from '@laurel/db';
import { loadProgramme } from '@laurel/programmes';
import { fullReview, VirtualSeason, type VirtualNomination } from '@laurel/testing';
import type { ClockRule, RuleSet, StageDef, WorkingCalendar } from '@laurel/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, ROOT, SECRET, submittedEvent, waitFor } from '../stack/index.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const bundle = new URL('../../../workflows/dist/workflow-bundle.js', import.meta.url);
const vn = (written: string): number => Date.parse(`${written.replace(' ', 'T')}+07:00`);
const iso = (written: string): string => new Date(vn(written)).toISOString();
const tenDays = (countStartDay: boolean): ClockRule => ({ mode: 'working-days', days: 10, countStartDay });

async function shipped(): Promise<RuleSet> {
  const [rules] = (await loadProgramme(join(ROOT, 'programmes', PROGRAMME))).ruleSets;
  if (!rules) throw new Error('No rules are shipped');
  return rules;
}

/** Scenario 14, the two published notices: each ends on the day that its paper names. */
describe('a public notice of ten working days', () => {
  let season: VirtualSeason | null = null;
  afterEach(() => season?.close());

  async function publishedAt(at: string, countStartDay: boolean): Promise<VirtualNomination> {
    const { calendar } = await shipped();
    season = await VirtualSeason.open({
      bundle,
      startsAt: vn(at),
      rules: fullReview({ calendar, notice: { clock: tenDays(countStartDay) } }),
    });
    const nomination = await season.submit();
    for (const choice of ['approve', 'eligible', 'agree', 'agree'] as const) await nomination.decide(choice);
    expect(nomination.standing.stage).toBe('notice');
    return nomination;
  }

  it.each([
    ['2025-08-20', true, '2025-09-04'],
    ['2024-11-26', true, '2024-12-09'],
    ['2024-11-26', false, '2024-12-10'],
  ] as const)(
    'from %s, start day counted: %s, ends on %s and lets the nomination go on then, not before',
    async (from, counted, until) => {
      const nomination = await publishedAt(`${from} 09:00`, counted);
      const endsAt = vn(`${until} 17:00`);
      expect(season?.desk.fileOf(nomination.id).noticeEndsAt).toBe(endsAt);
      await season?.advanceTo(endsAt - 1);
      expect(nomination.standing.stage).toBe('notice');
      await season?.advanceTo(endsAt);
      expect(nomination.standing.stage).toBe('decision');
    },
    60_000,
  );
});

/** Scenario 14, the calendar that changes under a running case. */
describe('a holiday that is added afterwards', () => {
  let registry: RegistryStack;
  let calendar: WorkingCalendar;

  beforeAll(async () => {
    registry = await RegistryStack.start();
    const rules = await shipped();
    calendar = rules.calendar;
    const wait = { clock: tenDays(true), remindAt: [], escalateAfter: null, closesAfter: 900 };
    const patient = (stage: StageDef): StageDef => (stage.kind === 'review' ? { ...stage, wait } : stage);
    await registry.open({ campaign: 'lich', rules: { stages: rules.stages.map(patient) } });
  }, 60_000);

  afterAll(async () => {
    await registry.close();
  });

  async function received(campaign = 'lich', at = vn('2025-08-20 09:00')): Promise<string> {
    const answer = await registry.stack.intake.accept(submittedEvent({ campaign }), { apiKeyId: null, at });
    if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
    const { nominationId } = answer;
    await registry.stack.view.waitForTask(nominationId);
    return nominationId;
  }

  async function dueOf(id: string): Promise<unknown> {
    const { openTasks } = await registry.get(`/v1/nominations/${id}`);
    return (openTasks as readonly { readonly dueAt: string }[])[0]?.dueAt;
  }

  it('changes nothing for a running case until an audited recalculation, and counts for what begins later', async () => {
    const id = await received();
    expect(await dueOf(id)).toBe(iso('2025-09-04 17:00'));
    const added = { on: '2025-09-03', name: { vi: 'Nghỉ thêm', en: 'An added day off' }, source: 'đặt ra để thử' };
    const later = { ...calendar, version: `${calendar.version}-them`, holidays: [...calendar.holidays, added] };
    await new RulesRepository(registry.stack.database).publishCalendar(later);
    const next = await received();
    expect([await dueOf(id), await dueOf(next)]).toEqual([iso('2025-09-04 17:00'), iso('2025-09-05 17:00')]);

    const recalculations = new RecalculationRepository(registry.stack.database);
    const order = { programme: PROGRAMME, calendarVersion: later.version, reason: 'Bổ sung ngày nghỉ 3/9', actor: 'operator:lich' };
    expect(await recalculations.recalculate(order)).toBe(1);
    await waitFor('the deadline to move', 30_000, async () => (await dueOf(id)) === iso('2025-09-05 17:00'));
    expect(await dueOf(next)).toBe(iso('2025-09-05 17:00'));
    const { entries } = (await registry.get(`/v1/nominations/${id}/timeline`)) as { readonly entries?: readonly object[] };
    expect(entries?.at(-1)).toMatchObject({ action: 'deadlines-recalculated', actor: 'operator:lich', reason: 'Bổ sung ngày nghỉ 3/9' });
    expect(await recalculations.recalculate(order)).toBe(0);
  }, 90_000);

  it('is missing where a deadline leaves the years that the calendar knows: that is told, never counted as free of holidays', async () => {
    const to = new Date().getUTCFullYear() + 1;
    const ending = { ...calendar, version: `${calendar.version}-het`, covered: { from: 2000, to } };
    await registry.open({ campaign: 'het', rules: { calendar: ending } });
    const ids = await Promise.all([Date.now(), vn(`${String(to)}-12-27 09:00`)].map((at) => received('het', at)));
    const flagOf = async (id: string): Promise<unknown> => (await registry.get(`/v1/nominations/${id}`))['outsideCalendar'];
    expect(await Promise.all(ids.map(flagOf))).toEqual([false, true]);
  }, 60_000);

  it('is brought by the command: once to each open nomination, under a version of its own', async () => {
    const id = await received();
    const dueBefore = await dueOf(id);
    const folder = await mkdtemp(join(tmpdir(), 'laurel-calendar-'));
    try {
      await cp(join(ROOT, 'programmes'), folder, { recursive: true });
      const calendarFile = join(folder, 'calendars', 'viet-nam.yaml');
      const shippedText = await readFile(calendarFile, 'utf8');
      const twoDays = ['28', '29'].map(
        (on) => `  - { on: 2025-08-${on}, name: { vi: "Nghỉ thêm", en: "Day off" }, source: "đặt ra để thử" }`,
      );
      const changed = shippedText.replace('\nholidays:\n', `\nholidays:\n${twoDays.join('\n')}\n`);
      await writeFile(calendarFile, changed);
      const order = ['recalculate', '--programme', PROGRAMME, '--reason', 'Nghỉ bão hai ngày'];
      expect(await command(folder, order)).toMatchObject({ code: 2, said: expect.stringContaining('is published with other days') });

      await writeFile(calendarFile, changed.replace(/version: "(.+)"/, 'version: "$1-bao"'));
      const check = ['check', '--programme', PROGRAMME, '--json'];
      const { nominations } = JSON.parse((await command(folder, check)).said) as { readonly nominations: number };
      expect(nominations).toBeGreaterThan(0);
      expect(await command(folder, ['recalculate', '--programme', PROGRAMME])).toMatchObject({
        code: 2,
        said: expect.stringContaining('--reason is missing'),
      });
      expect(await dueOf(id)).toBe(dueBefore);

      expect(JSON.parse((await command(folder, [...order, '--json'])).said)).toMatchObject({ nominations });
      await waitFor('the deadline to move', 30_000, async () => (await dueOf(id)) === iso('2025-09-08 17:00'));
      expect((await command(folder, order)).said).toContain('0 hồ sơ');
      const recalculated = await registry.stack.view.rows(`SELECT 1 FROM act WHERE nomination_id = '${id}' AND kind = 'recalculate'`);
      expect(recalculated).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 90_000);

  async function command(programmes: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = new Child('apps/worker/dist/cli/calendar.js', registry.stack.servers.environment(SECRET));
    child.start({ PROGRAMMES_DIR: programmes }, args);
    return { code: await child.ended(), said: child.output };
  }
});
