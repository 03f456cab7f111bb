import type { CouncilSessionState } from '../../api/types.ts';
import type { Tone } from '../../words/labels.ts';

/** Adjourned is no failure: its lines wait for another session. */
export function sessionTone(state: CouncilSessionState): Tone {
  if (state === 'closed') return 'good';
  return state === 'adjourned' ? 'still' : 'calm';
}
