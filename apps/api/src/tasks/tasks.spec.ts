import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FakeDesk, fakeParts, taskPage, TOKEN, type FakeWorld } from '../api.fixture.ts';
import { createApi } from '../app.ts';

let app: NestFastifyApplication | null = null;
afterEach(() => app?.close());

async function api(world: FakeWorld = {}): Promise<NestFastifyApplication> {
  app = await createApi(fakeParts(world));
  return app;
}

const url = `/t/${TOKEN}`;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const browser = { ...form, accept: 'text/html,application/xhtml+xml' };
const post = async (world: FakeWorld, payload: string, headers: Record<string, string> = form) =>
  (await api(world)).inject({ method: 'POST', url, payload, headers });

const closure = {
  at: Date.parse('2026-11-21T03:00:00Z'),
  by: 'Trần Văn Bình',
  byKind: 'person',
  actorId: 'binh',
  actKind: 'decide',
  choice: 'approve',
} as const;

describe('the page of a task', () => {
  it('says who is asked, for what, by when, and what follows, in the language of the person', async () => {
    const { statusCode, headers, body } = await (await api()).inject({ url });
    expect(statusCode).toBe(200);
    for (const words of [
      'lang="vi"',
      'Nguyễn Thị Hoa',
      'Trưởng phường',
      'Bùi &lt;Mỹ&gt; Vân',
      '17:00 thứ Ba 27/11/2096',
      'khép lại vì quá hạn',
      'chuyển lên Quận',
      'chưa nhận được',
    ]) {
      expect(body).toContain(words);
    }
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(body).not.toContain('<script');
  });

  it('speaks English on request', async () => {
    const { body } = await (await api()).inject({ url: `${url}?lang=en` });
    expect(body).toMatch(/\d+ working days left: please answer by 17:00 on Tuesday/);
    expect(body).toContain('lang="en"');
  });

  it('answers HEAD and changes nothing', async () => {
    const desk = new FakeDesk();
    const response = await (await api({ desk })).inject({ method: 'HEAD', url });
    expect([response.statusCode, desk.written.length]).toEqual([200, 0]);
  });

  it('tells a guessed, a malformed and a tampered token the very same', async () => {
    const server = await api();
    const bodies = await Promise.all(
      ['x', 'y'.repeat(43), '%zz', 'a/b', 'z'.repeat(300)].map(async (token) => (await server.inject({ url: `/t/${token}` })).body),
    );
    expect(new Set(bodies).size).toBe(1);
    expect((await server.inject({ url: '/t/x' })).statusCode).toBe(404);
    expect((await server.inject({ url: '/t/x', headers: { accept: 'text/html' } })).body).toContain('Đường dẫn này không có ở đây');
  });

  it('slows down whoever guesses, and nobody with a real link', async () => {
    const server = await api();
    const codes = [];
    for (let count = 0; count < 60; count += 1) codes.push((await server.inject({ url: `/t/guess-${String(count)}` })).statusCode);
    expect([codes[0], codes.at(-1)]).toEqual([404, 429]);
    expect((await server.inject({ url })).statusCode).toBe(200);
  });

  it.each([
    ['superseded', { state: 'superseded', closure } as const, 'Trần Văn Bình đã trả lời trước'],
    [
      'lapsed',
      { state: 'lapsed', closure: { ...closure, by: null, byKind: 'rules', actorId: null } } as const,
      'Đã quá hạn lúc 10:00 thứ Bảy',
    ],
    ['reassigned', { state: 'reassigned', closure: { ...closure, byKind: 'operator', by: null } } as const, 'giao việc này cho người khác'],
    ['withdrawn', { state: 'withdrawn', closure: { ...closure, byKind: 'source' } } as const, 'đã được rút hoặc dừng'],
  ])('is honest about a task that was %s', async (_, change, words) => {
    expect((await (await api({ page: () => taskPage(change) })).inject({ url })).body).toContain(words);
  });

  it('is honest about a hold', async () => {
    const held = taskPage();
    const { body } = await (await api({ page: () => ({ ...held, nomination: { ...held.nomination, held: true } }) })).inject({ url });
    expect(body).toContain('đang tạm dừng');
    expect(body).not.toContain('<form');
  });
});

