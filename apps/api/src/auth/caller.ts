import type { Principal } from '@laurel/db';
import { Problem } from '../http/problem.ts';
import type { ApiParts } from '../parts/parts.ts';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="laurel"' };

/** The caller by the Authorization header; throws a 401 problem. */
export async function callerOf(authorization: string | undefined, keys: ApiParts['keys']): Promise<Principal> {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (key === undefined)
    throw new Problem('KEY_MISSING', { detail: 'Send the header "Authorization: Bearer <api key>".', headers: CHALLENGE });
  const principal = await keys.principalOf(key);
  if (!principal)
    throw new Problem('KEY_UNKNOWN', {
      detail: 'Make a new key with "npm run keys -- create", or use one that is not revoked.',
      headers: CHALLENGE,
    });
  return principal;
}
