import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds since 1970 with fractions, comparable between processes of one machine. */
export const now = () => performance.timeOrigin + performance.now();

/**
 * Asks until the answer is truthy; rejects naming what did not come.
 * @template T
 * @param {string} what
 * @param {() => Promise<T> | T} ask
 * @returns {Promise<T>}
 */
export async function until(what, ask, { timeoutMs = 60_000, everyMs = 50 } = {}) {
  const end = now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (now() > end) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
    await sleep(everyMs);
  }
}
