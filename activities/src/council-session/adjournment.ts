import type { LoadedSession, SessionMove } from '@laurel/db';
import { mailsTo } from './session-mails.ts';

/** The session ends without a result: its lines wait for another one, and its members are told. */
export function adjournment(session: LoadedSession, because: 'adjourned' | 'no-quorum'): SessionMove {
  const open = session.lines.filter(({ state }) => state === 'waiting' || state === 'on-ballot');
  return {
    state: 'adjourned',
    lines: open.map(({ line }) => ({ line, state: 'set-aside', because })),
    mails: mailsTo(session, session.seats, { kind: 'notice', is: 'adjourned' }),
    audit: { action: 'session-adjourned', actor: 'system', reason: session.requestReason, facts: { because } },
  };
}
