import { NomineeRepository } from '@laurel/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareStack, type Stack } from '../stack/index.ts';

const TWO = `
INSERT INTO nominee (id, programme, identity, kind, full_name, folded, unit, birth_year)
VALUES ('hoa-1', 'dien-tap', 'hoa-1', 'individual', 'Đỗ Thị Hòa', 'do thi hoa', 'phuong-01', 1971),
       ('hoa-2', 'dien-tap', 'hoa-2', 'individual', 'Đỗ Thị Hoà', 'do thi hoa', 'phuong-01', 1971)`;

const PAIR = { nomineeId: 'hoa-2', otherId: 'hoa-1', actor: 'operator:thu-ky', reason: 'Hai người, khác quê quán' };
const BACK = { ...PAIR, reason: 'Đã xem lại hộ tịch' };

describe('two entries that look alike and are two nominees', () => {
  let stack: Stack;
  let nominees: NomineeRepository;

  beforeAll(async () => {
    stack = await prepareStack();
    nominees = new NomineeRepository(stack.database);
  }, 60_000);

  beforeEach(async () => {
    await stack.database.pool.query(`TRUNCATE different_nominees; DELETE FROM nominee WHERE id LIKE 'hoa-%'; ${TWO}`);
  });

  afterAll(async () => {
    await stack.close();
  });

  const pairs = async (different: boolean): Promise<readonly (string | null)[]> => {
    const { items } = await nominees.lookAlikes({ programme: 'dien-tap', places: null, limit: 50, different });
    return items.map((pair) => pair.different?.reason ?? null);
  };
  const proposed = async (id: string): Promise<readonly string[]> => ((await nominees.proposals(id)) ?? []).map((match) => match.id);
  const change = async (what: string): Promise<void> => {
    await stack.database.pool.query(`UPDATE nominee SET ${what} WHERE id = 'hoa-1'`);
  };

  it('are proposed until somebody says that they are two, and again once that is taken back', async () => {
    expect([await pairs(false), await pairs(true), await proposed('hoa-1')]).toEqual([[null], [], ['hoa-2']]);
    expect(await nominees.different(PAIR)).toBe('done');
    expect([await pairs(false), await pairs(true), await proposed('hoa-1')]).toEqual([[], [PAIR.reason], []]);
    expect(await nominees.notDifferent(BACK)).toBe('done');
    expect([await pairs(false), await pairs(true), await proposed('hoa-2')]).toEqual([[null], [], ['hoa-1']]);
  });

  it('are noted once when it is said twice, from either side, and taken back once', async () => {
    await nominees.different(PAIR);
    expect(await nominees.different({ ...PAIR, nomineeId: 'hoa-1', otherId: 'hoa-2' })).toBe('done-before');
    expect(await stack.view.count('different_nominees')).toBe(1);
    await nominees.notDifferent(BACK);
    expect(await nominees.notDifferent(BACK)).toBe('not-different');
    expect(await nominees.different({ ...PAIR, otherId: 'hoa-2' })).toBe('same');
  });

  it('keep who said it, why, and who took it back, on both entries', async () => {
    await nominees.different(PAIR);
    await nominees.notDifferent(BACK);
    const kept = { actor: 'operator:thu-ky', reason: PAIR.reason, undoneBy: 'operator:thu-ky', undoneReason: BACK.reason };
    expect((await nominees.view('hoa-1'))?.differences).toMatchObject([{ ...kept, otherId: 'hoa-2', other: 'Đỗ Thị Hoà' }]);
    expect((await nominees.view('hoa-2'))?.differences).toMatchObject([{ ...kept, otherId: 'hoa-1' }]);
  });

  it.each([`full_name = 'Đỗ Thị Hoa'`, 'birth_year = 1972', `unit = 'phuong-03'`])(
    'are proposed again when one of them has %s since',
    async (what) => {
      await nominees.different(PAIR);
      await change(what);
      expect([await pairs(false), await pairs(true)]).toEqual([[null], []]);
    },
  );

  it('stay two when something else about them changes', async () => {
    await nominees.different(PAIR);
    await change(`reference = 'can-bo-17'`);
    expect([await pairs(false), await pairs(true)]).toEqual([[], [PAIR.reason]]);
  });
});
