import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { ApiParts } from '../parts/parts.ts';
import { insistOnCsrf, insistOnOwnSite, isUnsafe } from './same-origin.ts';
import { keyVisitor, personVisitor, type Visitor } from './visitor.ts';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="laurel"' };

type Desks = Pick<ApiParts, 'keys' | 'signIn' | 'settings'>;

/** The caller by the Authorization header; throws a 401 problem. */
async function holderOf(authorization: string, keys: ApiParts['keys']): Promise<Visitor> {
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (key === undefined)
    throw new Problem('KEY_MISSING', { detail: 'Send the header "Authorization: Bearer <api key>".', headers: CHALLENGE });
  const principal = await keys.principalOf(key);
  if (!principal)
    throw new Problem('KEY_UNKNOWN', {
      detail: 'Make a new key with "npm run keys -- create", or use one that is not revoked.',
      headers: CHALLENGE,
    });
  return keyVisitor(principal);
}

/** Nobody has a session yet where sessions begin. */
const isDoor = (url: string): boolean => url.startsWith('/v1/auth/');

/**
 * Who calls, known before any byte of the body is read: by key, else by session. Whoever comes by session and changes
 * something shows that a page of ours sent it. Throws 401 and 403 problems.
 */
export async function callerOf({ headers, method, url }: FastifyRequest, { keys, signIn, settings }: Desks): Promise<Visitor | null> {
  if (headers.authorization !== undefined) return holderOf(headers.authorization, keys);
  if (isUnsafe(method) && (isDoor(url) || headers.cookie !== undefined)) insistOnOwnSite(headers, settings.PUBLIC_URL);
  const signedIn = await signIn.visitorOf(headers.cookie);
  if (signedIn) {
    if (isUnsafe(method) && !isEntry(url)) insistOnCsrf(headers, signIn.csrfOf(signedIn));
    return personVisitor(signedIn);
  }
  if (isDoor(url)) return null;
  throw new Problem('KEY_MISSING', { detail: 'Sign in, or send the header "Authorization: Bearer <api key>".', headers: CHALLENGE });
}

/** Entering replaces whatever session there was: it needs no token of the one before. */
const isEntry = (url: string): boolean => /^\/v1\/auth\/(code|sign-in|invitation)(\?|$)/.test(url);
