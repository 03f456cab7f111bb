import { spanOfNomination } from '@laurel/observability';
import { KeyRepository, SCOPES } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prepareStack, submittedEvent, waitFor, type Stack } from '../stack/index.ts';

interface SpanSeen {
  readonly service: string;
  readonly traceId: string;
  readonly name: string;
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly value: { readonly stringValue: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<SpanSeen, 'service'>[] }[];
  }[];
}

const NOMINEE = 'Đỗ Thanh Quỳnh';
const REASON = 'Thành tích nổi bật';

describe('traces', () => {
  const texts: string[] = [];
  let receiver: Server;
  let stack: Stack;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        texts.push(Buffer.concat(chunks).toString());
        response.writeHead(200).end('{}');
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}`;
    stack = await prepareStack({ settings: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } });
    stack.startWorkers();
    await stack.startApi();
  }, 180_000);

  afterAll(async () => {
    await stack.close();
    await new Promise((resolve) => receiver.close(resolve));
  }, 60_000);

  function seen(): readonly SpanSeen[] {
    const sent = texts.flatMap((text) => (JSON.parse(text) as Sent).resourceSpans);
    return sent.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map(({ traceId, name }) => ({ traceId, name, service: resource.attributes[0]?.value.stringValue ?? '' })),
      ),
    );
  }

  it('show a nomination’s way through API, relay, mail, workflow and step as one, and name nobody', async () => {
    const { key } = await new KeyRepository(stack.database).create('integrator', { scopes: SCOPES });
    const { type, id, source, data } = submittedEvent();
    const accepted = await stack.http.ask('/v1/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({ specversion: '1.0', type, id, source, data }),
    });
    const nominationId = String(accepted.json?.['nominationId']);
    const task = await stack.view.waitForTask(nominationId);
    const token = stack.tokenOf(task.id);
    await stack.view.waitForMails();
    const decided = await stack.http.ask(`/t/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ decision: 'approve', reason: REASON }),
    });
    expect(decided.status).toBe(200);

    const { traceId } = spanOfNomination(nominationId);
    const way = (): readonly string[] => seen().flatMap((span) => (span.traceId === traceId ? [`${span.service} ${span.name}`] : []));
    const wanted = [
      'laurel-api accept event',
      'laurel-worker receiveNomination',
      'laurel-worker startNomination',
      'laurel-worker send mail',
      'laurel-api submitDecision',
      'laurel-worker recordAct',
    ];
    await waitFor('the whole way', 60_000, () => Promise.resolve(wanted.every((name) => way().includes(name))));
    await waitFor('the request', 60_000, () => Promise.resolve(seen().some(({ name }) => name === 'POST /t/:token')));
    expect(seen().some(({ name }) => name === 'POST /v1/events')).toBe(true);

    const told = texts.join('\n');
    for (const secret of [token, key, NOMINEE, REASON, 'example.vn', task.personId]) expect(told).not.toContain(secret);
  }, 150_000);
});
