/** Asks until the answer is neither null, undefined nor false; throws with `what` when it takes longer than `withinMs`. */
export async function waitFor<Answer>(
  what: string,
  withinMs: number,
  ask: () => Promise<Answer | null | undefined | false>,
  everyMs = 50,
): Promise<Answer> {
  const until = Date.now() + withinMs;
  let last: unknown = null;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until)
      throw new Error(`Waited ${String(withinMs)} ms for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    await pause(everyMs);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A promise with its handle outside. */
export function signalled<Value = undefined>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
