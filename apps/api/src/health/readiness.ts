import type { LoopState, MailChannelState } from '@laurel/db';

export type PartState = 'ok' | 'degraded' | 'down';

export interface Readiness {
  readonly status: PartState;
  readonly parts: { readonly database: PartState; readonly temporal: PartState; readonly workers: PartState; readonly mail: PartState };
}

/** A loop that has not turned for this long does not turn. */
export const LOOP_FRESH_MS = 60_000;
/** A loop silent for longer than this belongs to a worker that is gone for good. */
export const LOOP_FORGOTTEN_MS = 3_600_000;

/** `down` when no loop turns; `degraded` when one fails, or turns nowhere although others do. */
export function workersState(loops: readonly LoopState[], now: number): PartState {
  const fresh = loops.filter(({ turnedAt }) => now - turnedAt < LOOP_FRESH_MS);
  if (fresh.length === 0) return 'down';
  const turning = new Set(fresh.map(({ loop }) => loop));
  const missing = loops.some(({ loop, turnedAt }) => !turning.has(loop) && now - turnedAt < LOOP_FORGOTTEN_MS);
  return missing || fresh.some(({ lastError }) => lastError !== null) ? 'degraded' : 'ok';
}

/** A dead mail server delays mails and loses none. */
export function mailState(channel: MailChannelState | null): PartState {
  return channel === null || channel.up ? 'ok' : 'degraded';
}

/** Events are accepted as long as the database takes them; all else makes the system slower, not unready. */
export function readiness(parts: Readiness['parts']): Readiness {
  if (parts.database !== 'ok') return { status: 'down', parts };
  return { status: Object.values(parts).every((state) => state === 'ok') ? 'ok' : 'degraded', parts };
}
