import type { CouncilSession } from '../../api/types.ts';
import type { Press } from '../../parts/press-dialog.tsx';

/** The last part of the address that does it. */
export type SessionAct = 'attendance' | 'recusals' | 'recusals/lift' | 'close' | 'adjourn';

/** What somebody has chosen so far, whatever the act. */
export interface SessionDraft {
  readonly seat: string;
  readonly nominationId: string;
  readonly presence: 'present' | 'away' | 'written';
  readonly reason: string;
}

/** What a session in its state allows; only a person of the programme lifts a recusal, by name. The server has the last word. */
export function sessionActs({ state, recusals }: CouncilSession, isPerson: boolean): readonly SessionAct[] {
  if (state !== 'convened' && state !== 'open') return [];
  const standing = isPerson && recusals.some(({ liftedBy }) => liftedBy === null);
  return [
    'attendance',
    'recusals',
    ...(standing ? (['recusals/lift'] as const) : []),
    ...(state === 'open' ? (['close'] as const) : []),
    'adjourn',
  ];
}

/** What would be sent; null while something needed is missing. */
export function sessionPress(act: SessionAct, sessionId: string, draft: SessionDraft): Press | null {
  const path = `/v1/sessions/${encodeURIComponent(sessionId)}/${act}`;
  const reason = draft.reason.trim();
  const seat = Number(draft.seat);
  const { nominationId, presence } = draft;
  switch (act) {
    case 'attendance':
      return draft.seat === '' ? null : { path, body: { seat, presence } };
    case 'recusals':
    case 'recusals/lift':
      return draft.seat === '' || nominationId === '' || reason === '' ? null : { path, body: { seat, nominationId, reason } };
    case 'close':
    case 'adjourn':
      return reason === '' ? null : { path, body: { reason } };
  }
}
