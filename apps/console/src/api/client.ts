import type { Problem } from './types.ts';

/** What the server refused, in its own words; `status` 0 means that it did not answer at all. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? `HTTP ${String(status)}`);
  }
}

interface Send {
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  /** Goes with everything that changes something, see `Me.csrf`. */
  readonly csrf?: string;
  /** One key for one press: pressing again with it changes nothing twice. */
  readonly idempotencyKey?: string;
}

function headersOf({ body, csrf, idempotencyKey }: Send): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(csrf !== undefined && { 'x-laurel-csrf': csrf }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function problemOf(response: Response): Promise<Problem | null> {
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? ((await response.json()) as Problem) : null;
}

/** Asks the API; throws {@link Refused} for every answer but a good one. */
export async function ask<Answer>(path: string, send: Send = {}): Promise<Answer> {
  const response = await fetch(path, {
    method: send.method ?? 'GET',
    headers: headersOf(send),
    credentials: 'same-origin',
    ...(send.body !== undefined && { body: JSON.stringify(send.body) }),
  }).catch(() => {
    throw new Refused(0, null);
  });
  if (!response.ok) throw new Refused(response.status, await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** A path with those parts of a query that say something. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}
