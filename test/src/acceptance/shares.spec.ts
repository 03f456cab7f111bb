import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@laurel/contracts';
import type { AwardCap, AwardType } from '@laurel/domain';
import type { EventWishes } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const DISTRICT = { number: '2412/QĐ-UBND', signedOn: '2022-09-20' };
const CITY = { number: '3600/QĐ-UBND', signedOn: '2022-09-28' };

const said = (answer: Confirmation): string =>
  answer === 'NOT_CONFIRMED' || answer.recorded ? `${answer === 'NOT_CONFIRMED' ? 'not ' : ''}recorded` : answer.refused;

/** Domain D.1: a cap may be a percentage of a base. Here the city's title, at most half as often as the district's. */
describe('an award that is given as a share of another', () => {
  let world: RegistryStack;

  const half =
    (cap: Omit<AwardCap, 'percent' | 'of'>) =>
    (award: AwardType): AwardType =>
      award.key === 'ntvt-city' ? { ...award, cap: { ...cap, percent: 50, of: 'ntvt-district' } } : award;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'nua', awards: half({ scope: 'programme', period: 'campaign' }) });
    await world.open({ campaign: 'don-vi', awards: half({ scope: 'unit', period: 'campaign', whenFull: 'refuse' }) });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  let named = 0;
  const nominee = (): NonNullable<EventWishes['nominee']> => ({ fullName: `Lò Văn Mẫu ${String(++named)}`, birthYear: 1950 + named });
  const filed = async (wishes: EventWishes): Promise<string> => world.fileUpToDistrict({ nominee: nominee(), ...wishes });
  async function districtTitle(wishes: EventWishes): Promise<string> {
    const id = await filed(wishes);
    expect(said(await world.answer(id, 'district', 'approve', DISTRICT))).toBe('recorded');
    await world.stack.view.waitForState(id, 'CONFERRED');
    return id;
  }
  async function beforeCity(wishes: EventWishes): Promise<string> {
    const id = await filed(wishes);
    await world.answer(id, 'district', 'refer-up');
    await world.stack.view.waitForTask(id, 'city');
    return id;
  }
  const signed = async (ids: readonly string[]): Promise<readonly string[]> =>
    (await Promise.all(ids.map((id) => world.answer(id, 'city', 'approve', CITY)))).map(said);
  const taken = (campaign: string): Promise<number> =>
    world.stack.view.count(`award_slot WHERE scope LIKE $1 AND released_at IS NULL`, [`cap|%|campaign ${campaign}`]);

  it('holds of two signatures of one moment, and the refusal names rule, base and limit in both languages', async () => {
    const campaign = 'nua';
    const base = await Promise.all([1, 2, 3].map(() => districtTitle({ campaign })));
    const rivals = await Promise.all([1, 2].map(() => beforeCity({ campaign })));
    const answers = await signed(rivals);
    expect(answers.toSorted()).toEqual(['CAP_REACHED', 'recorded']);
    const [loser, winner] = answers[0] === 'recorded' ? [rivals[1], rivals[0]] : [rivals[0], rivals[1]];
    if (loser === undefined || winner === undefined) throw new Error('One wins, one loses');
    await world.stack.view.waitForState(winner, 'CONFERRED');
    expect(await taken(campaign)).toBe(1);

    const { id: taskId } = await world.stack.view.waitForTask(loser, 'city');
    const page = await world.post(`/t/${world.stack.tokenOf(taskId)}`, { decision: 'approve', ...CITY });
    expect(page).toMatchObject({
      status: 409,
      json: {
        code: 'CAP_REACHED',
        share: { award: 'ntvt-city', percent: 50, of: 'ntvt-district', counted: 3, limit: 1, given: 1 },
        detailVi: expect.stringContaining('nhiều nhất bằng 50 % số "Người tốt, việc tốt cấp quận" đã tặng. Đã tặng 3'),
        detail: expect.stringContaining('3 of "Good Person, Good Deed of the district" are given, so at most 1; 1 are given.'),
      },
    });

    // One more of the base makes room for it.
    base.push(await districtTitle({ campaign }));
    expect(await signed([loser])).toEqual(['recorded']);
    expect(await taken(campaign)).toBe(2);

    // A base that shrinks takes nothing back; it gives no room either, and a title taken back frees its place only within it.
    const revocation = { ground: 'false-achievement', paper: '11/QĐ-UBND', reason: 'Kê khai gian dối' };
    expect(await world.post(`/v1/nominations/${String(base[0])}/revocations`, revocation)).toMatchObject({ status: 200 });
    expect(await world.post(`/v1/nominations/${winner}/revocations`, revocation)).toMatchObject({ status: 200 });
    expect(await taken(campaign)).toBe(1);
    const third = await beforeCity({ campaign });
    expect(await signed([third])).toEqual(['CAP_REACHED']);
    await districtTitle({ campaign });
    expect(await signed([third])).toEqual(['recorded']);
    expect(await taken(campaign)).toBe(2);
  }, 240_000);

  it('asks again when a nomination is taken up again: the place that it had may be gone', async () => {
    const campaign = 'don-vi';
    const unit = 'phuong-02';
    await districtTitle({ campaign, unit, nominee: { ...nominee(), unit } });
    await districtTitle({ campaign, unit, nominee: { ...nominee(), unit } });
    const award = { award: 'ntvt-city' };
    const gone = await beforeCity({ campaign, unit, nominee: { ...nominee(), unit }, ...award });
    expect(await signed([gone])).toEqual(['recorded']);
    const revocation = { ground: 'false-achievement', paper: '12/QĐ-UBND', reason: 'Kê khai gian dối' };
    expect(await world.post(`/v1/nominations/${gone}/revocations`, revocation)).toMatchObject({ status: 200 });
    const next = await beforeCity({ campaign, unit, nominee: { ...nominee(), unit }, ...award });
    expect(await signed([next])).toEqual(['recorded']);
    const again = await world.post(`/v1/nominations/${gone}/reopenings`, { stage: 'city-decision', reason: 'Đã xem xét lại' });
    expect(again).toMatchObject({
      status: 409,
      json: { code: 'CAP_REACHED', share: { counted: 2, limit: 1, given: 1 }, detailVi: expect.stringContaining('đơn vị này') },
    });
  }, 240_000);

  it('that refuses what is filed says why in the mail and the timeline; another unit counts for itself', async () => {
    const campaign = 'don-vi';
    const full = await world.file({ campaign, unit: 'phuong-02', award: 'ntvt-city', nominee: { ...nominee(), unit: 'phuong-02' } });
    expect(await world.get(`/v1/nominations/${full}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'cap-reached' });
    await world.stack.view.waitForMails();
    const mail = (await world.stack.sink.delivered()).find(({ headers }) => headers['x-laurel-nomination'] === full);
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('Đã tặng 2 "Người tốt, việc tốt cấp quận", nên nhiều nhất 1; đã tặng 1.');
    await districtTitle({ campaign, unit: 'phuong-03', nominee: { ...nominee(), unit: 'phuong-03' } });
    await districtTitle({ campaign, unit: 'phuong-03', nominee: { ...nominee(), unit: 'phuong-03' } });
    const other = await world.file({ campaign, unit: 'phuong-03', award: 'ntvt-city', nominee: { ...nominee(), unit: 'phuong-03' } });
    expect(await world.get(`/v1/nominations/${other}`)).toMatchObject({ state: 'RECEIVED' });
    expect(await world.stack.verify()).toEqual([]);
  }, 120_000);
});
