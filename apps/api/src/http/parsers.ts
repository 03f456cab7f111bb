import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';
import type { ApiSettings } from '../parts/parts.ts';
import { DOCUMENT_TYPES } from '../documents/document-types.ts';

const FORM_LIMIT = 65_536;
/** A ballot or an agenda of two thousand lines. */
const SESSION_LIMIT = 524_288;

function limitOf(url: string, settings: ApiSettings): number {
  if (url.startsWith('/v1/documents')) return settings.DOCUMENT_LIMIT_BYTES;
  if (url.startsWith('/v1/events') || url.startsWith('/v1/bounces')) return settings.EVENT_LIMIT_BYTES;
  if (url === '/t/:token' || url === '/v1/sessions' || url === '/v1/sessions/preview') return SESSION_LIMIT;
  // A returned dossier may be completed with files from the page itself.
  return url.endsWith('/documents') ? settings.DOCUMENT_LIMIT_BYTES : FORM_LIMIT;
}

/** Bodies: JSON and forms parsed with their bytes kept, everything else as bytes; each address with its own limit. */
export function registerParsers(app: NestFastifyApplication, settings: ApiSettings): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route: RouteOptions) => {
      route.bodyLimit = limitOf(route.url, settings);
    });
  const asBytes = (_request: unknown, body: Buffer, done: (error: Error | null, body?: Buffer) => void): void => {
    done(null, body);
  };
  const types = [/^application\/cloudevents/, /^message\/rfc822/, /^multipart\/form-data/, ...DOCUMENT_TYPES];
  for (const type of types) app.useBodyParser(type, {}, asBytes);
}
