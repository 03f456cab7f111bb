import type { CodePurpose } from '@laurel/db';

/** Seconds that a browser keeps a pass; the server knows its end as well. */
const PASS_SECONDS = 1_800;

const nameOf = (purpose: CodePurpose): string => (purpose === 'decision' ? 'laurel_decision' : 'laurel_tasks');

/** The pass that a browser sent for a purpose, or null. */
export function passIn(cookie: string | undefined, purpose: CodePurpose): string | null {
  const prefix = `${nameOf(purpose)}=`;
  const pair = cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return pair === undefined ? null : pair.slice(prefix.length);
}

/** A pass for the browser: for pages behind mailed links only, out of reach of scripts and of other sites. */
export function passCookie(purpose: CodePurpose, pass: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(purpose)}=${pass}; Path=/t/; Max-Age=${String(PASS_SECONDS)}; HttpOnly; SameSite=Strict${secure}`;
}
