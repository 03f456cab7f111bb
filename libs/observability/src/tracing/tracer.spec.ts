import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callerSpan, spanOfNomination } from './span.ts';
import { tracedGateway, tracedSteps } from './traced.ts';
import { Tracer, tracerOf } from './tracer.ts';

interface Received {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly links: readonly object[];
  readonly status: { readonly code?: number };
}

interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly object[] };
    readonly scopeSpans: readonly { readonly spans: readonly Received[] }[];
  }[];
}

describe('a tracer', () => {
  const bodies: Body[] = [];
  let asked: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders } | null = null;
  let status = 200;
  let server: Server;
  let tracer: Tracer;
  const errors: unknown[] = [];

  beforeEach(async () => {
    bodies.length = 0;
    errors.length = 0;
    status = 200;
    server = createServer((request, response) => {
      asked = { url: request.url, headers: request.headers };
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Body);
        response.writeHead(status).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    tracer = new Tracer({
      endpoint,
      headers: 'authorization=Basic%20abc, x-tenant=laurel',
      service: 'laurel-spec',
      onError: (error) => errors.push(error),
    });
  });

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  const spans = (): readonly Received[] =>
    bodies.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));

  it('sends OTLP/JSON to /v1/traces, with the headers of the setting', async () => {
    await tracer.span('work', { kind: 'server', attributes: { route: '/x', count: 3, late: true, share: 0.5 } }, () => Promise.resolve());
    await tracer.close();
    expect(asked).toMatchObject({
      url: '/v1/traces',
      headers: { authorization: 'Basic abc', 'x-tenant': 'laurel', 'content-type': 'application/json' },
    });
    expect(bodies[0]?.resourceSpans[0]?.resource.attributes).toEqual([{ key: 'service.name', value: { stringValue: 'laurel-spec' } }]);
    const [span] = spans();
    expect(span).toMatchObject({
      traceId: expect.stringMatching(/^[\da-f]{32}$/),
      spanId: expect.stringMatching(/^[\da-f]{16}$/),
      name: 'work',
      kind: 2,
      attributes: [
        { key: 'route', value: { stringValue: '/x' } },
        { key: 'count', value: { intValue: '3' } },
        { key: 'late', value: { boolValue: true } },
        { key: 'share', value: { doubleValue: 0.5 } },
      ],
      status: {},
    });
    expect(BigInt(span?.endTimeUnixNano ?? 0)).toBeGreaterThanOrEqual(BigInt(span?.startTimeUnixNano ?? 0));
    expect(Math.abs(Number(span?.startTimeUnixNano) / 1e6 - Date.now())).toBeLessThan(60_000);
  });

  it('puts what a span does below it, and a caller above it', async () => {
    const caller = callerSpan(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
    await tracer.span('outer', { caller }, () => tracer.span('inner', {}, () => Promise.resolve()));
    await tracer.close();
    const [inner, outer] = spans();
    expect(outer).toMatchObject({ traceId: 'a'.repeat(32), parentSpanId: 'b'.repeat(16) });
    expect(inner).toMatchObject({ traceId: outer?.traceId, parentSpanId: outer?.spanId });
    expect(callerSpan('00-zz-b-01')).toBeNull();
    expect(callerSpan(`00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`)).toBeNull();
  });

  it('gathers a nomination’s way in one trace, whoever works on it, linked to what called', async () => {
    await tracer.span('POST', { kind: 'server' }, () =>
      tracer.span('accept event', {}, (span) => {
        span.joins('n1', true);
        return Promise.resolve();
      }),
    );
    const recordAct = (_: { readonly nominationId: string }): Promise<void> => Promise.resolve();
    await tracedSteps({ recordAct }, tracer).recordAct({ nominationId: 'n1' });
    await tracer.close();
    const [accepted, request, act] = spans();
    const way = spanOfNomination('n1');
    expect(accepted).toMatchObject({ ...way, links: [{ traceId: request?.traceId, spanId: request?.spanId }] });
    expect(accepted?.parentSpanId).toBeUndefined();
    expect(act).toMatchObject({ traceId: way.traceId, parentSpanId: way.spanId, name: 'recordAct' });
    expect(spanOfNomination('n2').traceId).not.toBe(way.traceId);
  });

  it('tells the class of an error and never its words, and throws it on', async () => {
    const failing = tracer.span('work', {}, () => Promise.reject(new TypeError('Nguyễn Thị An is not iterable')));
    await expect(failing).rejects.toThrow('is not iterable');
    await tracer.close();
    expect(spans()[0]).toMatchObject({ status: { code: 2 }, attributes: [{ key: 'error.type', value: { stringValue: 'TypeError' } }] });
    expect(JSON.stringify(bodies)).not.toContain('Nguyễn');
  });

  it('lets spans go that the receiver does not take, and says so', async () => {
    status = 503;
    await tracer.span('work', {}, () => Promise.resolve());
    await tracer.close();
    expect(errors).toEqual([expect.objectContaining({ message: 'The receiver of traces answered 503' })]);
    await tracer.close();
    expect(bodies).toHaveLength(1);
  });

  it('is none without a receiver: steps and gateways are the very same then', () => {
    expect(tracerOf({}, 'laurel-spec', () => undefined)).toBeNull();
    const steps = { recordAct: () => Promise.resolve() };
    expect(tracedSteps(steps, null)).toBe(steps);
    const gateway = {} as Parameters<typeof tracedGateway>[0];
    expect(tracedGateway(gateway, null)).toBe(gateway);
  });
});
