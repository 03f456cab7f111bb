import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importHistory } from '@laurel/worker';
import type { AwardType } from '@laurel/domain';
import { historyFile } from './history-file.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const CAP = 10;
const REVOCATION = { grounds: [{ ground: 'fraud', text: { vi: 'Gian dối trong kê khai', en: 'Fraud' } }] };
const HERO = { fullName: 'Phạm Thị Ngọc Lan', birthYear: 1950, unit: 'phuong-01' };

/** The district's award becomes a title of a lifetime with a yearly cap, as the city's own title has it. */
const lifetime = (award: AwardType): AwardType =>
  award.key === 'ntvt-district'
    ? { ...award, exclusionGroup: null, repeat: 'once-in-a-lifetime', cap: { scope: 'programme', period: 'year', max: CAP } }
    : award;

/** Scenario 5 (document 000): history, the title of a lifetime, and the cap of ten a year. */
describe('a title of a lifetime', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'cap', awards: lifetime, rules: { revocation: REVOCATION } });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const takeOver = (text: string, fileName = 'lich-su.csv') =>
    importHistory(world.stack.database, { programme: PROGRAMME, fileName, bytes: Buffer.from(text), importedBy: 'thu', dryRun: false });

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
    expect(await takeOver(`${header}\nntvt-district;10/10/2014;${HERO.fullName};cá nhân;1950;phuong-01`, 'mot-nguoi.csv')).toMatchObject({
      written: 1,
    });
    const id = await world.file({ campaign: 'cap', nominee: HERO });
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'once-in-a-lifetime' });
  }, 60_000);

  it('takes nothing over where a row is wrong, and says what to mend by row and column', async () => {
    const header = 'award,signed_on,nominee,kind,unit,birth_year';
    const rows = ['ntvt-district,2014-10-10,Tạ Thị Sen,cá nhân,phuong-01,1950', 'khong-co,31/2/2014,,người,phuong-99,abc'];
    const answer = await takeOver([header, ...rows].join('\n'), 'sai.csv');
    const problems = answer.is === 'refused' ? answer.problems.map(({ row, column }) => `${String(row)} ${column}`) : [];
    expect(problems.toSorted()).toEqual(['3 award', '3 birth_year', '3 kind', '3 nominee', '3 signed_on', '3 unit']);
    expect(await world.stack.view.count(`award_record WHERE nominee_name = 'Tạ Thị Sen'`)).toBe(0);
  }, 60_000);

  it('is given ten times a year: of two signatures of one moment for the last place one is refused', async () => {
    const people = Array.from({ length: CAP + 1 }, (_, i) => ({ fullName: `Vũ Thị Mẫu ${String(i)}`, birthYear: 1960, unit: 'phuong-02' }));
    const ids = await Promise.all(people.map((nominee) => world.fileUpToDistrict({ campaign: 'cap', unit: 'phuong-02', nominee })));
    const early = await Promise.all(ids.slice(0, CAP - 1).map((id) => world.answer(id, 'district', 'approve')));
    expect(early.every((answer) => answer !== 'NOT_CONFIRMED' && answer.recorded)).toBe(true);
    const last = await Promise.all(ids.slice(CAP - 1).map((id) => world.answer(id, 'district', 'approve')));
    expect(last.map((answer) => (answer === 'NOT_CONFIRMED' || answer.recorded ? 'recorded' : answer.refused)).toSorted()).toEqual([
      'CAP_REACHED',
      'recorded',
    ]);
    expect(
      await world.stack.view.count(`award_slot WHERE scope LIKE 'cap|%|all|%' AND released_at IS NULL AND nomination_id IS NOT NULL`),
    ).toBe(CAP);

    const refused =
      ids.find((_, i) => i >= CAP - 1 && last[i - CAP + 1] !== 'NOT_CONFIRMED' && !(last[i - CAP + 1] as { recorded: boolean }).recorded) ??
      '';
    const page = await world.stack.http.decide(
      world.stack.tokenOf((await world.stack.view.waitForTask(refused, 'district')).id),
      'approve',
    );
    expect(page).toMatchObject({ status: 409, json: { code: 'CAP_REACHED', detailVi: expect.stringContaining('Đã đủ số lượng') } });
  }, 120_000);

  it('is free again for another once it was taken back', async () => {
    const [given] = await world.stack.view.rows<{ id: string }>(
      `SELECT id FROM nomination WHERE campaign = 'cap' AND state = 'CONFERRED' LIMIT 1`,
    );
    const [waiting] = await world.stack.view.rows<{ id: string }>(
      `SELECT id FROM nomination WHERE campaign = 'cap' AND state = 'RECEIVED' LIMIT 1`,
    );
    const revocation = { ground: 'fraud', paper: '11/QĐ-UBND', reason: 'Kê khai gian dối' };
    expect(await world.post(`/v1/nominations/${given?.id ?? ''}/revocations`, revocation)).toMatchObject({
      status: 200,
      json: { state: 'REVOKED' },
    });
    expect(await world.answer(waiting?.id ?? '', 'district', 'approve')).toMatchObject({ recorded: true });
  }, 60_000);
});
