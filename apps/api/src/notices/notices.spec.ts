import { afterEach, describe, expect, it } from '@jest/globals';
import type { NewFeedback, PublicNotice } from '@laurel/db';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fakeParts, RULES } from '../api.fixture.ts';
import { createApi } from '../app.ts';

let app: NestFastifyApplication | null = null;
afterEach(() => app?.close());

const NOTICE: PublicNotice = {
  nominationId: 'n1',
  running: true,
  endsAt: Date.parse('2026-12-04T10:00:00Z'),
  rules: RULES,
  award: 'a',
  unit: { vi: 'Phường 01', en: 'Ward 01' },
  nominee: 'Bùi <Mỹ> Vân',
  achievement: { title: 'Cứu người', summary: 'Nhảy xuống sông', from: '2026-03-01', to: '2026-03-15' },
};

interface World {
  readonly notice?: PublicNotice | null;
  readonly said?: 'kept' | 'known' | 'over' | 'full';
}

/** The API with one notice; what was kept and which loops were woken can be read afterwards. */
async function api({ notice = NOTICE, said = 'kept' }: World = {}) {
  const kept: NewFeedback[] = [];
  const nudged: string[] = [];
  const notices = {
    notice: () => Promise.resolve(notice),
    keep: (feedback: NewFeedback) => {
      kept.push(feedback);
      return Promise.resolve(said);
    },
  };
  app = await createApi(fakeParts({ parts: { notices, nudge: (topic) => void nudged.push(topic) } }));
  return { server: app, kept, nudged };
}

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const post = async (world: World, fields: Readonly<Record<string, string>>) => {
  const { server, ...seen } = await api(world);
  const payload = new URLSearchParams(fields).toString();
  return { response: await server.inject({ method: 'POST', url: '/n/n1', headers: form, payload }), ...seen };
};

describe('the page of a public notice', () => {
  it('says name, unit, award, achievement and until when, to anybody, without a script', async () => {
    const { server } = await api();
    const { statusCode, headers, body } = await server.inject({ url: '/n/n1' });
    expect(statusCode).toBe(200);
    for (const words of ['Bùi &lt;Mỹ&gt; Vân', 'Phường 01', 'Người tốt', 'Cứu người', '17:00 thứ Sáu 04/12/2026', '<textarea'])
      expect(body).toContain(words);
    expect(body).not.toContain('<script');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('speaks English on request', async () => {
    const { server } = await api();
    expect((await server.inject({ url: '/n/n1?lang=en' })).body).toContain('Comments are taken until 17:00 on Friday');
  });

  it('names nobody and takes nothing once it is over', async () => {
    const { server } = await api({ notice: { ...NOTICE, running: false } });
    const { statusCode, body } = await server.inject({ url: '/n/n1' });
    expect([statusCode, body.includes('Đã hết thời gian')]).toEqual([200, true]);
    for (const words of ['Vân', 'Cứu người', '<form']) expect(body).not.toContain(words);
  });

  it('is not there where nothing was published, in words for a person', async () => {
    const { server } = await api({ notice: null });
    const { statusCode, body } = await server.inject({ url: '/n/n9', headers: { accept: 'text/html' } });
    expect([statusCode, body.includes('Không có thông báo')]).toEqual([404, true]);
    expect((await server.inject({ method: 'POST', url: '/n/n9', headers: form, payload: 'text=a' })).statusCode).toBe(404);
  });
});

describe('a comment of the public', () => {
  it('is kept as it was written, and the worker is woken', async () => {
    const { response, kept, nudged } = await post({}, { text: ' Tôi biết việc này ', writer: '', contact: 'dan@example.vn' });
    expect([response.statusCode, response.body.includes('Đã nhận ý kiến')]).toEqual([200, true]);
    expect(kept).toEqual([{ nominationId: 'n1', text: 'Tôi biết việc này', writer: null, contact: 'dan@example.vn' }]);
    expect(nudged).toEqual(['laurel_acts']);
  });

  it.each([
    ['known', 200, 'đã được nhận trước đó'],
    ['over', 409, 'chưa được ghi nhận'],
    ['full', 429, 'gửi ý kiến trực tiếp'],
  ] as const)('%s: is answered %i in words, and wakes nobody', async (said, status, words) => {
    const { response, nudged } = await post({ said }, { text: 'Không đúng' });
    expect([response.statusCode, response.body.includes(words), nudged]).toEqual([status, true, []]);
  });

  it('that is empty or too long is refused, not kept, and not lost to its writer', async () => {
    const empty = await post({}, { text: '  ' });
    expect([empty.response.statusCode, empty.kept]).toEqual([422, []]);
    const long = await post({}, { text: 'a'.repeat(4_001) });
    expect([long.response.statusCode, long.kept, long.response.body.includes('a'.repeat(4_001))]).toEqual([422, [], true]);
    const huge = await post({}, { text: 'a'.repeat(70_000) });
    expect([huge.response.statusCode, huge.kept]).toEqual([413, []]);
  });

  it('comes at most a few times in ten minutes from one place', async () => {
    const { server, kept } = await api();
    const send = () => server.inject({ method: 'POST', url: '/n/n1', headers: form, payload: 'text=a' });
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await send()).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(kept).toHaveLength(6);
  });
});
