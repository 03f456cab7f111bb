import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { assigneeOf, planWait, startClock, workingDaysBetween } from '@laurel/domain';
import { ruleSetInForce } from './in-force.ts';
import { listProgrammes, loadProgramme } from './load-programme.ts';
import { directoryOf } from './people-file.ts';
import { SHIPPED, withCopy } from './programme-folder.fixture.ts';
import { ProgrammeInvalid } from './problems.ts';
import { schemaFiles, writeSchemas } from './schema-files.ts';

const namTuLiem = join(SHIPPED, 'nam-tu-liem-ntvt');

describe('the shipped programmes', () => {
  it('are found by their folders', async () => {
    const names = await listProgrammes(SHIPPED);
    expect(names).toEqual(expect.arrayContaining(['dien-tap', 'nam-tu-liem-ntvt']));
    expect([names.includes('calendars'), names]).toEqual([false, [...names].sort()]);
  });

  it('read Nam Từ Liêm as three levels, two awards and five stages', async () => {
    const { ruleSets, demoCampaigns, programme } = await loadProgramme(namTuLiem);
    const [rules] = ruleSets;
    expect([programme, ruleSets.length, demoCampaigns]).toEqual(['nam-tu-liem-ntvt', 1, [{ key: '2022', opensAt: '2022-01-01' }]]);
    expect(rules?.levels.map(({ key, awards }) => `${key} ${awards}`)).toEqual(['grassroots false', 'district true', 'city true']);
    expect(rules?.stages.map(({ key }) => key)).toEqual(['intake', 'unit-review', 'district-decision', 'city-decision', 'publication']);
    expect(rules?.awards.map(({ exclusionGroup }) => exclusionGroup)).toEqual(['ntvt', 'ntvt']);
    expect(rules?.calendar).toMatchObject({
      id: 'viet-nam',
      covered: { from: 2022, to: 2027 },
      provisionalYears: [2027],
    });
    expect(rules).not.toHaveProperty('demoCampaigns');
  });

  it('know everyone who nominates or reviews in the demo season', async () => {
    const { people, ruleSets } = await loadProgramme(namTuLiem);
    const rules = ruleSets[0];
    if (!rules) throw new Error('one rule set is shipped');
    const directory = directoryOf('nam-tu-liem-ntvt', people, rules.calendar);
    const lines = (await readFile(join(namTuLiem, 'demo', 'events.ndjson'), 'utf8')).trim().split('\n');
    const nominators = lines.map((line) => (JSON.parse(line) as { data: { nominator: { unit: string; officer: string } } }).data.nominator);
    expect([lines.length, new Set(nominators.map(({ unit }) => unit)).size]).toEqual([112, 15]);
    for (const { unit, officer } of nominators) {
      expect(assigneeOf(directory, `${unit}/officer`, Date.parse('2022-09-01'))?.person.email).toBe(officer);
      expect(assigneeOf(directory, `${unit}/head`, Date.parse('2022-09-01'))?.actingFor).toBeNull();
    }
  });

  it('carry a calendar that agrees with the published notices', async () => {
    const { ruleSets } = await loadProgramme(namTuLiem);
    const calendar = ruleSets[0]?.calendar;
    if (!calendar) throw new Error('one rule set is shipped');
    expect(workingDaysBetween(calendar, '2025-08-20', '2025-09-04', true)).toBe(10);
    expect(workingDaysBetween(calendar, '2024-11-26', '2024-12-09', true)).toBe(10);
    const perYear = [2022, 2023, 2024, 2025, 2026, 2027].map((year) =>
      workingDaysBetween(calendar, `${year}-01-01`, `${year}-12-31`, true),
    );
    // 52 weeks of five days and the year's odd days, less eleven holidays of which none is lost to a weekend.
    expect(perYear).toEqual([249, 249, 251, 250, 250, 250]);
  });

  it('end a rehearsal wait that nobody answers within twelve seconds', async () => {
    const { ruleSets } = await loadProgramme(join(SHIPPED, 'dien-tap'));
    for (const rules of ruleSets)
      for (const stage of rules.stages) {
        if (stage.kind !== 'review' && stage.kind !== 'decision') continue;
        for (const at of [4_000_000, 4_001_999, 4_003_999]) {
          const plan = planWait(rules.calendar, stage.wait, startClock(rules.calendar, stage.wait.clock, at));
          expect((plan?.closesAt ?? Infinity) - at).toBeLessThanOrEqual(12_000);
          expect(plan?.reminders.length).toBe(2);
        }
      }
  });
});

