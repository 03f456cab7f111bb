import { DescribedAnswers, type AnswersDescribed } from './described-answers.ts';
import { waitFor } from './wait-for.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or null. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

const WITHIN_MS = 15_000;

/** Speaks to the API of a stack. */
export class HttpClient {
  private readonly base: string;
  private described: DescribedAnswers | null = null;

  constructor(base: string) {
    this.base = base;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.base}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS), ...init });
    const text = await response.text();
    const { status, headers } = response;
    const contentType = headers.get('content-type') ?? '';
    this.described?.insist({ method: init.method ?? 'GET', url: path, status, contentType, text });
    return { status, headers, text, json: parsed(text) };
  }

  /** Answers a task by its link, as JSON. */
  decide(token: string, decision: string, reason?: string): Promise<Answer> {
    return this.ask(`/t/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ decision, ...(reason !== undefined && { reason }) }),
    });
  }

  /** Answers a task as the form on its page does. */
  submitForm(token: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.ask(`/t/${token}`, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html' } });
  }

  /** Sends a CloudEvent, structured. */
  sendEvent(key: string, event: object): Promise<Answer> {
    return this.ask('/v1/events', {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${key}` },
      body: JSON.stringify(event),
    });
  }

  /** From then on an answer that is not what the API describes is an error. */
  async waitUntilLive(): Promise<void> {
    await waitFor('the API to be live', 90_000, async () => (await this.ask('/health/live')).status === 200, 100);
    this.described ??= new DescribedAnswers((await this.ask('/openapi.json')).json as unknown as AnswersDescribed);
  }
}

function parsed(text: string): Answer['json'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
