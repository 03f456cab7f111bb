import { describe, expect, it } from '@jest/globals';
import type { NominationView } from '@laurel/db';
import type { StartNomination, SubmitActInput } from '@laurel/contracts';
import { FakeDesk, fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { ApiParts } from '../parts/parts.ts';

const view = { id: 'n1', programme: 'ntvt', campaign: '2022', unit: 'u', state: 'CONFERRED' } as NominationView;
const nominations: ApiParts['nominations'] = { ...fakeParts().nominations, view: (id) => Promise.resolve(id === 'n1' ? view : null) };

interface Asked {
  readonly url: string;
  readonly payload: object;
  readonly desk?: FakeDesk;
  readonly parts?: Partial<ApiParts>;
  readonly once?: string;
}

async function ask({ url, payload, desk = settledDesk(), parts = {}, once }: Asked) {
  const takenUp: [StartNomination, SubmitActInput][] = [];
  const gateway: ApiParts['gateway'] = {
    ...desk.gateway,
    takeUp: (start, input) => {
      takenUp.push([start, input]);
      return Promise.resolve();
    },
  };
  const app = await createApi(fakeParts({ desk, parts: { nominations, gateway, ...parts } }));
  const headers = { authorization: `Bearer ${KEY}`, ...(once !== undefined && { 'idempotency-key': once }) };
  const answer = await app.inject({ method: 'POST', url, headers, payload });
  await app.close();
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<unknown>(), desk, takenUp };
}

/** A desk where the act is recorded by the time anybody looks. */
function settledDesk(refusal: 'UNKNOWN_GROUND' | null = null): FakeDesk {
  const desk = new FakeDesk();
  const written = desk.acts.write;
  const state = refusal === null ? 'recorded' : 'refused';
  Object.assign(desk.acts, {
    write: async (act: Parameters<typeof written>[0]) => {
      const first = await written(act);
      desk.status = { ...first, state, refusal, seq: 9, settledAt: Date.parse('2026-11-22T02:00:00Z') };
      return first;
    },
  });
  return desk;
}

const complaint = { ground: 'procedure', by: 'Lê Thị Thu', reason: 'Sai trình tự' };

