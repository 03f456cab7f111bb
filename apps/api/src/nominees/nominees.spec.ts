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

  it('leaves out of a search whoever the caller may not see', async () => {
    const search = () => Promise.resolve([LAN, { ...LAN, id: 'p2', unit: 'khac' }]);
    const { body } = await ask('GET', '/v1/nominees?q=lan', undefined, { nominees: nominees({ search }) }, ['u']);
    expect(body).toMatchObject({ items: [{ id: 'p1' }] });
    expect((body as { items: unknown[] }).items).toHaveLength(1);
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
});
