import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@laurel/contracts';
import { importHistory } from '@laurel/worker';
import { Council } from './council.ts';
import { historyFile } from './history-file.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const TITLE = 'cong-dan-thu-do-uu-tu';
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const CAP = 10;
const HERO = { fullName: 'Phạm Thị Ngọc Lan', birthYear: 1950, unit: 'so-van-hoa' };
const SIGNED = { number: '5108/QĐ-UBND', signedOn: '2024-10-04' };

const isRecorded = (answer: Confirmation): boolean => answer !== 'NOT_CONFIRMED' && answer.recorded;

/** Scenario 5 (document 000): history, the title of a lifetime as it is shipped, and the cap of ten a year. */
describe('a title of a lifetime', () => {
  let world: RegistryStack;
  let council: Council;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.openShipped(TITLE, 'cap', '2024.1-rehearsal');
    council = new Council(world, { programme: TITLE, campaign: 'cap', council: 'city-council', seats: 15 });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const takeOver = (text: string, programme = PROGRAMME, fileName = 'lich-su.csv') =>
    importHistory(world.stack.database, { programme, fileName, bytes: Buffer.from(text), importedBy: 'thu', dryRun: false });
  const filed = async (fullName: string, unit: string): Promise<string> => {
    const id = await world.file({ programme: TITLE, campaign: 'cap', unit, nominee: { fullName, birthYear: 1960, unit } });
    await world.answer(id, 'unit', 'approve');
    await world.answer(id, 'city', 'eligible');
    return id;
  };

  it('is in the history beside 905 district and 121 city titles, taken over once', async () => {
    const file = historyFile([
      { award: 'ntvt-district', count: 905, years: YEARS },
      { award: 'ntvt-city', count: 121, years: YEARS },
    ]);
    expect(await takeOver(file)).toEqual({ is: 'imported', rows: 1_026, written: 1_026, before: false });
    expect(await takeOver(file)).toEqual({ is: 'imported', rows: 1_026, written: 0, before: true });
    const report = await world.titles('asOf=2022-12-31');
    expect(report).toMatchObject({
      total: 1_026,
      counts: [
        { award: 'ntvt-city', count: 121 },
        { award: 'ntvt-district', count: 905 },
      ],
    });
    const counts = report['counts'] as readonly { count: number; rows: readonly { source: string }[] }[];
    expect(counts.every(({ count, rows }) => count === rows.length && rows.every(({ source }) => source === 'history'))).toBe(true);
    expect(await world.titles('asOf=2013-12-31')).toMatchObject({ total: 0 });
  }, 60_000);

  it('is refused to whoever holds it already', async () => {
    const header = 'award;signed_on;nominee;kind;birth_year;unit';
    const row = `${TITLE};10/10/2014;${HERO.fullName};cá nhân;1950;so-van-hoa`;
    expect(await takeOver(`${header}\n${row}`, TITLE, 'mot-nguoi.csv')).toMatchObject({ written: 1 });
    expect(await world.get(`/v1/reports/titles?programme=${TITLE}&asOf=2014-12-31`)).toMatchObject({ total: 1 });
    const id = await world.file({ programme: TITLE, campaign: 'cap', nominee: HERO });
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'once-in-a-lifetime' });
  }, 60_000);

  it('takes nothing over where a row is wrong, and says what to mend by row and column', async () => {
    const header = 'award,signed_on,nominee,kind,unit,birth_year';
    const rows = ['ntvt-district,2014-10-10,Tạ Thị Sen,cá nhân,phuong-01,1950', 'khong-co,31/2/2014,,người,phuong-99,abc'];
    const answer = await takeOver([header, ...rows].join('\n'), PROGRAMME, 'sai.csv');
    const problems = answer.is === 'refused' ? answer.problems.map(({ row, column }) => `${String(row)} ${column}`) : [];
    expect(problems.toSorted()).toEqual(['3 award', '3 birth_year', '3 kind', '3 nominee', '3 signed_on', '3 unit']);
    expect(await world.stack.view.count(`award_record WHERE nominee_name = 'Tạ Thị Sen'`)).toBe(0);
  }, 60_000);

  it('is given ten times a year: of two signatures of one moment for the last place one is refused', async () => {
    const units = ['so-y-te', 'so-giao-duc', 'mat-tran', 'lien-doan-lao-dong'];
    const names = Array.from({ length: CAP + 1 }, (_, i) => `Vũ Thị Mẫu ${String(i)}`);
    const ids = await Promise.all(names.map((name, i) => filed(name, units[i % units.length] ?? '')));
    expect(await council.passes(ids)).toEqual(ids.map(() => ({ yes: 15, no: 0, abstain: 0 })));
    await Promise.all(ids.map((id) => world.stack.view.waitForTask(id, 'city', 90_000)));
    const early = await Promise.all(ids.slice(0, CAP - 1).map((id) => world.answer(id, 'city', 'approve', SIGNED)));
    expect(early.every(isRecorded)).toBe(true);
    const last = await Promise.all(ids.slice(CAP - 1).map((id) => world.answer(id, 'city', 'approve', SIGNED)));
    expect(last.map((answer) => (answer === 'NOT_CONFIRMED' || answer.recorded ? 'recorded' : answer.refused)).toSorted()).toEqual([
      'CAP_REACHED',
      'recorded',
    ]);
    expect(await world.stack.view.count(`award_slot WHERE scope LIKE 'cap|%|year 2024' AND released_at IS NULL`)).toBe(CAP);
    expect(await world.get(`/v1/reports/titles?programme=${TITLE}&asOf=2024-12-31`)).toMatchObject({ total: CAP + 1 });

    const refused = ids.find((_, i) => i >= CAP - 1 && !isRecorded(last[i - CAP + 1] ?? 'NOT_CONFIRMED')) ?? '';
    const { id: taskId } = await world.stack.view.waitForTask(refused, 'city');
    const page = await world.post(`/t/${world.stack.tokenOf(taskId)}`, { decision: 'approve', ...SIGNED });
    expect(page).toMatchObject({ status: 409, json: { code: 'CAP_REACHED', detailVi: expect.stringContaining('Đã đủ số lượng') } });
  }, 240_000);

  it('is free again for another once it was taken back', async () => {
    const one = async (where: string, values: readonly unknown[] = []): Promise<string> => {
      const text = `SELECT id FROM nomination WHERE campaign = 'cap' AND ${where} LIMIT 1`;
      const [row] = await world.stack.view.rows<{ id: string }>(text, values);
      return row?.id ?? '';
    };
    const asked = 'EXISTS (SELECT 1 FROM task t WHERE t.nomination_id = nomination.id AND t.state = $1)';
    const [given, waiting] = [await one(`state = 'CONFERRED'`), await one(asked, ['open'])];
    const revocation = { ground: 'false-achievement', paper: '11/QĐ-UBND', reason: 'Kê khai gian dối' };
    expect(await world.post(`/v1/nominations/${given}/revocations`, revocation)).toMatchObject({ status: 200, json: { state: 'REVOKED' } });
    expect(await world.answer(waiting, 'city', 'approve', SIGNED)).toMatchObject({ recorded: true });
  }, 60_000);
});
