import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { remedyOutcome, type RemedyItem, type RemedyTarget } from '@laurel/contracts';
import type { StuckGroup } from '@laurel/domain';
import { fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { OperationsParts } from '../parts/operations-parts.ts';
import { operationsInMemory } from './operations.fixture.ts';

const target = { nominationId: 'n1' };
// A module of Nest on a busy machine takes its time.
jest.setTimeout(30_000);

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

const ran: { target: RemedyTarget; dryRun: boolean }[] = [];

const run = (given: RemedyTarget, dryRun: boolean): readonly RemedyItem[] => {
  ran.push({ target: given, dryRun });
  return [{ nominationId: given.nominationId ?? '', status: dryRun ? 'would-do' : 'done', detail: '' }];
};

async function asking(
  operations: OperationsParts = operationsInMemory(run),
): Promise<(body: object, key?: string) => Promise<{ status: number; body: Record<string, unknown> }>> {
  ran.length = 0;
  const app = await createApi(fakeParts({ parts: { operations } }));
  close = () => app.close();
  return async (body, key = 'once') => {
    const headers = { authorization: `Bearer ${KEY}`, 'idempotency-key': key };
    const response = await app.inject({ method: 'POST', url: '/v1/operations/remedies', headers, payload: body });
    return { status: response.statusCode, body: response.json() };
  };
}

const group: StuckGroup = {
  class: 'OVERDUE',
  groupKey: 'OVERDUE:p/s',
  count: 2,
  since: 0,
  owner: 'operations',
  cause: { vi: 'v', en: 'e' },
  evidence: { vi: '', en: '' },
  remedies: ['retry-now'],
  cases: ['n1', 'n2', 'n2'].map((nominationId) => ({ nominationId, eventId: null, since: 0 })),
};

const LACKING: readonly (readonly [object, string])[] = [
  [{ remedy: 'terminate', target }, '/reason'],
  [{ remedy: 'extend-deadline', target, reason: 'r' }, '/workingDays'],
  [{ remedy: 'correct-address', target, reason: 'r' }, '/address'],
  [{ remedy: 'correct-address', target, reason: 'r', address: 'nobody' }, '/address'],
  [{ remedy: 'reassign', target, reason: 'r' }, '/to'],
  [{ remedy: 'dance', target, reason: 'r' }, '/remedy'],
  [{ remedy: 'terminate', target: {}, reason: 'r' }, '/target'],
  [{ remedy: 'terminate', target: { nominationId: 'a', eventId: 'b' }, reason: 'r' }, '/target'],
];

describe('remedies', () => {
  it('need a reason and what the remedy works with', async () => {
    const ask = await asking();
    for (const [body, pointer] of LACKING)
      expect([body, await ask(body)]).toMatchObject([body, { status: 422, body: { errors: [{ pointer }] } }]);
    expect(ran).toEqual([]);
  });

  it('run once under one key, and give the first answer again', async () => {
    const ask = await asking();
    const first = await ask({ remedy: 'terminate', target, reason: 'Trùng hồ sơ' });
    expect(first).toMatchObject({
      status: 200,
      body: { dryRun: false, total: 1, done: 1, items: [{ nominationId: 'n1', status: 'done' }] },
    });
    expect((await ask({ remedy: 'terminate', target, reason: 'Trùng hồ sơ' })).body).toEqual(first.body);
    expect(ran).toHaveLength(1);
    expect((await ask({ remedy: 'terminate', target, reason: 'Lý do khác' })).status).toBe(422);
  });

  it('tell in a dry run what would happen, and write no job', async () => {
    const ask = await asking();
    expect((await ask({ remedy: 'terminate', target, reason: 'r', dryRun: true })).body).toMatchObject({
      dryRun: true,
      jobId: null,
      items: [{ status: 'would-do' }],
    });
    expect(ran).toMatchObject([{ dryRun: true }]);
    expect((await ask({ remedy: 'terminate', target, reason: 'r' })).body).toMatchObject({ dryRun: false, done: 1 });
  });

  it('say what became of each in both languages, and show what was kept without a code', async () => {
    const kept: readonly RemedyItem[] = [
      { nominationId: 'n1', ...remedyOutcome('mails-go', { mails: 3 }) },
      { nominationId: 'n2', status: 'done', detail: 'sent in an earlier version' },
    ];
    const ask = await asking(operationsInMemory(() => kept));
    const { items } = (await ask({ remedy: 'resend-mail', target, reason: 'r' })).body;
    expect(items).toEqual([
      { ...kept[0], code: 'mails-go', facts: { mails: 3 }, detailIn: { vi: 'Đang gửi lại 3 thư.', en: '3 mails are sent again.' } },
      kept[1],
    ]);
  });

  it('reach every case of a group once', async () => {
    const snapshots = {
      last: () =>
        Promise.resolve({
          asOf: Date.now(),
          sees: { temporal: true, database: true, visibility: true },
          figures: { tookMs: 1, listCalls: 1, examined: 0, queue: null },
        }),
      groups: () => Promise.resolve([group]),
    };
    const ask = await asking(operationsInMemory(run, { snapshots }));
    expect((await ask({ remedy: 'retry-now', target: { groupKey: group.groupKey }, reason: 'r' })).body).toMatchObject({
      total: 2,
      done: 2,
    });
    expect(ran.map((one) => one.target.nominationId)).toEqual(['n1', 'n2']);
  });

  it('say when there is no such group', async () => {
    const ask = await asking();
    expect((await ask({ remedy: 'retry-now', target: { groupKey: 'OVERDUE:x' }, reason: 'r' })).status).toBe(404);
  });
});
