import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../http/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isUnsafe = (method: string): boolean => !SAFE.has(method);

/** The header that a page of ours sends with everything that changes something. */
export const CSRF_HEADER = 'x-laurel-csrf';

/** What the console shows with every change: bound to the session, worthless in another. */
export function csrfToken(secret: string, sessionId: string): string {
  return createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url');
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/** Throws a 403 problem when a browser says that another site sent this. */
export function insistOnOwnSite({ origin, host, ...headers }: IncomingHttpHeaders, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const from = origin === undefined ? null : hostOf(origin);
  const foreignOrigin = origin !== undefined && (from === null || (from !== host && from !== hostOf(publicUrl)));
  if (foreignSite || foreignOrigin)
    throw new Problem('FORGED_REQUEST', `Open ${publicUrl} and do it there: this request says that it comes from another site.`);
}

/** Throws a 403 problem unless the header carries the session's token. */
export function insistOnCsrf(headers: IncomingHttpHeaders, expected: string): void {
  const given = headers[CSRF_HEADER];
  const sent = Buffer.from(typeof given === 'string' ? given : '');
  const wanted = Buffer.from(expected);
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted))
    throw new Problem('FORGED_REQUEST', `Send the header ${CSRF_HEADER} with the "csrf" of GET /v1/console/me.`);
}
