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

describe('a completion', () => {
  it('takes files from the form and declares them by their hash', async () => {
    const desk = new FakeDesk();
    const page = taskPage({
      kind: 'completion',
      stage: 'completion',
      choices: [],
      nomination: { ...taskPage().nomination, documents: [] },
    });
    const body = new FormData();
    body.append('report', new File(['%PDF-1.7'], 'báo cáo.pdf', { type: 'application/pdf' }));
    const encoded = new Response(body);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    const response = await (
      await api({ desk, page: () => page })
    ).inject({ method: 'POST', url: `/t/${TOKEN}/documents`, payload: Buffer.from(await encoded.arrayBuffer()), headers });
    expect([response.statusCode, response.json()]).toMatchObject([200, { decision: 'complete' }]);
    expect(desk.written[0]?.body).toMatchObject({ kind: 'complete', documents: [{ kind: 'report', name: 'báo cáo.pdf' }] });
  });

  it('names the file that offices do not send', async () => {
    const body = new FormData();
    body.append('report', new File(['MZ'], 'cài đặt.exe', { type: 'application/x-msdownload' }));
    const encoded = new Response(body);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '', accept: 'text/html' };
    const page = taskPage({
      kind: 'completion',
      stage: 'completion',
      choices: [],
      nomination: { ...taskPage().nomination, documents: [] },
    });
    const response = await (
      await api({ page: () => page })
    ).inject({ method: 'POST', url: `/t/${TOKEN}/documents`, payload: Buffer.from(await encoded.arrayBuffer()), headers });
    expect(response.statusCode).toBe(415);
    expect(response.body).toContain('Không nhận tệp “cài đặt.exe”: xin gửi tệp PDF');
  });

  it('reads no file behind a link that does not exist', async () => {
    const response = await (
      await api()
    ).inject({ method: 'POST', url: '/t/unknown/documents', payload: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(response.statusCode).toBe(404);
  });
});
