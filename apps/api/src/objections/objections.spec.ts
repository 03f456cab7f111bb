import type { Objection } from '@laurel/db';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';

// A module of Nest on a busy machine takes its time.
jest.setTimeout(30_000);

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

const OPEN: Objection = {
  id: 'objection-t1',
  programme: 'p',
  nominationId: 'n1',
  unit: 'phuong-01',
  taskId: 't1',
  personId: 'truong',
  personName: 'Nguyễn Thị An',
  reason: null,
  openedAt: 0,
  settledAt: null,
  settledBy: null,
  outcome: null,
};

interface Asked {
  readonly status: number;
  readonly body: unknown;
}

/** The API over one objection that can be settled once, and the acts that its workflow was told of. */
async function asking(): Promise<{ readonly told: string[]; readonly ask: (path: string, payload?: object) => Promise<Asked> }> {
  let objection = OPEN;
  const told: string[] = [];
  const parts = fakeParts();
  const app = await createApi({
    ...parts,
    objections: {
      ...parts.objections,
      open: (_places, { nominationId = 'n1' }) =>
        Promise.resolve({ items: objection.outcome === null && nominationId === 'n1' ? [objection] : [], nextCursor: null }),
      byTask: (taskId) => Promise.resolve(taskId === OPEN.taskId ? objection : null),
      settle: (id, { outcome }) => {
        if (id !== OPEN.id || objection.outcome !== null) return Promise.resolve(null);
        objection = { ...objection, outcome, settledAt: 1 };
        return Promise.resolve({ nominationId: 'n1', actId: `lift-${id}`, kind: 'lift-hold' });
      },
    },
    gateway: {
      ...parts.gateway,
      submitAct: (nominationId, { actId, kind }) => {
        told.push(`${nominationId} ${kind} ${actId}`);
        return Promise.resolve('NOT_CONFIRMED');
      },
    },
  });
  close = () => app.close();
  const ask = async (path: string, payload?: object): Promise<Asked> => {
    const headers = { authorization: `Bearer ${KEY}` };
    const url = `/v1/operations/objections${path}`;
    const answer = await app.inject(payload ? { method: 'POST', url, headers, payload } : { method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { told, ask };
}

describe('objections', () => {
  it('are listed while nobody has settled them', async () => {
    const { ask } = await asking();
    const listed = {
      items: [{ id: 'objection-t1', nominationId: 'n1', personName: 'Nguyễn Thị An', openedAt: '1970-01-01T00:00:00.000Z' }],
    };
    for (const path of ['', '?nominationId=n1']) expect(await ask(path)).toMatchObject({ status: 200, body: listed });
    expect(await ask('?nominationId=n2')).toMatchObject({ status: 200, body: { items: [] } });
    await ask('/objection-t1/settle', { outcome: 'cleared', reason: 'Đã gọi điện xác nhận' });
    expect(await ask('')).toEqual({ status: 200, body: { items: [], nextCursor: null } });
  });

  it('are settled once: the workflow is told of the lifted hold, and the first outcome stands', async () => {
    const { ask, told } = await asking();
    const first = await ask('/objection-t1/settle', { outcome: 'confirmed', reason: 'Người khác đã bấm' });
    expect(first).toEqual({ status: 200, body: { id: 'objection-t1', nominationId: 'n1', outcome: 'confirmed' } });
    expect(await ask('/objection-t1/settle', { outcome: 'cleared', reason: 'Nhầm' })).toEqual(first);
    expect(told).toEqual(['n1 lift-hold lift-objection-t1']);
  });

  it('need an outcome, a reason and an id that is known', async () => {
    const { ask, told } = await asking();
    expect(await ask('/objection-t1/settle', {})).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([expect.objectContaining({ pointer: '/outcome' }), expect.objectContaining({ pointer: '/reason' })]),
      },
    });
    expect(await ask('/objection-khac/settle', { outcome: 'cleared', reason: 'Thử' })).toMatchObject({ status: 404 });
    expect(told).toEqual([]);
  });
});
