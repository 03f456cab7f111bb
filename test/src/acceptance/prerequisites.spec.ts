import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AwardType } from '@laurel/domain';
import { importHistory } from '@laurel/worker';
import { createHash, randomUUID } from 'node:crypto';
import { waitFor } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const CONSTRUCTION = 'so-xay-dung-ntvt';
const UNIT = 'cong-ty-thoat-nuoc';

const unitCap =
  (whenFull: 'wait' | 'refuse') =>
  (award: AwardType): AwardType =>
    award.key === 'ntvt-district' ? { ...award, cap: { scope: 'unit', period: 'campaign', max: 3, whenFull } } : award;

/** Grassroots titles of earlier years, as the department's list has them. */
function grassroots(name: string, born: number, years: readonly number[]): string[] {
  return years.map((year) => `chien-si-thi-dua-co-so,${String(year)}-12-20,${String(year)},${name},individual,${String(born)},${UNIT}`);
}

/** A city fighter of the season of 2022, proposed by an outside system. */
function fighter(fullName: string, birthYear: number): object {
  const id = randomUUID();
  const document = (kind: string): object => ({
    kind,
    name: `${kind}.pdf`,
    sha256: createHash('sha256').update(`${id} ${kind}`).digest('hex'),
  });
  return {
    ...{ specversion: '1.0', id, source: `/units/${UNIT}`, type: 'laurel.nomination.submitted.v1', datacontenttype: 'application/json' },
    data: {
      ...{ programme: CONSTRUCTION, campaign: '2022', submission: '21/TTr-CTTN', award: 'chien-si-thi-dua-thanh-pho' },
      nominator: { unit: UNIT, officer: `officer.${UNIT}@sxd.example.vn` },
      nominee: { kind: 'individual', fullName, birthYear, unit: UNIT },
      achievement: {
        title: `Ba năm liền hoàn thành xuất sắc nhiệm vụ: ${fullName}`,
        summary: 'Chiến sĩ thi đua.',
        from: '2019-01-01',
        to: '2021-12-31',
        stream: 'regular',
        basis: 'cumulative',
      },
      documents: ['submission', 'achievement-report', 'minutes'].map(document),
    },
  };
}

/** Scenario 13 (document 004): accurate, public, fair, and not too many. */
describe('conditions of an award', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'cho', awards: unitCap('wait') });
    await world.open({ campaign: 'tu-choi', awards: unitCap('refuse') });
    const header = 'award,signed_on,year,nominee,kind,birth_year,unit';
    const rows = [
      ...grassroots('Nguyễn Văn Bền', 1980, [2019, 2020, 2021]),
      ...grassroots('Lê Thị Quãng', 1981, [2019, 2021, 2022]),
      ...grassroots('Hoàng Minh Hai', 1982, [2020, 2021]),
    ];
    const bytes = Buffer.from([header, ...rows].join('\n'));
    const order = { programme: CONSTRUCTION, fileName: 'co-so.csv', bytes, importedBy: 'thu', dryRun: false };
    expect(await importHistory(world.stack.database, order)).toMatchObject({ written: 8 });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  /** Files over the public address, and answers what became of it at intake. */
  const proposed = async (fullName: string, birthYear: number): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await world.stack.http.sendEvent(world.key, fighter(fullName, birthYear));
    expect([answer.status, answer.json?.['status'], answer.json?.['errors']]).toEqual([202, 'accepted', undefined]);
    const path = `/v1/nominations/${String(answer.json?.['nominationId'])}`;
    return waitFor(`${fullName} to be received`, 40_000, async () => {
      const nomination = await world.get(path);
      return nomination['state'] !== 'SUBMITTED' && nomination;
    });
  };
  const toldOf = async (nomination: Readonly<Record<string, unknown>>): Promise<string> => {
    const rows = await world.stack.view.rows<{ content: { occasion: { rule: { vi: string } } } }>(
      `SELECT content FROM mail_ledger WHERE nomination_id = $1 AND kind = 'result'`,
      [nomination['id']],
    );
    return rows.map(({ content }) => content.occasion.rule.vi).join();
  };

  it('2019, 2020 and 2021 make a city fighter of 2022; 2019, 2021 and 2022 do not, for 2020 is missing and named', async () => {
    expect(await proposed('Nguyễn Văn Bền', 1980)).toMatchObject({ state: 'RECEIVED', ineligibleRule: null });
    const gapped = await proposed('Lê Thị Quãng', 1981);
    expect(gapped).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'missing-prerequisite' });
    expect(await toldOf(gapped)).toBe('Cần 3 năm liên tục được tặng "Chiến sĩ thi đua cơ sở"; thiếu năm 2020.');
  }, 60_000);

  it('two years running are one too few, and the one before them is named', async () => {
    expect(await toldOf(await proposed('Hoàng Minh Hai', 1982))).toContain('thiếu năm 2019.');
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
