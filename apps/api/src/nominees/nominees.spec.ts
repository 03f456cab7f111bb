import { describe, expect, it } from '@jest/globals';
import type { NomineeDetails } from '@laurel/db';
import { fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { ApiParts } from '../parts/parts.ts';

const LAN: NomineeDetails = {
  id: 'p1',
  programme: 'ntvt',
  kind: 'individual',
  fullName: 'Phạm Thị Lan',
  unit: 'u',
  birthYear: 1950,
  reference: null,
  mergedInto: null,
  merged: [],
  merges: [],
  differences: [],
  nominations: [],
  titles: [],
};
const nominees = (changes: Partial<ApiParts['nominees']> = {}): ApiParts['nominees'] => ({
  ...fakeParts().nominees,
  view: (id) => Promise.resolve(id.startsWith('p') ? { ...LAN, id } : null),
  ...changes,
});

async function ask(
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  parts: Partial<ApiParts> = { nominees: nominees() },
  units?: readonly string[],
) {
  const grants = { scopes: ['nominations:read', 'operations:act'] as const, ...(units && { units }) };
  const app = await createApi(fakeParts({ parts, grants }));
  const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${KEY}` }, ...(payload && { payload }) });
  await app.close();
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

describe('the registry of nominees', () => {
  it('shows a nominee, and nobody of another unit', async () => {
    expect(await ask('GET', '/v1/nominees/p1')).toMatchObject({ status: 200, body: { fullName: 'Phạm Thị Lan' } });
    expect((await ask('GET', '/v1/nominees/p1', undefined, { nominees: nominees() }, ['khac'])).status).toBe(403);
    expect((await ask('GET', '/v1/nominees/x')).status).toBe(404);
  });

  it('searches only where the caller may look, and names the field that is wrong', async () => {
    const asked: unknown[] = [];
    const search: ApiParts['nominees']['search'] = (query) => {
      asked.push(query);
      return Promise.resolve({ items: [{ ...LAN, nominations: 1, titles: 0 }], nextCursor: 'abc' });
    };
    const lookAlikes: ApiParts['nominees']['lookAlikes'] = (where) => {
      asked.push(where);
      return Promise.resolve({ items: [], nextCursor: null });
    };
    const parts = { nominees: nominees({ search, lookAlikes }) };
    const found = await ask('GET', '/v1/nominees?q=lan&birthYear=1950&kind=individual', undefined, parts, ['u']);
    expect(found).toMatchObject({ status: 200, body: { items: [{ id: 'p1', nominations: 1 }], nextCursor: 'abc' } });
    expect((await ask('GET', '/v1/nominees/look-alikes?programme=ntvt', undefined, parts, ['u'])).status).toBe(200);
    expect(asked).toEqual([
      { q: 'lan', birthYear: 1950, kind: 'individual', limit: 50, places: ['u'] },
      { programme: 'ntvt', limit: 50, places: ['u'] },
    ]);
    expect((await ask('GET', '/v1/nominees?birthYear=50', undefined, parts)).body).toMatchObject({ errors: [{ pointer: '/birthYear' }] });
  });

  it('merges with a reason only, and says why it cannot', async () => {
    expect((await ask('POST', '/v1/nominees/p1/merge', { into: 'p2', reason: '' })).body).toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
    const refusing = nominees({ merge: () => Promise.resolve('other-kind') });
    expect(await ask('POST', '/v1/nominees/p1/merge', { into: 'p2', reason: 'r' }, { nominees: refusing })).toMatchObject({
      status: 409,
      body: { code: 'MERGE_REFUSED', detailVi: expect.stringContaining('không gộp') },
    });
    expect(await ask('POST', '/v1/nominees/p1/merge', { into: 'p2', reason: 'r' })).toMatchObject({ status: 200, body: { id: 'p2' } });
    const lone = nominees({ unmerge: () => Promise.resolve('not-merged') });
    expect((await ask('POST', '/v1/nominees/p1/unmerge', { reason: 'r' }, { nominees: lone })).status).toBe(409);
  });

  it('says that two are two with a reason only, where the caller may change both, and takes it back once', async () => {
    const url = '/v1/nominees/p1/different-from';
    const said: unknown[] = [];
    const parts = {
      nominees: nominees({
        view: (id) => Promise.resolve({ ...LAN, id, unit: id === 'p3' ? 'khac' : 'u' }),
        different: (pair) => {
          said.push(pair);
          return Promise.resolve('done');
        },
        notDifferent: () => Promise.resolve('not-different'),
      }),
    };
    expect((await ask('POST', url, { other: 'p2', reason: ' ' }, parts)).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
    expect((await ask('POST', url, { other: 'p3', reason: 'Hai người' }, parts, ['u'])).status).toBe(403);
    expect(said).toEqual([]);
    expect(await ask('POST', url, { other: 'p2', reason: 'Hai người' }, parts)).toMatchObject({ status: 200, body: { id: 'p1' } });
    expect(said).toEqual([{ nomineeId: 'p1', otherId: 'p2', reason: 'Hai người', actor: expect.stringMatching(/^operator:/) }]);
    const undone = await ask('POST', `${url}/undo`, { other: 'p2', reason: 'Nhầm' }, parts);
    expect(undone).toMatchObject({ status: 409, body: { code: 'MERGE_REFUSED', detailVi: expect.stringContaining('hai người') } });
  });
});
