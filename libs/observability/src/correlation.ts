import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<{ readonly id: string }>();

/** Letters, digits, dot, dash and underscore, 8 to 64 of them: safe in a log line and in a header. */
const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** The caller's correlation id when it is safe to repeat, else a new one. */
export function correlationIdFrom(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}

/** Runs `work`, and everything it starts, under the correlation id. */
export function withCorrelation<Result>(id: string, work: () => Result): Result {
  return storage.run({ id }, work);
}

/** The correlation id of the running request or loop turn; null outside one. */
export function correlationId(): string | null {
  return storage.getStore()?.id ?? null;
}
