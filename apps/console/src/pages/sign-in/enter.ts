import { Refused } from '../../api/client.ts';
import type { Words } from '../../words/vi.ts';

/** Goes where the server says, by a whole load: nothing of the page before stays. */
export function goTo(path: string): void {
  window.location.assign(path.startsWith('/') && !path.startsWith('//') ? path : '/');
}

/** Why somebody could not come in, in plain words. */
export function refusalWords(error: unknown, words: Words, wrong: string): string {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 0) return words.cannotReach;
  if (error.status === 429) return words.tooMany;
  return error.status < 500 ? wrong : words.failed;
}
