import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgramme } from './run.ts';

const SHIPPED = fileURLToPath(new URL('../../../../../programmes', import.meta.url));
let copy = '';

const run = (...args: string[]): ReturnType<typeof runProgramme> => runProgramme([...args, '--programmes', SHIPPED]);
const inCopy = (...args: string[]): ReturnType<typeof runProgramme> => runProgramme([...args, '--programmes', copy]);

async function edit(file: string, find: string, put: string): Promise<void> {
  const text = await readFile(join(copy, file), 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no "${find}"`);
  await writeFile(join(copy, file), text.replace(find, put));
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'laurel-command-'));
  await cp(join(SHIPPED, 'calendars'), join(copy, 'calendars'), { recursive: true });
  for (const name of ['two-versions', 'two-routes', 'broken']) await cp(join(SHIPPED, 'dien-tap'), join(copy, name), { recursive: true });
  await edit('broken/programme.yaml', 'programme: dien-tap', 'programme: broken');
  await edit('broken/programme.yaml', 'maxReturns: 1', 'maxReturns: many');
  await makeTwoRoutes();
  await edit('two-versions/programme.yaml', 'programme: dien-tap', 'programme: two-versions');
  await mkdir(join(copy, 'two-versions/versions'));
  const first = await readFile(join(copy, 'two-versions/programme.yaml'), 'utf8');
  await rm(join(copy, 'two-versions/programme.yaml'));
  await writeFile(
    join(copy, 'two-versions/versions/1.yaml'),
    first.replace('validFrom: 2020-01-01', 'validFrom: 2020-01-01\nvalidTo: 2024-12-31'),
  );
  const second = first
    .replace('version: "1"', 'version: "2"')
    .replace('validFrom: 2020-01-01', 'validFrom: 2025-01-01')
    .replace('maxReturns: 1', 'maxReturns: 2');
  await writeFile(
    join(copy, 'two-versions/versions/2.yaml'),
    second.replace('demoCampaigns:\n  - { key: thu, opensAt: 2020-01-01 }', 'demoCampaigns: []'),
  );
});

/** The rehearsal with its one route written twice: first for ad-hoc feats, then for everything. */
async function makeTwoRoutes(): Promise<void> {
  const text = (await readFile(join(copy, 'two-routes/programme.yaml'), 'utf8')).replace('programme: dien-tap', 'programme: two-routes');
  const [head = '', rest = ''] = text.split('\nstages:\n');
  const [stages = '', tail = ''] = rest.split('\nwithdrawUntil:');
  const indented = stages.replaceAll(/^(?=.)/gm, '    ');
  const route = (key: string, wanted: string): string =>
    `  - key: ${key}\n    name: { vi: "Đường ${key}", en: "Way ${key}" }\n${wanted}    stages:\n${indented}\n`;
  const routes = route('feat', '    for: { streams: [ad-hoc] }\n') + route('standard', '');
  await writeFile(join(copy, 'two-routes/programme.yaml'), `${head}\nroutes:\n${routes}\nwithdrawUntil:${tail}`);
}

afterAll(() => rm(copy, { recursive: true }));

describe('npm run programme -- validate', () => {
  it('finds the shipped programmes valid', async () => {
    const { output, exitCode } = await run('validate', '--json');
    expect([exitCode, (JSON.parse(output) as { valid: boolean }).valid]).toEqual([0, true]);
    expect((await run('validate', 'nam-tu-liem-ntvt')).output).toBe('nam-tu-liem-ntvt: đúng (phiên bản 2022.1; 5 bước)\n');
  });

  it('names file, line and field of a mistake, says the cure and ends with 1', async () => {
    const { output, exitCode } = await inCopy('validate');
    expect([exitCode, output.split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(/^broken\/programme\.yaml:\d+:3 completion\.maxReturns: .+ \/ .+/),
        'two-routes: đúng (phiên bản 1; 2 đường đi, 12 bước)',
        'two-versions: đúng (phiên bản 1, 2; 6 bước)',
        '',
      ],
    ]);
  });

  it('tells the same to machines', async () => {
    const { output } = await inCopy('validate', 'broken', '--json');
    const answer = JSON.parse(output) as { valid: boolean; programmes: { problems: object[] }[] };
    expect(answer.valid).toBe(false);
    expect(answer.programmes[0]?.problems[0]).toMatchObject({
      file: 'broken/programme.yaml',
      line: expect.any(Number),
      field: 'completion.maxReturns',
    });
  });

  it('is what every other command does first', async () => {
    const { output, errors, exitCode } = await inCopy('explain', 'broken');
    expect([output, errors.startsWith('broken/programme.yaml:'), exitCode]).toEqual(['', true, 1]);
  });
});

describe('npm run programme -- clock', () => {
  it('counts ten working days from 20/8/2025, that day counted, to 4/9/2025', async () => {
    const { output, exitCode } = await run('clock', '--from', '2025-08-20', '--working-days', '10', '--count-start', '--json');
    expect([exitCode, output.startsWith('{"dueOn":"2025-09-04",')]).toEqual([0, true]);
    expect(JSON.parse(output)).toMatchObject({
      steppedOver: expect.arrayContaining([{ on: '2025-09-02', why: 'holiday', name: { vi: 'Quốc khánh', en: 'National Day' } }]),
    });
  });

  it('does not count the start day without --count-start, and speaks English when asked', async () => {
    const { output } = await run('clock', '--from', '2024-11-26', '--working-days', '10', '--calendar', 'viet-nam', '--lang', 'en');
    expect(output.split('\n')[0]).toBe('Due: 17:00 on Tuesday 10 December 2024');
  });
});

describe('npm run programme -- explain, diagram, diff, simulate', () => {
  it('explains in Vietnamese unless told otherwise', async () => {
    const [vi, en] = [await run('explain', 'nam-tu-liem-ntvt'), await run('explain', 'nam-tu-liem-ntvt', '--lang', 'en')];
    expect([vi.output.split('\n')[0], en.output.split('\n')[0]]).toEqual([
      'nam-tu-liem-ntvt, phiên bản 2022.1',
      'nam-tu-liem-ntvt, version 2022.1',
    ]);
  });

  it('draws to the output or into a file', async () => {
    const file = join(copy, 'route.svg');
    const [shown, saved] = [await run('diagram', 'dien-tap'), await run('diagram', 'dien-tap', '--out', file, '--json')];
    expect(await readFile(file, 'utf8')).toBe(shown.output);
    expect(JSON.parse(saved.output)).toEqual({ programme: 'dien-tap', version: '1', out: file });
  });

  it('compares two versions by number, and by the paths of their files', async () => {
    const byNumber = await inCopy('diff', 'two-versions', '--from', '1', '--to', '2');
    const paths = [1, 2].map((version) => join(copy, `two-versions/versions/${version}.yaml`));
    expect(byNumber.output).toContain('Trả lại để bổ sung\n  Số lần:\n    trước: nhiều nhất 1 lần\n    nay:   nhiều nhất 2 lần\n');
    expect((await inCopy('diff', ...paths)).output).toBe(byNumber.output);
  });

  it('simulates the version in force on the day', async () => {
    const simulated = async (on: string): Promise<unknown> =>
      (JSON.parse((await inCopy('simulate', 'two-versions', '--file-on', on, '--json')).output) as { version: string }).version;
    expect([await simulated('2024-12-31'), await simulated('2025-01-01')]).toEqual(['1', '2']);
    expect((await run('simulate', 'nam-tu-liem-ntvt', '--file-on', '2026-04-27', '--answered', 'closing')).output).toContain(
      'sát lúc khép',
    );
  });
});

describe('a programme with several routes', () => {
  interface Told {
    readonly route: { readonly key: string } | null;
    readonly routes?: readonly Told[];
  }
  const told = async (...args: string[]): Promise<Told> =>
    JSON.parse((await inCopy('simulate', 'two-routes', '--file-on', '2026-04-27', '--json', ...args)).output) as Told;

  it('is simulated on all of them, on the one named, or on the one that a nomination would take', async () => {
    expect((await told()).routes?.map(({ route }) => route?.key)).toEqual(['feat', 'standard']);
    expect((await told('--route', 'standard')).route?.key).toBe('standard');
    expect((await told('--stream', 'ad-hoc')).route?.key).toBe('feat');
    expect((await told('--award', 'dien-tap-city', '--stream', 'regular', '--kind', 'household')).route?.key).toBe('standard');
  });

  it('is drawn with all of them, or the one named', async () => {
    const [all, one] = [await inCopy('diagram', 'two-routes'), await inCopy('diagram', 'two-routes', '--route', 'feat')];
    expect([all, one].map(({ output }) => [output.includes('Đường feat'), output.includes('Đường standard')])).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it.each([
    [['--route', 'none'], '--route "none" is not there: use feat, standard.'],
    [['--award', 'medal'], '--award is "medal": give one of dien-tap-district, dien-tap-city.'],
    [['--stream', 'daily'], '--stream is "daily": give one of regular, campaign, thematic, ad-hoc.'],
    [['--kind', 'horse'], '--kind is "horse": give one of individual, collective, household.'],
  ])('refuses %j with its cure', async (args, cure) => {
    const { errors, exitCode } = await inCopy('simulate', 'two-routes', '--file-on', '2026-04-27', ...args);
    expect([exitCode, errors.includes(cure)]).toEqual([2, true]);
  });
});

describe('what was typed wrongly', () => {
  it.each([
    [['simulate', 'nam-tu-liem-ntvt', '--file-on', '2021-04-27'], '--file-on 2021-04-27: no version is in force on that day'],
    [['simulate', 'nam-tu-liem-ntvt'], '--file-on is missing: add --file-on'],
    [['simulate', 'nam-tu-liem-ntvt', '--file-on', '2026-02-30'], '--file-on "2026-02-30" is not a date: write YEAR-MONTH-DAY'],
    [['simulate', 'nam-tu-liem-ntvt', '--file-on', '2026-02-03', '--answered', 'soon'], '--answered is "soon": give due or closing.'],
    [['explain'], 'The name of a programme is missing: write explain <name>'],
    [['explain', 'nobody'], 'There is no programme "nobody": use '],
    [['explain', './nowhere'], 'There is no "./nowhere": mend the path.'],
    [['explain', 'dien-tap', 'more'], '"more" is one word too many: write explain <name>'],
    [['explain', 'dien-tap', '--version', '9'], '--version "9": dien-tap has version 1 only.'],
    [['explain', 'dien-tap', '--lang', 'fr'], '--lang is "fr": give vi or en.'],
    [['diff', 'dien-tap', '--to', '1'], '--from is missing: add --from and a version (1).'],
    [['diff'], 'The name of a programme is missing: write diff <name>'],
    [['diagram', 'dien-tap', '--out', '/nowhere/at/all.svg'], '--out "/nowhere/at/all.svg" cannot be written'],
    [['clock', '--from', '2025-08-20', '--working-days', 'ten'], '--working-days is "ten": give a whole number from 1 to 1000.'],
    [
      ['clock', '--from', '2025-08-20', '--working-days', '1', '--calendar', 'moon'],
      '--calendar "moon" is not there: use rehearsal, viet-nam.',
    ],
    [['clock', '--from', '2025-08-20', '--working-days', '1', '--calendar', 'rehearsal'], '--calendar "rehearsal" has no civil dates'],
    [['clock', '--form', '2025-08-20'], 'There is no option --form: use --from, --working-days'],
    [['clock', '--from', '--count-start'], '--from lacks its value: write --from <value>.'],
    [['clock', '--count-start=yes'], '--count-start takes no value: write --count-start alone.'],
    [['draw'], 'There is no command "draw": use validate, explain, diagram, diff, simulate, clock.'],
  ])('%j is refused with its cure', async (args, cure) => {
    const { output, errors, exitCode } = await run(...args);
    expect([output, exitCode]).toEqual(['', 2]);
    expect(errors).toContain(cure);
  });

  it('is answered with the usage when nothing was typed, and help is no mistake', async () => {
    const [nothing, help] = [await runProgramme([]), await runProgramme(['help'])];
    expect([nothing.exitCode, help.exitCode]).toEqual([2, 0]);
    expect(nothing.errors).toBe(help.output);
  });

  it('is a folder without programmes or calendars', async () => {
    const empty = join(copy, 'broken');
    const asked = [
      await runProgramme(['validate', '--programmes', empty]),
      await runProgramme(['clock', '--from', '2025-08-20', '--working-days', '1', '--programmes', empty]),
    ];
    expect(asked.map(({ errors }) => errors.split(' / ')[1])).toEqual([
      `--programmes "${empty}" holds no programme: give the path of the folder programmes.\n`,
      `--programmes "${empty}" has no folder calendars: give the path of the folder programmes.\n`,
    ]);
  });
});