describe('versions', () => {
  const change = (text: string, version: string, from: string, to: string): string =>
    text.replace('version: "1"', `version: "${version}"`).replace('validFrom: 2020-01-01', `validFrom: ${from}\nvalidTo: ${to}`);

  async function twoVersions(dir: string, second: readonly [string, string, string]): Promise<void> {
    await mkdir(join(dir, 'versions'));
    await rename(join(dir, 'programme.yaml'), join(dir, 'versions', '1.yaml'));
    const text = await readFile(join(dir, 'versions', '1.yaml'), 'utf8');
    await writeFile(join(dir, 'versions', '1.yaml'), change(text, '1', '2020-01-01', '2021-12-31'));
    await writeFile(join(dir, 'versions', '2.yaml'), change(text, ...second).replace('key: thu,', 'key: thu-2,'));
  }

  it('are in force by date, the last day included, and none outside', async () => {
    const { ruleSets } = await withCopy([], async (dir) => {
      await twoVersions(dir, ['2', '2022-01-01', '2022-12-31']);
      return loadProgramme(dir);
    });
    const inForce = ['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01', '2023-01-01'].map(
      (on) => ruleSetInForce(ruleSets, on)?.version,
    );
    expect(inForce).toEqual([undefined, '1', '1', '2', undefined]);
  });

  it('must not overlap nor share a number', async () => {
    const loading = withCopy([], async (dir) => {
      await twoVersions(dir, ['1', '2021-12-31', '2022-12-31']);
      return loadProgramme(dir);
    });
    const error = await loading.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProgrammeInvalid);
    if (error instanceof ProgrammeInvalid) expect(error.problems.map(({ field }) => field)).toEqual(['version', 'validFrom']);
  });
});

describe('the schemas for editors', () => {
  it('are committed as the code has them; `writeSchemas` brings them up to date', async () => {
    for (const [name, text] of schemaFiles()) expect(await readFile(join(SHIPPED, name), 'utf8')).toBe(text);
  });

  it('are written where they are asked for, twice the same', async () => {
    await withCopy([], async (dir) => {
      expect(await writeSchemas(dir)).toEqual(await writeSchemas(dir));
      expect(await readFile(join(dir, 'programme.schema.json'), 'utf8')).toContain('Laurel programme');
    });
  });
});

describe('people by date', () => {
  it('hold a post to the end of their last day', async () => {
    const { people, ruleSets } = await loadProgramme(namTuLiem);
    const rules = ruleSets[0];
    if (!rules) throw new Error('one rule set is shipped');
    const substitutions = [
      {
        post: 'district/chairman',
        person: 'pho-chu-tich-quan',
        from: '2022-09-01',
        to: '2022-09-05',
        reason: 'Đi công tác',
      },
    ];
    const directory = directoryOf('nam-tu-liem-ntvt', { ...people, substitutions }, rules.calendar);
    const who = (at: string): string | undefined => assigneeOf(directory, 'district/chairman', Date.parse(at))?.person.id;
    expect([who('2022-08-31T16:59:59Z'), who('2022-08-31T17:00:00Z')]).toEqual(['chu-tich-quan', 'pho-chu-tich-quan']);
    expect([who('2022-09-05T16:59:59Z'), who('2022-09-05T17:00:00Z')]).toEqual(['pho-chu-tich-quan', 'chu-tich-quan']);
  });
});
