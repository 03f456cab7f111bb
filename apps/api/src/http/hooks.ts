import { callerSpan, correlationIdFrom, redactPath, withCorrelation, type OpenSpan, type Tracer } from '@laurel/observability';
import { tokenHash } from '@laurel/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiParts } from '../parts/parts.ts';
import { callerOf } from '../auth/caller.ts';
import type { Visitor } from '../auth/visitor.ts';
import { unknownLink } from './problem.filter.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls: whose key came with the request, or who signed in; null outside /v1 and before sign-in. */
    principal: Visitor | null;
    /** True where not even the hour of the request may be logged. */
    unlogged: boolean;
    /** Null where nothing is traced. */
    span: OpenSpan | null;
  }
}

const isTaskPage = (request: FastifyRequest): boolean => request.url.startsWith('/t/');

/** Nothing of a task page may be kept, embedded, or told to another address. */
function taskPageHeaders(reply: FastifyReply): void {
  void reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache', 'x-robots-tag': 'noindex, nofollow' });
}

const UPLOAD = /^\/t\/([^/?]+)\/documents/;

/** Files are read only behind a link that exists. */
async function insistOnLink(url: string, taskPages: ApiParts['taskPages']): Promise<void> {
  const token = UPLOAD.exec(url)?.[1];
  if (token !== undefined && !(await taskPages.byTokenHash(tokenHash(token)))) throw unknownLink();
}

/**
 * Each request is a span, told of by its route: the address itself holds ids and, behind a mailed link, its token. What is
 * not even logged is not traced either.
 */
function traceRequests(server: FastifyInstance, tracer: Tracer): void {
  server.decorateRequest('span', null);
  server.addHook('onRequest', (request, _reply, done) => {
    request.span = tracer.start(request.method, { kind: 'server', caller: callerSpan(request.headers['traceparent']) });
    request.span.run(done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { span } = request;
    if (span && !request.unlogged) {
      span.name = `${request.method} ${route}`;
      span.set({ 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': reply.statusCode });
      span.end(reply.statusCode >= SERVER_FAILED ? `HTTP ${String(reply.statusCode)}` : null);
    }
    done();
  });
}

const SERVER_FAILED = 500;

/**
 * What happens around every request: a correlation id, the caller before any byte of the body is read, one log line
 * without tokens.
 */
export function registerHooks(
  server: FastifyInstance,
  parts: Pick<ApiParts, 'keys' | 'signIn' | 'settings' | 'logger' | 'taskPages' | 'tracer'>,
): void {
  if (parts.tracer) traceRequests(server, parts.tracer);
  server.decorateRequest('principal', null);
  server.decorateRequest('unlogged', false);
  server.addHook('onRequest', (request, reply, done) => {
    const id = correlationIdFrom(request.headers['x-correlation-id']);
    void reply.header('x-correlation-id', id);
    if (isTaskPage(request)) taskPageHeaders(reply);
    withCorrelation(id, done);
  });
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/v1/')) request.principal = await callerOf(request, parts);
    await insistOnLink(request.url, parts.taskPages);
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (request.unlogged) {
      done();
      return;
    }
    const line = { method: request.method, path: redactPath(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    parts.logger.info({ ...line, correlationId: reply.getHeader('x-correlation-id') }, 'request');
    done();
  });
}
