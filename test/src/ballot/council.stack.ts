import { seatTaskId } from '@laurel/db';
import { prepareStack, SECRET, waitFor, type Answer, type ServerWishes, type Stack } from '../stack/index.ts';
import { taskToken } from '@laurel/db';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAMPAIGN, COUNCIL, PROGRAMME, proposal, seatCouncil, type CouncilWishes } from './council.fixture.ts';

export type Voice = 'yes' | 'no' | 'abstain';

export interface SessionSeen {
  readonly id: string;
  readonly state: string;
  readonly quorum: { readonly present: number; readonly met: boolean } | null;
  readonly members: readonly {
    readonly seat: number;
    readonly person: { readonly fullName: string } | null;
    readonly presence: string;
    readonly hasVoted: boolean;
  }[];
  readonly lines: readonly {
    readonly line: number;
    readonly nominationId: string;
    readonly state: string;
    readonly because: string | null;
    readonly outcome: string | null;
    readonly votes: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
    readonly recused: number | null;
  }[];
}

/** A stack with a council in it: its secretariat's key, and its members with their links. */
export class CouncilStack {
  readonly stack: Stack;
  readonly keysFolder: string;
  private readonly key: string;

  private constructor(stack: Stack, key: string, keysFolder: string) {
    this.stack = stack;
    this.key = key;
    this.keysFolder = keysFolder;
  }

  static async start(council: CouncilWishes, wishes: ServerWishes & { readonly workers?: number } = {}): Promise<CouncilStack> {
    const keysFolder = mkdtempSync(join(tmpdir(), 'laurel-ballot-'));
    const stack = await prepareStack({ ...wishes, settings: { ...wishes.settings, BALLOT_KEYS_DIR: keysFolder } });
    const key = await seatCouncil(stack.database, council);
    return new CouncilStack(stack, key, keysFolder);
  }

  async run(): Promise<void> {
    // One after the other: a slow machine starts them no sooner together.
    await this.stack.startApi();
    this.stack.startWorkers();
  }

  /** Submits so many nominations and waits until they stand before the council. */
  async propose(count: number, reference?: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let index = 1; index <= count; index++) {
      const answer = await this.stack.accept(proposal(index, reference));
      if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
      ids.push(answer.nominationId);
    }
    return ids;
  }

  async waitUntilBefore(ids: readonly string[]): Promise<void> {
    await waitFor('the nominations to stand before the council', 60_000, async () => {
      const waiting = await this.stack.view.count(`nomination WHERE id = ANY($1) AND state = 'IN_SESSION'`, [ids]);
      return waiting === ids.length;
    });
  }

  ask(path: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' };
    return this.stack.http.ask(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  }

  /** Convenes the council: the ballot opens in `opensInMs` and stays open for `openForMs`. */
  async convene(
    agenda: 'all-waiting' | readonly string[],
    times: { readonly opensInMs: number; readonly openForMs: number },
    more: object = {},
  ): Promise<string> {
    const opens = Date.now() + times.opensInMs;
    const iso = (at: number): string => new Date(at).toISOString();
    const answer = await this.ask('/v1/sessions', {
      ...{ programme: PROGRAMME, campaign: CAMPAIGN, council: COUNCIL, agenda },
      ...{ meetsAt: iso(opens), ballotOpensAt: iso(opens), ballotClosesAt: iso(opens + times.openForMs) },
      ...more,
    });
    if (answer.status !== 201) throw new Error(`Not convened: ${answer.text}`);
    return (answer.json as unknown as SessionSeen).id;
  }

  async session(id: string): Promise<SessionSeen> {
    const answer = await this.ask(`/v1/sessions/${id}`);
    if (answer.status !== 200) throw new Error(`No session: ${answer.text}`);
    return answer.json as unknown as SessionSeen;
  }

  waitForState(id: string, state: string, withinMs = 40_000): Promise<SessionSeen> {
    return waitFor(`session ${id} to be ${state}`, withinMs, async () => {
      const session = await this.session(id);
      return session.state === state && session;
    });
  }

  token(sessionId: string, seat: number): string {
    return taskToken(SECRET, seatTaskId(sessionId, seat));
  }

  /** Posts JSON from a member's page. */
  asMember(sessionId: string, seat: number, body: object): Promise<Answer> {
    return this.stack.http.ask(`/t/${this.token(sessionId, seat)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  }

  attend(sessionId: string, seats: readonly number[], presence = 'present'): Promise<readonly Answer[]> {
    return Promise.all(seats.map((seat) => this.asMember(sessionId, seat, { attendance: presence })));
  }

  async close(): Promise<void> {
    await this.stack.close();
    rmSync(this.keysFolder, { recursive: true, force: true });
  }
}

/** The same voice on every line. */
export function votesOn(ids: readonly string[], voice: Voice): { readonly votes: Readonly<Record<string, Voice>> } {
  return { votes: Object.fromEntries(ids.map((id) => [id, voice])) };
}
