import { KeyRepository, SCOPES } from '@laurel/db';
import type { Remedy, StuckClass } from '@laurel/domain';
import { randomUUID } from 'node:crypto';
import { waitFor, type Answer, type Stack } from '../stack/index.ts';

export interface GroupSeen {
  readonly class: StuckClass;
  readonly groupKey: string;
  readonly count: number;
  readonly since: string;
  readonly owner: string;
  readonly cause: string;
  readonly evidence: string;
  readonly remedies: readonly Remedy[];
  readonly cases: readonly { readonly nominationId?: string; readonly workflowId?: string; readonly eventId?: string }[];
}

export interface ListSeen {
  readonly asOf: string;
  readonly stale: boolean;
  readonly sees: { readonly temporal: boolean; readonly database: boolean; readonly visibility: boolean };
  readonly groups: readonly GroupSeen[];
}

export interface ItemSeen {
  readonly nominationId?: string;
  readonly eventId?: string;
  readonly status: string;
  readonly detail: string;
}

export interface ResultSeen {
  readonly jobId: string | null;
  readonly total: number;
  readonly done: number;
  readonly finishedAt: string | null;
  readonly items: readonly ItemSeen[];
}

/** What issue and contract promise. */
const FOUND_WITHIN_MS = 60_000;

/** Settings under which suites need not wait long for a look; the promise of sixty seconds is for the default of fifteen. */
export const QUICK = { STUCK_EVERY_SECONDS: '2' };

/** An operator at the API of a stack. */
export class Operator {
  private readonly stack: Stack;
  private readonly key: string;

  private constructor(stack: Stack, key: string) {
    this.stack = stack;
    this.key = key;
  }

  static async at(stack: Stack): Promise<Operator> {
    const { key } = await new KeyRepository(stack.database).create('operator', { scopes: SCOPES });
    return new Operator(stack, key);
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${this.key}`);
    return this.stack.http.ask(path, { ...init, headers });
  }

  async list(query = ''): Promise<ListSeen> {
    const answer = await this.ask(`/v1/operations/stuck${query}`);
    if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${answer.text}`);
    return answer.json as unknown as ListSeen;
  }

  /** The group of a class that has this nomination or event among its cases; throws when it is not seen in time. */
  async sees(stuckClass: StuckClass, id: string | null = null): Promise<GroupSeen> {
    return waitFor(`${stuckClass} to be seen`, FOUND_WITHIN_MS, () => this.groupOf(stuckClass, id), 250);
  }

  /** Until it is no longer in the list. */
  async seesNoMore(stuckClass: StuckClass, id: string | null = null): Promise<void> {
    await waitFor(`${stuckClass} to be over`, FOUND_WITHIN_MS, async () => (await this.groupOf(stuckClass, id)) === null, 250);
  }

  async groupOf(stuckClass: StuckClass, id: string | null = null): Promise<GroupSeen | null> {
    const { groups } = await this.list(`?class=${stuckClass}`);
    const hasCase = ({ cases }: GroupSeen): boolean => cases.some(({ nominationId, eventId }) => nominationId === id || eventId === id);
    return groups.find((group) => id === null || hasCase(group)) ?? null;
  }

  async remedy(
    body: { readonly remedy: Remedy; readonly target: object } & Readonly<Record<string, unknown>>,
    key: string = randomUUID(),
  ): Promise<ResultSeen> {
    const answer = await this.ask('/v1/operations/remedies', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ reason: 'Thử nghiệm', ...body }),
    });
    if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${answer.text}`);
    return answer.json as unknown as ResultSeen;
  }

  /** One remedy on one nomination; throws unless it is done. */
  async cures(remedy: Remedy, nominationId: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { items } = await this.remedy({ remedy, target: { nominationId }, ...more });
    if (items.length === 0 || items.some(({ status }) => status !== 'done')) throw new Error(`${remedy}: ${JSON.stringify(items)}`);
  }
}
