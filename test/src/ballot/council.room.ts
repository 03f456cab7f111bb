import { councilSessionActivities } from '@laurel/activities';
import type { CouncilSessionActivities } from '@laurel/contracts';
import {
  AttendanceRepository,
  BallotBox,
  BallotKeys,
  BallotRepository,
  OutcomesRepository,
  SessionRepository,
  SessionRequests,
  type LoadedSession,
} from '@laurel/db';
import type { BallotRule, Vote } from '@laurel/domain';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareStack, SECRET, type Stack } from '../stack/index.ts';
import { CAMPAIGN, COUNCIL, memberId, NINETY_OF_TOTAL, PROGRAMME, proposal, seatCouncil, type CouncilWishes } from './council.fixture.ts';

const HOUR_MS = 3_600_000;
let sessions = 0;

/** A council on a real database, its steps taken by hand: no worker, no server, no clock to wait for. */
export class CouncilRoom {
  readonly sessions: SessionRepository;
  readonly attendance: AttendanceRepository;
  readonly requests: SessionRequests;
  readonly ballots: BallotRepository;
  readonly box: BallotBox;
  readonly keys: BallotKeys;
  readonly told: string[] = [];
  readonly stack: Stack;
  private readonly folder: string;
  private readonly wishes: CouncilWishes;

  private constructor(stack: Stack, wishes: CouncilWishes) {
    const { database } = stack;
    this.stack = stack;
    this.wishes = wishes;
    this.folder = mkdtempSync(join(tmpdir(), 'laurel-ballot-'));
    this.keys = new BallotKeys(this.folder);
    this.box = new BallotBox(database, this.keys);
    this.sessions = new SessionRepository(database, { secret: SECRET, mailDomain: 'laurel.example.vn' });
    this.attendance = new AttendanceRepository(database);
    this.requests = new SessionRequests(database);
    this.ballots = new BallotRepository(database);
  }

  static async open(wishes: CouncilWishes): Promise<CouncilRoom> {
    const stack = await prepareStack({ workers: 0 });
    await seatCouncil(stack.database, wishes);
    return new CouncilRoom(stack, wishes);
  }

  /** The session's steps; `tell` may fail like a server that goes away. */
  steps(tell: (nominationId: string, actId: string) => Promise<unknown> = () => Promise.resolve()): CouncilSessionActivities {
    const { sessions, box, keys } = this;
    const outcomes = new OutcomesRepository(this.stack.database);
    const telling = async (nominationId: string, actId: string): Promise<void> => {
      await tell(nominationId, actId);
      this.told.push(nominationId);
    };
    return councilSessionActivities({ sessions, box, keys, outcomes, tell: telling, mailPlanned: () => undefined });
  }

  /** Nominations that stand before the council. */
  async proposed(count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let index = 1; index <= count; index++) {
      const answer = await this.stack.accept(proposal(index));
      if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(JSON.stringify(answer));
      ids.push(answer.nominationId);
    }
    await this.stack.view.rows(`UPDATE nomination SET state = 'IN_SESSION', stage = 'session', stage_index = 1 WHERE id = ANY($1)`, [ids]);
    return ids;
  }

  /** Convenes a session whose ballot opens now, with everybody present. */
  async convened(ids: readonly string[], ballot: Partial<BallotRule> = {}): Promise<string> {
    const rule = { ...NINETY_OF_TOTAL, ...this.wishes.ballot, ...ballot };
    const id = `THU${String(++sessions).padStart(4, '0')}${String(Date.now())}`;
    const now = Date.now();
    const answer = await this.sessions.create({
      ...{ id, programme: PROGRAMME, campaign: CAMPAIGN, ruleSetVersion: '1', council: COUNCIL, name: { vi: 'Hội đồng', en: 'Council' } },
      ...{ zone: 'Asia/Ho_Chi_Minh', secretaryId: 'thu-ky', rule, createdBy: 'key:thu', closesWhenAllVoted: true, remindAt: [] },
      ...{ meetsAt: now, opensAt: now, closesAt: now + HOUR_MS },
      seats: Array.from({ length: this.wishes.seats }, (_, seat) => ({
        ...{ seat, post: `hoi-dong/uy-vien-${String(seat)}`, title: { vi: 'Ủy viên', en: 'Member' }, chair: seat === 0 },
        ...{ personId: memberId(seat), actingForId: null },
      })),
      lines: ids.map((nominationId) => ({ nominationId, stageIndex: 1, ballot: rule })),
    });
    if (answer.is !== 'created') throw new Error(answer.is);
    for (let seat = 0; seat < this.wishes.seats; seat++)
      await this.attendance.attend({ sessionId: id, seat, presence: 'present', by: memberId(seat) });
    return id;
  }

  async opened(ids: readonly string[], ballot: Partial<BallotRule> = {}): Promise<string> {
    const id = await this.convened(ids, ballot);
    const { state } = await this.steps().openBallot({ sessionId: id });
    if (state !== 'open') throw new Error(state);
    return id;
  }

  /** Votes on every line, by a rule of the seat and the line. */
  ballotOf(lines: number, voice: (line: number) => Vote): ReadonlyMap<number, Vote> {
    return new Map(Array.from({ length: lines }, (_, index): [number, Vote] => [index + 1, voice(index + 1)]));
  }

  /** Closes the ballot as its time is over, and counts. */
  async counted(id: string): Promise<LoadedSession> {
    await this.steps().closeBallot({ sessionId: id, at: Date.now() + 2 * HOUR_MS });
    await this.steps().countBallot({ sessionId: id });
    const session = await this.sessions.load(id);
    if (!session) throw new Error('No session');
    return session;
  }

  /** Names of the key files that lie about. */
  keyFiles(): readonly string[] {
    return readdirSync(this.folder);
  }

  async close(): Promise<void> {
    await this.stack.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
