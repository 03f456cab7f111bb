import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@laurel/contracts';
import type { AwardType } from '@laurel/domain';
import { withdrawnEvent } from '../stack/events.ts';
import type { EventWishes } from '../stack/index.ts';
import { RegistryStack } from './registry-stack.ts';

const RULES = { revocation: { grounds: [{ ground: 'fraud', text: { vi: 'Gian dối trong kê khai', en: 'Fraud' } }] } };
const DEED = { title: 'Bắt cướp trên đường Mễ Trì', from: '2022-05-01', to: '2022-05-01' };

/** The district's award with what a campaign's rules change. */
const changed =
  (changes: Partial<AwardType>) =>
  (award: AwardType): AwardType =>
    award.key === 'ntvt-district' ? { ...award, ...changes } : award;

const saidOf = (answer: Confirmation): string => (answer === 'NOT_CONFIRMED' || answer.recorded ? 'recorded' : answer.refused);
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** Rules that look at other nominations, when several are signed in one moment; each refused one stays where it is. */
describe('signatures of one moment', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    const alone = { exclusionGroup: null } as const;
    const campaigns: Readonly<Record<string, Partial<AwardType>>> = {
      'mot-doi': { ...alone, repeat: 'once-in-a-lifetime' },
      'mot-nam': { ...alone, repeat: 'once-per-period', period: 'year' },
      'mot-viec': {},
      'don-vi': { ...alone, cap: { scope: 'unit', period: 'campaign', max: 3 } },
      'mot-cho': { ...alone, cap: { scope: 'programme', period: 'campaign', max: 1 } },
      goc: alone,
      'dua-vao': { ...alone, prerequisites: [{ award: 'ntvt-district', times: 1, consecutive: null }] },
    };
    for (const [campaign, changes] of Object.entries(campaigns)) await world.open({ campaign, awards: changed(changes), rules: RULES });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const up = (wishes: readonly EventWishes[]): Promise<readonly string[]> =>
    Promise.all(wishes.map((wish) => world.fileUpToDistrict(wish)));
  const signed = async (ids: readonly string[], signedOn = '2022-10-10'): Promise<readonly string[]> =>
    (await Promise.all(ids.map((id) => world.answer(id, 'district', 'approve', { signedOn })))).map(saidOf);
  const nomineeOf = async (id: string): Promise<string> => String((await world.get(`/v1/nominations/${id}`))['nomineeId']);
  const revoke = (id: string): ReturnType<RegistryStack['post']> =>
    world.post(`/v1/nominations/${id}/revocations`, { ground: 'fraud', paper: '11/QĐ-UBND', reason: 'Kê khai gian dối' });
  const reopen = (id: string): ReturnType<RegistryStack['post']> =>
    world.post(`/v1/nominations/${id}/reopenings`, { stage: 'district-decision', reason: 'Đề nghị xét lại' });

  it('give a title of a lifetime once', async () => {
    const nominee = { fullName: 'Ngô Thị Duyên', birthYear: 1950 };
    const ids = await up(times(4, () => ({ campaign: 'mot-doi', nominee })));
    expect((await signed(ids)).toSorted()).toEqual([...times(3, () => 'ONCE_IN_A_LIFETIME'), 'recorded']);
    expect(await world.stack.view.count(`award_record WHERE campaign = 'mot-doi'`)).toBe(1);
  }, 90_000);

  it('give a title of a year once in that year', async () => {
    const nominee = { fullName: 'Trần Văn Niên', birthYear: 1951 };
    const [other = '', ...ids] = await up(times(4, () => ({ campaign: 'mot-nam', nominee })));
    expect((await signed(ids)).toSorted()).toEqual([...times(2, () => 'ONCE_PER_PERIOD'), 'recorded']);
    expect(await signed([other], '2021-12-30')).toEqual(['recorded']);
  }, 90_000);

  it('award one deed once, also where two names turned out to be one person while both were decided', async () => {
    const names = times(3, (i) => ({ fullName: 'Đặng Thị Hòa', birthYear: 1971, unit: `phuong-0${String(i + 1)}` }));
    const ids = await up(names.map((nominee) => ({ campaign: 'mot-viec', unit: nominee.unit, nominee, deed: DEED })));
    const [into = '', ...others] = await Promise.all(ids.map(nomineeOf));
    for (const other of others)
      expect((await world.post(`/v1/nominees/${other}/merge`, { into, reason: 'Cùng một người' })).status).toBe(200);
    expect((await signed(ids)).toSorted()).toEqual([...times(2, () => 'ONE_AWARD_PER_ACHIEVEMENT'), 'recorded']);
  }, 90_000);

  it('fill the places of a unit, and no more', async () => {
    const ids = await up(times(6, () => ({ campaign: 'don-vi', unit: 'phuong-06' })));
    const elsewhere = await up([{ campaign: 'don-vi', unit: 'phuong-07' }]);
    const said = await signed([...ids, ...elsewhere]);
    expect(said.slice(0, 6).toSorted()).toEqual([...times(3, () => 'CAP_REACHED'), ...times(3, () => 'recorded')]);
    expect(said.at(-1)).toBe('recorded');
  }, 120_000);

  it('leave nobody with a title whose condition was taken back in that moment without its being looked into', async () => {
    const people = times(3, (i) => ({ fullName: `Lương Văn Cậy ${String(i)}`, birthYear: 1960 + i }));
    const bases = await up(people.map((nominee) => ({ campaign: 'goc', nominee })));
    expect(await signed(bases)).toEqual(times(3, () => 'recorded'));
    await Promise.all(bases.map((id) => world.stack.view.waitForState(id, 'CONFERRED')));
    const resting = await up(people.map((nominee) => ({ campaign: 'dua-vao', nominee })));
    const [said, revoked] = await Promise.all([signed(resting), Promise.all(bases.map(revoke))]);
    expect(revoked.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const [i, answer] of said.entries()) {
      expect(['recorded', 'MISSING_PREREQUISITE']).toContain(answer);
      const open = await world.stack.view.count(`reexamination WHERE nomination_id = $1 AND state = 'open'`, [resting[i]]);
      expect(open).toBe(1);
    }
  }, 120_000);

  it('find a place free that was withdrawn from, and a revival asks again', async () => {
    const [gone = '', stays = ''] = await up(times(2, () => ({ campaign: 'mot-cho' })));
    await world.stack.accept(withdrawnEvent(gone));
    await world.stack.view.waitForState(gone, 'WITHDRAWN');
    expect(await signed([stays])).toEqual(['recorded']);
    await world.stack.view.waitForState(stays, 'CONFERRED');
    expect(await reopen(gone)).toMatchObject({ status: 409, json: { code: 'CAP_REACHED' } });
    expect((await revoke(stays)).status).toBe(200);
    expect(await reopen(gone)).toMatchObject({ status: 200, json: { state: 'RECEIVED' } });
    const [rival = ''] = await up([{ campaign: 'mot-cho' }]);
    expect((await signed([gone, rival])).toSorted()).toEqual(['CAP_REACHED', 'recorded']);
  }, 120_000);
});
