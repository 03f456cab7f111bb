import type { HoldView } from '../api/types.ts';
import { dateOf } from './dates.ts';
import type { Words } from './vi.ts';

/** Whoever objects to a recorded answer has the secretariat hold the nomination. */
const OBJECTION = 'secretariat/objection';

export function authorityLabel(authority: string, words: Words): string {
  return authority === OBJECTION ? words.objections : authority;
}

/** What pauses a clock, in words: a return, or a hold by who placed it and when. */
export function pauseLabel(cause: string, holds: readonly HoldView[], words: Words): string {
  if (cause === 'return') return words.returnedToComplete;
  const hold = holds.find(({ id }) => id === cause);
  return hold ? `${authorityLabel(hold.authority, words)} (${dateOf(hold.from)})` : words.held;
}
