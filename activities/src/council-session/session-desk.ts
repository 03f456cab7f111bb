import type { SessionStanding } from '@laurel/contracts';
import type { BallotBox, BallotKeys, LoadedSession, OutcomesRepository, SessionMove, SessionRepository } from '@laurel/db';

export interface SessionDeskDependencies {
  readonly sessions: SessionRepository;
  readonly box: BallotBox;
  readonly keys: BallotKeys;
  readonly outcomes: OutcomesRepository;
  /** Tells a nomination's workflow of an act. Throws when the server cannot be reached. */
  readonly tell: (nominationId: string, actId: string) => Promise<unknown>;
  /** Told after a commit that planned mail, so that the relay need not wait for its next poll. */
  readonly mailPlanned: () => void;
}

/** Where every step of a session happens: with the session alone, decide, write in one transaction. */
export class SessionDesk {
  readonly dependencies: SessionDeskDependencies;

  constructor(dependencies: SessionDeskDependencies) {
    this.dependencies = dependencies;
  }

  /** Takes a step; safe to run twice, for the second run decides upon what the first one wrote. */
  async take(
    sessionId: string,
    decide: (session: LoadedSession) => SessionMove | null | Promise<SessionMove | null>,
  ): Promise<LoadedSession> {
    const planned: number[] = [];
    const session = await this.dependencies.sessions.take(sessionId, async (loaded) => {
      const move = await decide(loaded);
      planned.push(move?.mails?.length ?? 0);
      return move;
    });
    if (planned.some((mails) => mails > 0)) this.dependencies.mailPlanned();
    return session;
  }
}

/** What the session's workflow may know. */
export function standingOfSession({ state, opensAt, closesAt, remindAt }: LoadedSession): SessionStanding {
  return { state, opensAt, closesAt, remindAt };
}
