import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fakeParts, KEY, TOKEN } from './api.fixture.ts';
import { createApi } from './app.ts';

const data = {
  programme: 'p',
  campaign: '2022',
  submission: '1/TTr',
  nominator: { unit: 'u', officer: 'a@example.vn' },
  nominee: { kind: 'individual', fullName: 'Bùi Mỹ Vân' },
  award: 'a',
  achievement: { title: 'x', summary: '', from: '2022-03-01', to: '2022-03-02', stream: 'regular', basis: 'single-deed' },
};
const event = (id: string) => ({ specversion: '1.0', id, source: '/units/u', type: 'laurel.nomination.submitted.v1', data });
const authorization = `Bearer ${KEY}`;
const structured = { authorization, 'content-type': 'application/cloudevents+json' };

describe('the API', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const accept: ReturnType<typeof fakeParts>['intake']['accept'] = (given) => {
      if (given.id === 'down') return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      if (given.id === 'bug') return Promise.reject(new Error('secret detail'));
      if (given.id === 'clash') return Promise.resolve({ is: 'conflict' });
      if (given.id === 'closed')
        return Promise.resolve({ is: 'invalid', errors: [{ pointer: '/data/campaign', detail: 'closed', detailVi: 'đã đóng' }] });
      return Promise.resolve({ is: 'accepted', nominationId: `n-${given.id}`, repeated: false });
    };
    app = await createApi(fakeParts({ parts: { intake: { accept } } }));
  });
  afterAll(() => app.close());

  const send = (payload: unknown, headers: Record<string, string> = structured) =>
    app.inject({ method: 'POST', url: '/v1/events', headers, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });

  it('accepts an event with 202 and a location', async () => {
    const response = await send(event('1'));
    expect([response.statusCode, response.json(), response.headers.location]).toEqual([
      202,
      { eventId: '1', status: 'accepted', nominationId: 'n-1' },
      '/v1/nominations/n-1',
    ]);
  });

  it('accepts binary mode', async () => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': 'b',
      'ce-source': '/units/u',
      'ce-type': 'laurel.nomination.submitted.v1',
    };
    expect((await send(data, headers)).statusCode).toBe(202);
  });

  it('answers each item of a batch on its own, in order', async () => {
    const response = await send([event('1'), event('closed'), { id: 'x' }, event('2')], {
      ...structured,
      'content-type': 'application/cloudevents-batch+json',
    });
    const { items } = response.json<{ items: { id: string; status: string; problem?: { status: number } }[] }>();
    expect([response.statusCode, items.map(({ id, status, problem }) => [id, status, problem?.status])]).toEqual([
      200,
      [
        ['1', 'accepted', undefined],
        ['closed', 'refused', 422],
        ['x', 'refused', 400],
        ['2', 'accepted', undefined],
      ],
    ]);
  });

  it.each([
    ['no key', event('1'), { 'content-type': 'application/cloudevents+json' }, 401],
    ['a wrong key', event('1'), { ...structured, authorization: 'Bearer nope' }, 401],
    ['another payload', event('clash'), structured, 409],
    ['a closed campaign', event('closed'), structured, 422],
    ['wrong data', { ...event('1'), data: {} }, structured, 422],
    ['no event', { hello: 1 }, structured, 400],
    ['broken JSON', '{', structured, 400],
    ['broken JSON in binary mode', '{', { authorization, 'content-type': 'application/json' }, 400],
    ['another media type', 'x', { authorization, 'content-type': 'text/csv' }, 415],
    ['a type of text', 'x', { authorization, 'content-type': 'text/plain' }, 415],
    ['too large a body', JSON.stringify({ ...event('1'), extra: 'x'.repeat(20_000) }), structured, 413],
    ['no database', event('down'), structured, 503],
    ['a bug', event('bug'), structured, 500],
  ])('answers %s as a problem', async (_, payload, headers, status) => {
    const response = await send(payload, headers);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      status,
      title: expect.any(String),
      titleVi: expect.any(String),
      correlationId: response.headers['x-correlation-id'],
    });
    expect(response.body).not.toMatch(/secret detail|node_modules/);
    if (status === 503) expect(response.headers['retry-after']).toBe('5');
    if (status === 401) expect(response.headers['www-authenticate']).toContain('Bearer');
  });

  it('describes itself', async () => {
    const open = (await app.inject({ url: '/openapi.json' })).json<{ openapi: string; paths: object; components: { schemas: object } }>();
    expect(open.openapi).toBe('3.1.0');
    expect(Object.keys(open.paths)).toEqual(
      expect.arrayContaining([
        '/v1/events',
        '/v1/documents/{sha256}',
        '/v1/nominations',
        '/v1/nominations/{id}',
        '/v1/nominations/{id}/timeline',
        '/v1/reports/titles',
        '/v1/reports/timeliness',
        '/t/{token}',
        '/v1/operations/stuck',
        '/v1/operations/remedies',
        '/health/ready',
      ]),
    );
    expect(Object.keys(open.components.schemas)).toEqual(expect.arrayContaining(['Nomination', 'Problem', 'AcceptedEvent']));
    const references = [...JSON.stringify(open).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => !Object.keys(open.components.schemas).includes(name ?? ''))).toEqual([]);
    expect((await app.inject({ url: '/asyncapi.json' })).json()).toMatchObject({ asyncapi: '3.1.0' });
    expect((await app.inject({ url: '/' })).body).toContain('/openapi.json');
  });

  it('is alive, and ready while events can be stored', async () => {
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
    const ready = await app.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'degraded', parts: { database: 'ok', temporal: 'ok', workers: 'down', mail: 'ok' } },
    ]);
  });

  it('reads filters and refuses what it cannot use', async () => {
    expect((await app.inject({ url: '/v1/nominations?limit=10&q=v%C3%A2n', headers: { authorization } })).json()).toEqual({
      items: [],
      nextCursor: null,
    });
    expect((await app.inject({ url: '/v1/nominations?limit=x', headers: { authorization } })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/limit' }],
    });
    expect((await app.inject({ url: '/v1/nominations?state=CONFERED', headers: { authorization } })).json()).toMatchObject({
      status: 422,
      detailVi: 'Xin sửa các mục nêu dưới đây rồi gửi lại.',
      errors: [
        {
          pointer: '/state',
          detail: expect.stringMatching(/^State – give one of .*CONFERRED/) as unknown,
          detailVi: expect.stringMatching(/^Trạng thái – xin ghi một trong: .*CONFERRED/) as unknown,
        },
      ],
    });
    expect((await app.inject({ url: '/v1/nominations/none', headers: { authorization } })).statusCode).toBe(404);
    expect((await app.inject({ url: '/v1/nowhere', headers: { authorization } })).json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await app.inject({ url: '/v1/reports/titles?asOf=2022-09-29', headers: { authorization } })).json()).toMatchObject({
      asOf: '2022-09-29',
      total: 0,
      counts: [],
    });
  });

  it.each(['nominations/%00', 'nominations?unit=%00', 'nominations?q=a%00', 'nominees/%00', 'sessions/%00', 'complaints?ground=%00'])(
    'never asks the database for what it cannot keep: %s',
    async (address) => {
      const answer = await app.inject({ url: `/v1/${address}`, headers: { authorization } });
      expect([answer.statusCode, answer.json()]).toMatchObject([422, { errors: [{ detail: expect.stringContaining('NUL') as unknown }] }]);
    },
  );

  it('checks documents before it keeps them', async () => {
    const put = (type: string, payload: string) =>
      app.inject({ method: 'PUT', url: `/v1/documents/${'a'.repeat(64)}`, headers: { authorization, 'content-type': type }, payload });
    expect((await put('application/pdf', '%PDF-1.7')).statusCode).toBe(201);
    expect((await put('application/pdf', 'MZ')).statusCode).toBe(422);
    expect((await put('text/html', '<p>')).statusCode).toBe(415);
    const large = await put('application/pdf', `%PDF${'x'.repeat(300_000)}`);
    expect([large.statusCode, large.json()]).toMatchObject([413, { detail: 'Send at most 200000 bytes at once.' }]);
    const elsewhere = await app.inject({
      method: 'PUT',
      url: '/v1/documents/xyz',
      headers: { authorization, 'content-type': 'application/pdf' },
      payload: '%PDF',
    });
    expect([elsewhere.statusCode, elsewhere.json()]).toMatchObject([422, { errors: [{ pointer: '/sha256' }] }]);
  });

  it('slows down whoever hammers one link', async () => {
    const codes = new Set<number>();
    for (let count = 0; count < 60; count += 1) codes.add((await app.inject({ url: `/t/${TOKEN}` })).statusCode);
    expect(codes).toEqual(new Set([200, 429]));
  });
});