describe('an answer', () => {
  it('is told as recorded only when it is, with the same words each time', async () => {
    const desk = new FakeDesk();
    const response = await post({ desk }, 'decision=approve&reason=');
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { taskId: 'n1-1-0', decision: 'approve', recordedAt: '2026-11-22T02:00:00.000Z', reference: '01HZ-ACT1' },
    ]);
    expect(desk.written[0]).toMatchObject({
      nominationId: 'n1',
      actor: 'hoa',
      reason: null,
      body: { kind: 'decide', taskId: 'n1-1-0', choice: 'approve' },
    });
    expect(desk.told).toEqual([{ actId: '01HZZZZZZZZZZZZZ01HZACT1', taskId: 'n1-1-0', choice: 'approve' }]);
  });

  it('is the same 200 when the same choice was recorded before, and 409 for another', async () => {
    const world = {
      page: () =>
        taskPage({
          state: 'decided',
          closure: { ...closure, actorId: 'hoa' },
          own: { id: '01HZZZZZZZZZZZZZ7K2M9QH4', kind: 'decide', choice: 'approve', at: closure.at },
        }),
    };
    expect((await post(world, 'decision=approve')).json()).toEqual({
      taskId: 'n1-1-0',
      decision: 'approve',
      recordedAt: '2026-11-21T03:00:00.000Z',
      reference: '7K2M-9QH4',
    });
    const other = await post(world, 'decision=reject&reason=x');
    expect([other.statusCode, other.json()]).toMatchObject([
      409,
      { code: 'ALREADY_DECIDED', closedBy: 'Trần Văn Bình', closedAt: '2026-11-21T03:00:00.000Z', decision: 'approve' },
    ]);
  });

  it('is refused without a choice, with a foreign one, and without a reason where one is needed', async () => {
    const desk = new FakeDesk();
    const codes = [];
    for (const payload of [
      'reason=x',
      'decision=refer-up',
      'decision=reject',
      'decision=delegate',
      'decision=delegate&to=nobody',
      'decision=a&decision=b',
    ]) {
      const response = await post({ desk }, payload);
      codes.push([response.statusCode, response.json<{ code: string }>().code]);
      await app?.close();
    }
    expect(codes).toEqual([
      [422, 'INVALID_REQUEST'],
      [422, 'CHOICE_NOT_ALLOWED'],
      [422, 'REASON_REQUIRED'],
      [422, 'INVALID_REQUEST'],
      [422, 'INVALID_REQUEST'],
      [422, 'INVALID_REQUEST'],
    ]);
    expect(desk.written).toEqual([]);
  });

  it('is delegated to a colleague', async () => {
    const desk = new FakeDesk();
    expect(
      (await post({ desk }, JSON.stringify({ decision: 'delegate', to: 'binh' }), { 'content-type': 'application/json' })).json(),
    ).toMatchObject({ decision: 'delegate' });
    expect(desk.written[0]?.body).toEqual({ kind: 'delegate', taskId: 'n1-1-0', toPersonId: 'binh' });
  });

  it('is 503 when nobody knows in time, and 200 when the row knows better', async () => {
    const desk = new FakeDesk();
    desk.confirmation = 'NOT_CONFIRMED';
    const unknown = await post({ desk }, 'decision=approve');
    expect([unknown.statusCode, unknown.json()]).toMatchObject([
      503,
      { code: 'NOT_CONFIRMED', detail: 'Press again or reload, it will not count twice.' },
    ]);
    await app?.close();
    const recorded = new FakeDesk();
    recorded.confirmation = 'NOT_CONFIRMED';
    const statusOf = () => Promise.resolve({ id: 'act-1', state: 'recorded', refusal: null, seq: 3, settledAt: closure.at } as const);
    expect((await post({ desk: recorded, parts: { acts: { ...recorded.acts, statusOf } } }, 'decision=approve')).statusCode).toBe(200);
  });

  it('is 503 NOT_CONFIRMED as well when the database is gone or hangs', async () => {
    const desk = new FakeDesk();
    const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    const hangs = () => new Promise<never>(() => undefined);
    for (const write of [gone, hangs]) {
      const response = await post({ desk, parts: { acts: { ...desk.acts, write } } }, 'decision=approve');
      expect([response.statusCode, response.json()]).toMatchObject([503, { code: 'NOT_CONFIRMED' }]);
      await app?.close();
    }
  });

  it('that lost the race is told by whom and when', async () => {
    const desk = new FakeDesk();
    desk.confirmation = { recorded: false, refused: 'NOT_YOUR_TASK' };
    let reads = 0;
    const page = () => taskPage((reads += 1) > 1 ? { state: 'superseded', closure } : {});
    const response = await post({ desk, page }, 'decision=approve');
    expect([response.statusCode, response.json()]).toMatchObject([409, { closedBy: 'Trần Văn Bình', decision: 'approve' }]);
    expect(desk.status).toMatchObject({ state: 'refused', refusal: 'NOT_YOUR_TASK' });
  });

  it('gets a page in a browser: recorded, or the form again with what is missing', async () => {
    const recorded = await post({}, 'decision=approve', browser);
    expect([recorded.statusCode, recorded.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(recorded.body).toContain('Đã ghi nhận');
    await app?.close();
    const missing = await post({}, 'decision=reject&reason=', browser);
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('Lựa chọn này cần nêu lý do');
    expect(missing.body).toMatch(/value="reject" required checked/);
  });

  it('is not taken in the future', async () => {
    const decision = taskPage({ kind: 'decision', stage: 'decision', choices: ['approve', 'reject'] });
    const response = await post({ page: () => decision }, 'decision=approve&signedOn=2999-01-01');
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/signedOn' }] });
  });
});
