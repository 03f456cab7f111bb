import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importHistory } from '@laurel/worker';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const A = { title: 'Hòa giải tại tổ dân phố số 4', from: '2022-02-01', to: '2022-02-28' };
const B = { title: 'Cứu người đuối nước tại hồ Mễ Trì', from: '2022-03-01', to: '2022-03-01' };
const HOA = { fullName: 'Đỗ Thị Hòa', birthYear: 1971, unit: 'phuong-01' };

/** Scenario 3 (document 000): one achievement is awarded once. */
describe('one award per achievement', () => {
  let world: RegistryStack;
  let first: string;

  beforeAll(async () => {
    world = await RegistryStack.start();
    const file = `award,signed_on,nominee,kind,birth_year,unit,achievement,from,to,number
ntvt-district,2022-03-30,${HOA.fullName},cá nhân,1971,phuong-01,${A.title},${A.from},${A.to},7/QĐ-UBND`;
    const order = { programme: PROGRAMME, fileName: 'khen-nam.csv', bytes: Buffer.from(file), importedBy: 'thu', dryRun: false };
    expect(await importHistory(world.stack.database, order)).toMatchObject({ is: 'imported', written: 1 });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  it('refuses a deed that an award was given for, with the rule named', async () => {
    const id = await world.file({ nominee: HOA, deed: A });
    expect(await world.get(`/v1/nominations/${id}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'one-award-per-achievement' });
    const [mail] = await world.stack.view.rows<{ content: object }>(
      `SELECT content FROM mail_ledger WHERE nomination_id = $1 AND kind = 'result'`,
      [id],
    );
    expect(mail?.content).toMatchObject({ occasion: { is: 'result', rule: { vi: expect.stringContaining('đã được tặng năm 2022') } } });
  }, 60_000);

  it('accepts another deed of the same nominee', async () => {
    first = await world.fileUpToDistrict({ nominee: HOA, deed: B });
    expect(await world.stack.view.stateOf(first)).toBe('RECEIVED');
  }, 60_000);

  it('catches the same deed filed by a second unit, spelled without diacritics', async () => {
    const twin = await world.file({
      unit: 'phuong-02',
      nominee: { ...HOA, fullName: 'Do Thi Hoa' },
      deed: { ...B, title: 'CUU NGUOI DUOI NUOC, tai ho Me Tri' },
    });
    expect(await world.get(`/v1/nominations/${twin}`)).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'one-award-per-achievement' });

    const overriding = { rule: 'one-award-per-achievement', reason: 'Hai việc khác nhau, đã xác minh', post: 'district/chairman' };
    expect(await world.post(`/v1/nominations/${twin}/overrides`, { ...overriding, person: 'can-bo-phuong-02' })).toMatchObject({
      status: 422,
      json: { code: 'OVERRIDE_REFUSED' },
    });
    expect(await world.post(`/v1/nominations/${twin}/overrides`, { ...overriding, reason: ' ', person: 'chu-tich-quan' })).toMatchObject({
      status: 422,
    });
    const done = await world.post(`/v1/nominations/${twin}/overrides`, { ...overriding, person: 'chu-tich-quan' }, 'mot-lan');
    expect(done).toMatchObject({ status: 200, json: { state: 'RECEIVED' } });
    const again = await world.post(`/v1/nominations/${twin}/overrides`, { ...overriding, person: 'chu-tich-quan' }, 'mot-lan');
    expect(again.json).toEqual(done.json);
    const { entries } = (await world.get(`/v1/nominations/${twin}/timeline`)) as {
      entries: readonly { action: string; actor: string; reason: string }[];
    };
    const overridden = entries.filter(({ action }) => action === 'rule-overridden');
    expect(overridden).toMatchObject([{ actor: 'chu-tich-quan', reason: overriding.reason }]);
    expect(await world.get(`/v1/nominations/${twin}`)).toMatchObject({ overrides: ['one-award-per-achievement'] });
  }, 60_000);

  it('flags a like deed of a like nominee in another unit, and refuses nothing by itself', async () => {
    const like = await world.file({
      unit: 'phuong-03',
      nominee: { fullName: 'Đỗ Thị Hoà', birthYear: 1971, unit: 'phuong-03' },
      deed: { title: 'Cứu người đuối nước ở hồ Mễ Trì', from: '2022-03-01', to: '2022-03-02' },
    });
    const view = (await world.get(`/v1/nominations/${like}`)) as {
      state: string;
      nomineeId: string;
      duplicates: readonly { id: string }[];
    };
    expect(view.state).toBe('RECEIVED');
    expect(view.duplicates.map(({ id }) => id)).toContain(first);
    const { items } = (await world.get(`/v1/nominees/suspected-duplicates?programme=${PROGRAMME}`)) as {
      items: readonly { nominationId: string; otherUnit: string }[];
    };
    expect(items).toContainEqual(expect.objectContaining({ nominationId: like, otherId: first, otherUnit: 'phuong-01' }));
    const proposals = (await world.get(`/v1/nominees/${view.nomineeId}/proposals`)) as {
      items: readonly { id: string; fullName: string }[];
    };
    expect(proposals.items[0]).toMatchObject({ fullName: 'Đỗ Thị Hòa', likeness: 1000, sameBirthYear: true, sameUnit: false });
  }, 60_000);

  it('counts merged nominees as one, and two again once the merge is taken back', async () => {
    const late = { fullName: 'Đỗ Thị Hoà', birthYear: 1971, unit: 'phuong-04' };
    const accepted = await world.file({ unit: 'phuong-04', nominee: late, deed: A });
    expect(await world.stack.view.stateOf(accepted)).toBe('RECEIVED');
    const idOf = async (nomination: string): Promise<string> => (await world.get(`/v1/nominations/${nomination}`))['nomineeId'] as string;
    const [from, into] = [await idOf(accepted), await idOf(first)];
    expect((await world.post(`/v1/nominees/${from}/merge`, { into, reason: 'Cùng một người' })).json).toMatchObject({
      id: into,
      merged: [{ id: from }],
    });
    expect(
      await world.stack.view.stateOf(await world.file({ unit: 'phuong-04', nominee: late, deed: { ...A, title: `${A.title}!` } })),
    ).toBe('INELIGIBLE');
    expect((await world.post(`/v1/nominees/${into}/merge`, { into: from, reason: 'Nhầm' })).status).toBe(409);
    expect((await world.post(`/v1/nominees/${from}/unmerge`, { reason: 'Hai người' })).json).toMatchObject({ id: from, mergedInto: null });
    const merges = await world.stack.view.rows(`SELECT reason, undone_reason FROM nominee_merge`);
    expect(merges).toEqual([{ reason: 'Cùng một người', undone_reason: 'Hai người' }]);
  }, 60_000);

  it('lists the registry page by page, and two entries of one name with what speaks for their being one', async () => {
    type Page = { readonly items: readonly { readonly id: string; readonly unit: string }[]; readonly nextCursor: string | null };
    const query = '/v1/nominees?q=do+thi+hoa&birthYear=1971&limit=1';
    const one = (await world.get(query)) as unknown as Page;
    const two = (await world.get(`${query}&cursor=${one.nextCursor ?? ''}`)) as unknown as Page;
    const units = [...one.items, ...two.items].map(({ unit }) => unit);
    expect([one.items.length, two.items.length, new Set(units).size]).toEqual([1, 1, 2]);
    const [late] = ((await world.get('/v1/nominees?q=do+thi+hoa&unit=phuong-04')) as unknown as Page).items;
    expect(late).toMatchObject({ fullName: 'Đỗ Thị Hoà', birthYear: 1971 });
    const { items } = (await world.get('/v1/nominees/look-alikes')) as { items: readonly { nominee: object; other: object }[] };
    expect(items).toContainEqual(
      expect.objectContaining({ sameBirthYear: true, sameUnit: false, nominee: expect.objectContaining({ birthYear: 1971 }) }),
    );
    const { merges } = await world.get(`/v1/nominees/${late?.id ?? ''}`);
    expect(merges).toMatchObject([{ reason: 'Cùng một người', undoneReason: 'Hai người', actor: 'acceptance' }]);
  }, 60_000);
});