describe('an API that is told to stop', () => {
  it('answers whoever is still connected', async () => {
    const asking = new EventEmitter();
    const asked = once(asking, 'asked');
    const canStore = async () => {
      asking.emit('asked');
      await once(asking, 'answered');
      return true;
    };
    const app = await createApi(fakeParts({ parts: { health: { ...fakeParts().health, canStore } } }));
    await app.listen(0, '127.0.0.1');
    const server = app.getHttpServer();
    const socket = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');
    const said = text(socket);
    const get = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    get('/health/ready');
    await asked;
    const stopped = app.close();
    while (server.listening) await nextTurn();
    const second = once(server, 'request');
    get('/health/live');
    await second;
    asking.emit('answered');
    expect((await said).match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    await stopped;
  });
});

describe('a key', () => {
  it('does only what it was made for', async () => {
    const app = await createApi(
      fakeParts({
        grants: { scopes: ['nominations:read'], units: ['u1'] },
        parts: { nominations: { ...fakeParts().nominations, homeOf: () => Promise.resolve({ programme: 'ntvt', unit: 'u2' }) } },
      }),
    );
    const codes = await Promise.all(
      [{ url: '/v1/nominations/n/timeline' }, { url: '/v1/operations/stuck' }, { url: '/v1/nominations' }].map(
        async ({ url }) => (await app.inject({ url, headers: { authorization } })).statusCode,
      ),
    );
    expect(codes).toEqual([403, 403, 200]);
    expect(
      (await app.inject({ method: 'POST', url: '/v1/events', headers: structured, payload: JSON.stringify(event('1')) })).statusCode,
    ).toBe(403);
    await app.close();
  });
});