describe('acts after the result', () => {
  it('are written first, then the nomination is taken up again, and the answer says when it was recorded', async () => {
    const { status, body, desk, takenUp } = await ask({ url: '/v1/nominations/n1/complaints', payload: complaint });
    expect([status, body]).toEqual([
      200,
      { nominationId: 'n1', actId: desk.status.id, state: 'CONFERRED', recordedAt: '2026-11-22T02:00:00.000Z' },
    ]);
    expect(desk.written).toMatchObject([{ actor: 'operator:k1', reason: 'Sai trình tự', body: { kind: 'complain', ground: 'procedure' } }]);
    expect(takenUp).toEqual([
      [
        { nominationId: 'n1', programme: 'ntvt', campaign: '2022', standing: null },
        { actId: desk.status.id, kind: 'complain' },
      ],
    ]);
  });

  it('are one act under one key, and another under another', async () => {
    const ids = [];
    for (const once of ['a', 'a', 'b'])
      ids.push((await ask({ url: '/v1/nominations/n1/complaints', payload: complaint, once })).desk.written[0]?.id);
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });

  it('tell what the rules refuse, and what is not known in time', async () => {
    expect(await ask({ url: '/v1/nominations/n1/complaints', payload: complaint, desk: settledDesk('UNKNOWN_GROUND') })).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_GROUND' },
    });
    expect(await ask({ url: '/v1/nominations/n1/complaints', payload: complaint, desk: new FakeDesk() })).toMatchObject({
      status: 503,
      body: { code: 'NOT_CONFIRMED' },
    });
  });

  it('name the field that is missing, and the nomination that is not there', async () => {
    const revocation = { ground: 'fraud', paper: '', reason: 'r', revokedOn: '1/1/2026' };
    expect(await ask({ url: '/v1/nominations/n1/revocations', payload: revocation })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/paper' }, { pointer: '/revokedOn' }] },
    });
    expect((await ask({ url: '/v1/nominations/n9/reopenings', payload: { stage: 's', reason: 'r' } })).status).toBe(404);
  });

  it('set a rule aside in the name of the person who holds the post', async () => {
    const payload = { rule: 'one-award-per-achievement', reason: 'Hai việc khác nhau', post: 'd/chair', person: 'binh' };
    const { desk } = await ask({ url: '/v1/nominations/n1/overrides', payload });
    expect(desk.written).toMatchObject([{ actor: 'binh', body: { kind: 'override', post: 'd/chair', via: 'key:k1' } }]);
    expect(await ask({ url: '/v1/nominations/n1/overrides', payload: { ...payload, person: 'ai-do' } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/person' }] },
    });
  });

  it('write a number on every line of a decision, and none over another', async () => {
    const line = {
      nominationId: 'n1',
      programme: 'ntvt',
      campaign: '2022',
      unit: 'u',
      level: 'district',
      number: null,
      signedOn: '2026-09-01',
    };
    const lines = (number: string | null): Partial<ApiParts> => ({
      aftermath: { ...fakeParts().aftermath, linesOf: () => Promise.resolve([{ ...line, number }]) },
    });
    const done = await ask({ url: '/v1/decisions/d1/number', payload: { number: '12/QĐ' }, parts: lines(null) });
    expect(done).toMatchObject({
      status: 200,
      body: { decisionId: 'd1', number: '12/QĐ', signedOn: '2026-09-01', lines: [{ nominationId: 'n1' }] },
    });
    expect(done.desk.written[0]?.body).toEqual({ kind: 'number-decision', level: 'district', number: '12/QĐ', signedOn: '2026-09-01' });
    expect((await ask({ url: '/v1/decisions/d1/number', payload: { number: '12/QĐ' }, parts: lines('9/QĐ') })).body).toMatchObject({
      code: 'DECISION_NUMBERED',
    });
    expect((await ask({ url: '/v1/decisions/d9/number', payload: { number: '12/QĐ' } })).status).toBe(404);
  });

  it('write one number on many decisions, each of which answers for itself', async () => {
    const line = { nominationId: 'n1', programme: 'ntvt', campaign: '2022', unit: 'u', level: 'district', signedOn: '2026-09-01' };
    const numbers: Readonly<Record<string, string | null>> = { d1: null, d2: '9/QĐ', d4: '12/QĐ' };
    const linesOf = (id: string): ReturnType<ApiParts['aftermath']['linesOf']> =>
      Promise.resolve(id in numbers ? [{ ...line, number: numbers[id] ?? null }] : []);
    const payload = { number: '12/QĐ', signedOn: '2026-09-02', decisions: ['d1', 'd2', 'd3', 'd4', 'd1'] };
    const { status, body, desk } = await ask({
      url: '/v1/decisions/numbers',
      payload,
      parts: { aftermath: { ...fakeParts().aftermath, linesOf } },
    });
    expect([status, body]).toMatchObject([
      200,
      {
        items: [
          { decisionId: 'd1', nominationId: 'n1', status: 'recorded', problem: null },
          { decisionId: 'd2', status: 'refused', problem: { code: 'DECISION_NUMBERED', detailVi: expect.stringContaining('9/QĐ') } },
          { decisionId: 'd3', nominationId: null, status: 'refused', problem: { code: 'NOT_FOUND' } },
          { decisionId: 'd4', status: 'recorded' },
        ],
      },
    ]);
    expect(desk.written[0]?.body).toEqual({ kind: 'number-decision', level: 'district', number: '12/QĐ', signedOn: '2026-09-02' });
    const tooMany = { ...payload, decisions: Array.from({ length: 51 }, (_, index) => `d${String(index)}`) };
    expect((await ask({ url: '/v1/decisions/numbers', payload: tooMany })).status).toBe(422);
  });

  it('are all written where nobody answers, and only the first is waited for', async () => {
    const line = {
      nominationId: 'n1',
      programme: 'ntvt',
      campaign: '2022',
      unit: 'u',
      level: 'district',
      number: null,
      signedOn: '2026-09-01',
    };
    const aftermath = { ...fakeParts().aftermath, linesOf: () => Promise.resolve([line]) };
    const payload = { number: '12/QĐ', signedOn: '2026-09-02', decisions: Array.from({ length: 20 }, (_, index) => `d${String(index)}`) };
    const begun = Date.now();
    const { body, desk, takenUp } = await ask({ url: '/v1/decisions/numbers', payload, desk: new FakeDesk(), parts: { aftermath } });
    const { items } = body as { readonly items: readonly { readonly status: string }[] };
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['not-confirmed']));
    expect([items.length, desk.written.length, takenUp.length]).toEqual([20, 20, 20]);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it('note once what came back and what was found', async () => {
    const noted: string[] = [];
    const aftermath: ApiParts['aftermath'] = {
      ...fakeParts().aftermath,
      recallHome: () => Promise.resolve({ programme: 'ntvt', unit: 'u' }),
      recover: (...given) => {
        noted.push(given.join(' '));
        return Promise.resolve();
      },
    };
    expect((await ask({ url: '/v1/recalls/r1/recovery', payload: { paper: 'BB-01' }, parts: { aftermath } })).status).toBe(204);
    expect(noted).toEqual(['r1 operator:k1 BB-01']);
    expect((await ask({ url: '/v1/reexaminations/x/finding', payload: { finding: 'f' } })).status).toBe(404);
  });
});
