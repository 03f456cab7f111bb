import { describe, expect, it } from '@jest/globals';
import { FakeDesk, fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { ApiParts } from '../parts/parts.ts';

const nominations: ApiParts['nominations'] = { ...fakeParts().nominations, unitOf: () => Promise.resolve('u') };
const task = { id: 't1', nominationId: 'n1', programme: 'p', post: 'p/head', personId: 'hoa' };

async function ask(
  body: object,
  parts: Partial<ApiParts> = {},
  desk = new FakeDesk(),
): Promise<{ status: number; body: unknown; desk: FakeDesk }> {
  const app = await createApi(fakeParts({ desk, parts: { nominations, ...parts } }));
  const headers = { authorization: `Bearer ${KEY}`, 'idempotency-key': 'once' };
  const response = await app.inject({ method: 'POST', url: '/v1/operations/remedies', headers, payload: body });
  await app.close();
  return { status: response.statusCode, body: response.json(), desk };
}

const target = { nominationId: 'n1' };

describe('remedies', () => {
  it('need a reason and what the remedy works with', async () => {
    expect(await ask({ remedy: 'terminate', target })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
    expect(await ask({ remedy: 'extend-deadline', target, reason: 'r' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/workingDays' }] },
    });
    expect(await ask({ remedy: 'reset', target, reason: 'r' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/remedy' }] } });
    expect(await ask({ remedy: 'terminate', target: {}, reason: 'r' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/target' }] },
    });
  });

  it('are recorded as acts of the operator with the reason', async () => {
    const { body, desk } = await ask({ remedy: 'extend-deadline', target, reason: 'Nghỉ lễ', workingDays: 2 });
    expect(body).toMatchObject({ remedy: 'extend-deadline', dryRun: false, items: [{ nominationId: 'n1', status: 'done' }] });
    expect(desk.written[0]).toMatchObject({ actor: 'operator:k1', reason: 'Nghỉ lễ', body: { kind: 'extend', workingDays: 2 } });
  });

  it('change nothing in a dry run', async () => {
    const { body, desk } = await ask({ remedy: 'terminate', target, reason: 'r', dryRun: true });
    expect(body).toMatchObject({ dryRun: true, items: [{ status: 'would-do' }] });
    expect(desk.written).toEqual([]);
  });

  it('tell what the rules refuse, and what is not confirmed yet', async () => {
    const refusing = new FakeDesk();
    refusing.confirmation = { recorded: false, refused: 'CASE_ENDED' };
    expect((await ask({ remedy: 'terminate', target, reason: 'r' }, {}, refusing)).body).toMatchObject({
      items: [{ status: 'refused', detail: expect.stringContaining('CASE_ENDED') }],
    });
    const silent = new FakeDesk();
    silent.confirmation = 'NOT_CONFIRMED';
    expect((await ask({ remedy: 'terminate', target, reason: 'r' }, {}, silent)).body).toMatchObject({
      items: [{ status: 'not-confirmed' }],
    });
  });

  it('give the first answer again under the same key', async () => {
    const results = { remedy: 'terminate', dryRun: false, items: [] };
    const remedies = { ...fakeParts().remedies, claim: () => Promise.resolve({ is: 'done', results } as const) };
    const { body, desk } = await ask({ remedy: 'terminate', target, reason: 'r' }, { remedies });
    expect([body, desk.written]).toEqual([results, []]);
  });

  it('hand the open task to the person meant', async () => {
    const remedies = { ...fakeParts().remedies, openTasks: () => Promise.resolve([task]) };
    const { desk } = await ask({ remedy: 'substitute', target, reason: 'Nghỉ ốm', to: 'binh' }, { remedies });
    expect(desk.written[0]?.body).toEqual({ kind: 'reassign', taskId: 't1', toPersonId: 'binh' });
  });
});
