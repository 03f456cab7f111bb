import 'reflect-metadata';
import { readEnvironment } from '@laurel/config';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import { describeApi } from './docs/docs.module.ts';
import { registerHooks } from './http/hooks.ts';
import { NestLogger } from './http/nest-logger.ts';
import { registerParsers } from './http/parsers.ts';
import { unknownLink } from './http/problem.filter.ts';
import { Problem } from './http/problem.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import type { ApiParts } from './parts/parts.ts';
import { productionParts } from './parts/production-parts.ts';

export type { ApiParts, ApiSettings } from './parts/parts.ts';
export { productionParts } from './parts/production-parts.ts';

/** An address that is not even one: answered before any route is looked for. */
function unreadableAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = request.url.startsWith('/t/')
    ? unknownLink()
    : new Problem('BAD_REQUEST', 'The address could not be read: check its percent signs.');
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem.body()));
}

/**
 * The API, initialised and ready for `inject` or `listen`. Given parts replace the real ones; with all of them given
 * (see {@link ApiParts}) neither environment nor database is touched.
 */
export async function createApi(overrides: Partial<ApiParts> = {}): Promise<NestFastifyApplication> {
  const parts = isComplete(overrides) ? overrides : { ...productionParts(readEnvironment()), ...overrides };
  const adapter = new FastifyAdapter({
    logger: false,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: unreadableAddress,
    forceCloseConnections: 'idle',
    // Who is still connected when the API stops gets an answer; the database is let go only afterwards.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts), adapter, {
    rawBody: true,
    logger: new NestLogger(parts.logger),
  });
  registerParsers(app, parts.settings);
  // First, so that a caller who is refused before any route gets them too.
  await registerSecurityHeaders(app, parts.settings);
  registerHooks(app.getHttpAdapter().getInstance(), parts);
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await app.init();
  describeApi(app, parts.settings.PUBLIC_URL);
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

const NAMES = [
  'settings',
  'logger',
  'tracer',
  'acts',
  'gateway',
  'intake',
  'keys',
  'signIn',
  'access',
  'actionKeys',
  'console',
  'workflows',
  'documents',
  'nominations',
  'titles',
  'taskPages',
  'mailedLinks',
  'objections',
  'codes',
  'wishes',
  'linkTo',
  'operations',
  'health',
  'sessions',
  'sessionRequests',
  'attendance',
  'ballots',
  'agendas',
  'nudge',
  'close',
] as const satisfies readonly (keyof ApiParts)[];

function isComplete(parts: Partial<ApiParts>): parts is ApiParts {
  return NAMES.every((name) => parts[name] !== undefined);
}
