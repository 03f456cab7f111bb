import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AwardType } from '@laurel/domain';
import { importHistory } from '@laurel/worker';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const STEADY = { fullName: 'Nguyễn Văn Bền', birthYear: 1980, unit: 'phuong-01' };
const GAPPED = { fullName: 'Lê Thị Quãng', birthYear: 1981, unit: 'phuong-01' };

/** The city fighter's rule on the district's award: three years of the city title running, and three places for a unit. */
const fighter = (award: AwardType): AwardType =>
  award.key === 'ntvt-district'
    ? { ...award, exclusionGroup: null, prerequisites: [{ award: 'ntvt-city', times: 3, consecutive: 'years' }] }
    : award;
const unitCap =
  (whenFull: 'wait' | 'refuse') =>
  (award: AwardType): AwardType =>
    award.key === 'ntvt-district' ? { ...award, cap: { scope: 'unit', period: 'campaign', max: 3, whenFull } } : award;

const titles = (name: string, born: number, years: readonly number[]): string[] =>
  years.map((year) => `ntvt-city,${String(year)}-12-20,${String(year)},${name},individual,${String(born)},phuong-01`);

/** Scenario 13 (document 004): accurate, public, fair, and not too many. */
describe('conditions of an award', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'chien-si', awards: fighter });
    await world.open({ campaign: 'cho', awards: unitCap('wait') });
    await world.open({ campaign: 'tu-choi', awards: unitCap('refuse') });
    const thisYear = new Date().getUTCFullYear();
    const shifted = (years: readonly number[]): number[] => years.map((year) => year + thisYear - 1 - 2022);
    const rows = [
      ...titles(STEADY.fullName, STEADY.birthYear, [thisYear - 3, thisYear - 2, thisYear - 1]),
      ...titles(GAPPED.fullName, GAPPED.birthYear, shifted([2019, 2021, 2022])),
    ];
    const bytes = Buffer.from(['award,signed_on,year,nominee,kind,birth_year,unit', ...rows].join('\n'));
    const order = { programme: PROGRAMME, fileName: 'thanh-pho.csv', bytes, importedBy: 'thu', dryRun: false };
    expect(await importHistory(world.stack.database, order)).toMatchObject({ written: 6 });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  it('three years running pass; a gap fails with the missing year named', async () => {
    const steady = await world.file({ campaign: 'chien-si', nominee: STEADY });
    expect(await world.stack.view.stateOf(steady)).toBe('RECEIVED');
    const gapped = await world.file({ campaign: 'chien-si', nominee: GAPPED });
    expect(await world.get(`/v1/nominations/${gapped}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'missing-prerequisite' });
    const [mail] = await world.stack.view.rows<{ content: { occasion: { rule: { vi: string } } } }>(
      `SELECT content FROM mail_ledger WHERE nomination_id = $1 AND kind = 'result'`,
      [gapped],
    );
    expect(mail?.content.occasion.rule.vi).toContain(`thiếu năm ${String(new Date().getUTCFullYear() - 3)}.`);
  }, 60_000);

  it('the fourth of a unit waits for a place: refused at the signature, and still there', async () => {
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await world.fileUpToDistrict({ campaign: 'cho', unit: 'phuong-06' }));
    const [fourth = '', ...three] = ids.toReversed();
    for (const id of three) expect(await world.answer(id, 'district', 'approve')).toMatchObject({ recorded: true });
    expect(await world.answer(fourth, 'district', 'approve')).toMatchObject({ recorded: false, refused: 'CAP_REACHED' });
    expect(await world.stack.view.stateOf(fourth)).toBe('RECEIVED');
    const other = await world.fileUpToDistrict({ campaign: 'cho', unit: 'phuong-07' });
    expect(await world.answer(other, 'district', 'approve')).toMatchObject({ recorded: true });
  }, 90_000);

  it('where the setting says so, the fourth is refused when it is filed', async () => {
    for (let i = 0; i < 3; i++) {
      const id = await world.fileUpToDistrict({ campaign: 'tu-choi', unit: 'phuong-08' });
      expect(await world.answer(id, 'district', 'approve')).toMatchObject({ recorded: true });
    }
    const fourth = await world.file({ campaign: 'tu-choi', unit: 'phuong-08' });
    expect(await world.get(`/v1/nominations/${fourth}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'cap-reached' });
  }, 90_000);
});
