import { councilSessionActivities } from '@laurel/activities';
import type { CouncilSessionActivities, NominationGateway } from '@laurel/contracts';
import { BallotBox, BallotKeys, OutcomesRepository, SessionRepository, type Database } from '@laurel/db';

export interface SessionStepsParts {
  readonly database: Database;
  readonly secret: string;
  readonly mailDomain: string;
  readonly keysFolder: string;
  readonly mailPlanned: () => void;
  /** The way to nominations' workflows; null before the server was reached. */
  readonly gateway: () => NominationGateway | null;
}

/** The steps of council sessions over the worker's own pool of connections. */
export function sessionSteps({
  database,
  secret,
  mailDomain,
  keysFolder,
  mailPlanned,
  gateway,
}: SessionStepsParts): CouncilSessionActivities {
  const keys = new BallotKeys(keysFolder);
  return councilSessionActivities({
    sessions: new SessionRepository(database, { secret, mailDomain }),
    box: new BallotBox(database, keys),
    keys,
    outcomes: new OutcomesRepository(database),
    mailPlanned,
    tell: async (nominationId, actId) => {
      const way = gateway();
      if (!way) throw new Error('Temporal has not been reached yet');
      await way.signalAct(nominationId, { actId, kind: 'session-outcome' });
    },
  });
}
