import { CampaignRepository, KeyRepository, RulesRepository, SCOPES } from '@laurel/db';
import type { RuleSet, StageDef, WaitRule, WorkingCalendar } from '@laurel/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pause, prepareStack, waitFor, type Stack } from '../stack/index.ts';

/** A day of the season: from 2 June to 12 September 2022 are 102 days, 18 July is the 46th. */
const DAY_MS = 200;
const OPENED = '2022-06-02';
const PLANNED = '2022-07-18';
const REPORTED = '2022-09-12';
const dayOf = (date: string): number => (Date.parse(date) - Date.parse(OPENED)) / 86_400_000;

const CALENDAR: WorkingCalendar = {
  id: 'long-run',
  version: '1',
  days: { kind: 'fixed', dayMs: DAY_MS },
  weekend: [],
  holidays: [],
  swapDays: [],
  covered: 'all',
  office: { dayOpens: '06:00', dayCloses: '18:00', mailAt: '12:00' },
};

/** Units compile for years: reminded on the 20th, on the day of the plan, on the 90th and on the 150th day. */
const WAIT: WaitRule = {
  clock: { mode: 'working-days', days: 2_000, countStartDay: false },
  remindAt: [20, dayOf(PLANNED), 90, 150].map((day) => day - 2_000),
  escalateAfter: null,
  closesAfter: 2,
};

function compiling(rules: RuleSet): RuleSet {
  const unhurried = (stage: StageDef): StageDef =>
    stage.kind === 'review' && stage.key === 'unit-review' ? { ...stage, wait: WAIT, timeout: { kind: 'lapse' } } : stage;
  return { ...rules, version: 'long-run', calendar: CALENDAR, stages: rules.stages.map(unhurried) };
}

const FILED = 10;

/** Scenario 12: a long run that is still open when it is reported on; engine restarted and upgraded twice meanwhile. */
describe('a season of 102 days that is still open', () => {
  let stack: Stack;
  let folder: string;
  let apiKey: string;
  const upgrades: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laurel-long-run-'));
    for (const name of ['upgraded-once', 'upgraded-twice']) {
      const source = new URL(`../../../workflows/dist/nomination/${name}.fixture.js`, import.meta.url);
      const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(source), logger: new DefaultLogger('ERROR') });
      upgrades.push(join(folder, `${name}.js`));
      await writeFile(join(folder, `${name}.js`), code);
    }
    stack = await prepareStack({ ownTemporal: true });
    const rules = new RulesRepository(stack.database);
    await rules.publish(compiling(await rules.ruleSet('dien-tap', '1')));
    await new CampaignRepository(stack.database).openIfAbsent({
      programme: 'dien-tap',
      key: 'long-run',
      ruleSetVersion: 'long-run',
      opensAt: 0,
    });
    ({ key: apiKey } = await new KeyRepository(stack.database).create('report', { scopes: SCOPES }));
    stack.startWorkers();
    await stack.startApi();
  }, 120_000);

  afterAll(async () => {
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function upgradeEngine(bundle: string | undefined): Promise<void> {
    await stack.worker.kill();
    await stack.servers.temporal.kill();
    await stack.servers.temporal.start();
    stack.worker.start(bundle === undefined ? {} : { WORKFLOW_BUNDLE: bundle });
  }

  /** Which reminders each of the tasks has had, in order. */
  async function remindersOf(ids: readonly string[]): Promise<readonly (readonly number[])[]> {
    const rows = await stack.view.rows<{ occurrences: number[] | null }>(
      `SELECT array_agg(m.occurrence ORDER BY m.occurrence) FILTER (WHERE m.id IS NOT NULL) AS occurrences
         FROM task t LEFT JOIN mail_ledger m ON m.task_id = t.id AND m.kind = 'reminder' WHERE t.nomination_id = ANY($1) GROUP BY t.id`,
      [ids],
    );
    return rows.map(({ occurrences }) => occurrences ?? []);
  }

  /** The planned reminders that each case has behind it. What fell due while the engine was away is one mail, not a burst. */
  async function doneOf(ids: readonly string[]): Promise<readonly (readonly number[])[]> {
    const rows = await stack.view.rows<{ done: number[] }>(`SELECT wait -> 'remindersDone' AS done FROM nomination WHERE id = ANY($1)`, [
      ids,
    ]);
    return rows.map(({ done }) => done);
  }

  const reminded = (ids: readonly string[], times: number): Promise<true> =>
    waitFor(`${String(times)} reminders each`, 120_000, async () => {
      const seen = await doneOf(ids);
      if (seen.some((done) => done.length < times)) throw new Error(JSON.stringify(seen));
      return true as const;
    });

  /** None twice, and the latest that was due is among them: the instants on the way may have become one. */
  async function expectEachOnce(ids: readonly string[]): Promise<void> {
    const done = await doneOf(ids);
    expect(done.every((occurrences) => occurrences.join() === occurrences.map((_, i) => i).join())).toBe(true);
    for (const mailed of await remindersOf(ids)) {
      expect(new Set(mailed).size).toBe(mailed.length);
      expect(mailed.at(-1)).toBe(Math.max(...done.flat()));
    }
  }

  async function until(day: number, begun: number): Promise<void> {
    await pause(Math.max(0, begun + day * DAY_MS - Date.now()));
  }

  const get = async (path: string): Promise<unknown> =>
    (await stack.http.ask(path, { headers: { authorization: `Bearer ${apiKey}` } })).json;

  it('loses no timer and sends no second reminder; the report of the 102nd day shows all compiling, none decided', async () => {
    expect([dayOf(PLANNED), dayOf(REPORTED)]).toEqual([46, 102]);
    const begun = Date.now();
    const wishes = { programme: 'dien-tap', campaign: 'long-run' } as const;
    const first = await stack.submit(FILED, wishes);
    for (const id of first) await stack.view.waitForTask(id);

    await reminded(first, 1);
    await upgradeEngine(upgrades[0]);
    const second = await stack.submit(1, wishes);
    await reminded(first, 2);
    await upgradeEngine(upgrades[1]);
    const third = await stack.submit(1, wishes);
    await reminded(first, 3);
    for (const id of [...second, ...third]) await stack.view.waitForTask(id);

    await until(102, begun);
    const open = (await get('/v1/nominations?programme=dien-tap&campaign=long-run&state=RECEIVED&limit=100')) as {
      readonly items: readonly object[];
    };
    const titles = (await get(`/v1/reports/titles?programme=dien-tap&asOf=${new Date().toISOString().slice(0, 10)}`)) as {
      readonly total: number;
    };
    expect([open.items.length, titles.total]).toEqual([FILED + 2, 0]);
    await expectEachOnce(first);

    await reminded(first, 4);
    await expectEachOnce(first);
    await stack.view.waitForMails();
    const workflowBundle = upgrades[1];
    expect(await stack.verify({ ...(workflowBundle !== undefined && { workflowBundle }), replaySample: 12 })).toEqual([]);
  }, 300_000);
});
