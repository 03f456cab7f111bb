import { describe, expect, it } from '@jest/globals';
import type { ApiParts } from '../parts/parts.ts';
import { capReached } from './cap-reached.ts';

type Share = Awaited<ReturnType<ApiParts['taskPages']['share']>>;

const asked = { nominationId: 'n1', level: 'district', body: { kind: 'reopen', stage: 'district-decision' } } as const;
const share = { text: { vi: 'Đã tặng 3', en: '3 are given' }, award: 'flag', percent: 50, of: 'deed', counted: 3, limit: 1, given: 1 };
const refusedWith = async (found: Share): Promise<unknown> => (await capReached({ share: () => Promise.resolve(found) }, asked)).body();

describe('a cap that is reached', () => {
  it('says what was counted, where it is a share', async () => {
    expect(await refusedWith(share)).toMatchObject({
      code: 'CAP_REACHED',
      detail: '3 are given',
      detailVi: 'Đã tặng 3',
      share: { counted: 3 },
    });
  });

  it.each([
    ['another cap', null],
    ['a share that has a place again', { ...share, given: 0 }],
  ])('says no more than that of %s', async (_, found) => {
    expect(await refusedWith(found)).toMatchObject({ code: 'CAP_REACHED', detailVi: expect.stringContaining('Đã đủ số lượng') });
    expect(await refusedWith(found)).not.toHaveProperty('share');
  });
});
