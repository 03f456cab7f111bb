import type { StuckGroup } from '@laurel/domain';
import { describe, expect, it, jest } from '@jest/globals';
import { fakeParts, FakeDesk, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { OperationsParts } from '../parts/operations-parts.ts';
import { healthyTables, operationsInMemory } from './operations.fixture.ts';

// A module of Nest on a busy machine takes its time.
jest.setTimeout(30_000);

const sees = { temporal: true, database: true, visibility: true };
const figures = { tookMs: 20, listCalls: 1, examined: 0, queue: null };

async function look(parts: Partial<OperationsParts>, url = '/v1/operations/stuck', language = 'vi'): Promise<Record<string, unknown>> {
  const app = await createApi(fakeParts({ parts: { operations: operationsInMemory(() => [], parts) } }));
  const response = await app.inject({ url, headers: { authorization: `Bearer ${KEY}`, 'accept-language': language } });
  await app.close();
  return response.json();
}

const seen = (agoMs: number): OperationsParts['snapshots'] => ({
  last: () => Promise.resolve({ asOf: Date.now() - agoMs, sees, figures }),
  groups: () => Promise.resolve([]),
});

describe('the list of what is stuck', () => {
  it('says as of when, and what it saw', async () => {
    expect(await look({ snapshots: seen(5_000) })).toMatchObject({ sees, stale: false, groups: [] });
  });

  it('looks by itself when the last look is old, and says what it does not see', async () => {
    expect(await look({ snapshots: seen(100_000) })).toMatchObject({
      stale: true,
      sees: { database: true, visibility: false },
      groups: [],
    });
  });

  it('does not pass an old list for a healthy one when nobody works any more', async () => {
    const tables = { ...healthyTables(), lastTurnAt: Date.now() - 60_000, waiting: { events: 2, acts: 1 } };
    const list = await look({ snapshots: seen(5_000), evidence: { tables: () => Promise.resolve(tables) } });
    expect(list).toMatchObject({ stale: true, groups: [{ class: 'NO_WORKER', count: 3, owner: 'operations' }] });
  });

  it('says that the server cannot be reached', async () => {
    const desk = new FakeDesk();
    const app = await createApi(
      fakeParts({ parts: { operations: operationsInMemory(), gateway: { ...desk.gateway, ping: () => Promise.resolve(false) } } }),
    );
    const response = await app.inject({ url: '/v1/operations/stuck', headers: { authorization: `Bearer ${KEY}` } });
    expect(response.json()).toMatchObject({
      sees: { temporal: false },
      groups: [{ class: 'SERVER_UNREACHABLE', cause: expect.stringContaining('Không') }],
    });
    await app.close();
  });

  it('keeps since when the server has been away, once a worker has noted it', async () => {
    const blind = { temporal: false, database: true, visibility: false };
    const away: StuckGroup = {
      class: 'SERVER_UNREACHABLE',
      groupKey: 'SERVER_UNREACHABLE',
      count: 1,
      since: Date.parse('2026-11-22T01:00:00Z'),
      owner: 'operations',
      cause: { vi: 'v', en: 'e' },
      evidence: { vi: 'không trả lời', en: 'no answer' },
      remedies: [],
      cases: [],
    };
    const snapshots: OperationsParts['snapshots'] = {
      last: () => Promise.resolve({ asOf: Date.now() - 5_000, sees: blind, figures }),
      groups: () => Promise.resolve([away]),
    };
    const gateway = { ...new FakeDesk().gateway, ping: () => Promise.resolve(false) };
    const app = await createApi(fakeParts({ parts: { operations: operationsInMemory(() => [], { snapshots }), gateway } }));
    const response = await app.inject({ url: '/v1/operations/stuck', headers: { authorization: `Bearer ${KEY}` } });
    expect(response.json()).toMatchObject({
      sees: blind,
      stale: false,
      groups: [{ since: '2026-11-22T01:00:00.000Z', evidence: 'không trả lời', evidenceIn: { en: 'no answer' } }],
    });
    await app.close();
  });

  it('gives the cause in the language asked for, Vietnamese first', async () => {
    const channelDown = { since: 0, reason: 'refused', count: 3, cases: [] };
    const evidence = { tables: () => Promise.resolve({ ...healthyTables(), channelDown }) };
    const [vi, en] = [await look({ evidence }), await look({ evidence }, '/v1/operations/stuck?class=MAIL_CHANNEL_DOWN', 'en-GB')];
    expect(vi).toMatchObject({ groups: [{ count: 3, cause: expect.stringContaining('Máy chủ thư') }] });
    expect(en).toMatchObject({ groups: [{ cause: expect.stringContaining('mail server') }] });
    expect(await look({ evidence }, '/v1/operations/stuck?class=OVERDUE')).toMatchObject({ groups: [] });
  });

  it('shows figures to a scraper of this machine, and to others only with a key', async () => {
    const app = await createApi(fakeParts());
    const local = await app.inject({ url: '/metrics' });
    expect([local.statusCode, local.headers['content-type']]).toEqual([200, expect.stringContaining('openmetrics')]);
    expect(local.body).toContain('laurel_stuck_cases{class="OVERDUE"} 0');
    expect((await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(401);
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(401);
    expect(
      (await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9', headers: { authorization: `Bearer ${KEY}` } })).statusCode,
    ).toBe(200);
    await app.close();
  });
});
