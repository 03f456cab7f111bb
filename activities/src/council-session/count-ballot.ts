import type { SessionStanding, SessionStepInput } from '@laurel/contracts';
import { ballotLines, UnknownSession, type BoxVote, type LoadedSession } from '@laurel/db';
import { countLines, type LineCount } from '@laurel/domain';
import { beat } from './heartbeat.ts';
import { standingOfSession, type SessionDesk } from './session-desk.ts';

/** Opens the votes, counts them and leaves nothing that could be opened again. */
export class CountBallot {
  private readonly desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.desk = desk;
  }

  /** Safe to retry: until the counting transaction nothing is written, and what is counted is not counted again. */
  async countBallot({ sessionId }: SessionStepInput): Promise<SessionStanding> {
    const { sessions, box } = this.desk.dependencies;
    const session = await sessions.load(sessionId);
    if (!session) throw new UnknownSession(sessionId);
    if (session.state === 'closing') {
      const votes = await box.open(session, beat);
      await box.settle(sessionId, votes, (now) => results(now, votes));
    }
    const counted = (await sessions.load(sessionId)) ?? session;
    if (counted.state === 'closed') await box.destroyKey(sessionId);
    return standingOfSession(counted);
  }
}

function results(session: LoadedSession, votes: readonly BoxVote[]): readonly LineCount[] {
  const { seats } = session;
  const lines = ballotLines(session);
  const voted = new Set(seats.filter(({ hasVoted }) => hasVoted).map(({ seat }) => seat));
  const recused = new Map(lines.map(({ line, nominationId }) => [line, recusedIn(session, nominationId)]));
  return countLines(lines, votes, { seats, voted, recused });
}

function recusedIn({ recusals }: LoadedSession, nominationId: string): ReadonlySet<number> {
  const running = recusals.filter((recusal) => recusal.nominationId === nominationId && recusal.liftedBy === null);
  return new Set(running.map(({ seat }) => seat));
}
