import { seatTaskId, taskToken } from '@laurel/db';
import { SECRET, waitFor } from '../stack/index.ts';
import type { RegistryStack } from './registry-stack.ts';

interface Meeting {
  readonly programme: string;
  readonly campaign: string;
  readonly council: string;
  readonly seats: number;
}

interface SessionSeen {
  readonly id: string;
  readonly state: string;
  readonly lines: readonly { readonly nominationId: string; readonly votes: object | null }[];
}

/** A council of a shipped programme, whose members come and vote by their links. */
export class Council {
  private readonly world: RegistryStack;
  private readonly meeting: Meeting;

  constructor(world: RegistryStack, meeting: Meeting) {
    this.world = world;
    this.meeting = meeting;
  }

  /** Meets over these nominations; everybody says yes to all of them. Answers the counts, in their order. */
  async passes(ids: readonly string[]): Promise<readonly unknown[]> {
    await Promise.all(ids.map((id) => this.world.stack.view.waitForState(id, 'IN_SESSION')));
    const id = await this.convene(ids);
    await this.everybody(id, { attendance: 'present' });
    await this.session(id, 'open');
    await this.everybody(id, { votes: Object.fromEntries(ids.map((nomination) => [nomination, 'yes'])) });
    const { lines } = await this.session(id, 'closed');
    return ids.map((nomination) => lines.find(({ nominationId }) => nominationId === nomination)?.votes);
  }

  private async convene(agenda: readonly string[]): Promise<string> {
    const { programme, campaign, council } = this.meeting;
    const opens = Date.now() + 8_000;
    const iso = (at: number): string => new Date(at).toISOString();
    const times = { meetsAt: iso(opens), ballotOpensAt: iso(opens), ballotClosesAt: iso(opens + 180_000) };
    const answer = await this.world.post('/v1/sessions', { programme, campaign, council, agenda, ...times });
    if (answer.status !== 201) throw new Error(`Not convened: ${answer.text}`);
    return (answer.json as unknown as SessionSeen).id;
  }

  private async everybody(id: string, body: object): Promise<void> {
    for (let seat = 0; seat < this.meeting.seats; seat++) {
      const { status, text } = await this.world.post(`/t/${taskToken(SECRET, seatTaskId(id, seat))}`, body);
      if (status !== 200) throw new Error(`The page of seat ${String(seat)} answers ${String(status)}: ${text}`);
    }
  }

  private session(id: string, state: string): Promise<SessionSeen> {
    return waitFor(`session ${id} to be ${state}`, 60_000, async () => {
      const session = (await this.world.get(`/v1/sessions/${id}`)) as unknown as SessionSeen;
      return session.state === state && session;
    });
  }
}
