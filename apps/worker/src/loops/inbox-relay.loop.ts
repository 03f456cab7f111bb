import { StartRefused, type CaseStepInput, type NominationGateway, type Standing } from '@laurel/contracts';
import type { InboxRelayRepository, PendingStart } from '@laurel/db';
import type { Turn } from './loop.ts';

/**
 * A worker that has just started receives so many at once, whatever else it has under way: what was accepted while there was none has
 * waited longest, and would see every case that is under way go through all its levels before it. For seconds only, or a
 * large backlog would be a flood.
 */
const CATCHING_UP = { atOnce: 8, ms: 5_000 } as const;
/** However busy the worker is, one nomination is received after so long. */
const PATIENCE_MS = 1_000;
const LOOK_AGAIN_MS = 3;
const LEASE_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 60;
/** What the server refuses so often it refuses for good: a dead letter, until somebody mends and dispatches it again. */
const REFUSALS = 3;

export interface InboxRelayParts {
  readonly inbox: Pick<InboxRelayRepository, 'claim' | 'markStarted' | 'markFailed' | 'bury'>;
  readonly gateway: Pick<NominationGateway, 'startNomination'>;
  /** The step that the workflow would begin with, see `receiveNomination`; safe to run twice. */
  readonly receive: (input: CaseStepInput) => Promise<Standing>;
  /** How many steps of nominations the worker has under way. */
  readonly stepsUnderWay: () => number;
  /** When the worker began to serve, UTC ms. */
  readonly startedAt: number;
}

/**
 * Receives every nomination that was accepted and starts its workflow where it then stands: that spares the workflow its
 * first step. Safe beside others of its kind: rows are claimed with a lease, receiving twice receives once, and so does
 * starting.
 */
export function inboxRelay({ inbox, gateway, receive, stepsUnderWay, startedAt }: InboxRelayParts): Turn {
  // What cannot be received now is left to the workflow, where it is tried again and seen to be stuck.
  const receivedAs = (nominationId: string): Promise<Standing | null> => receive({ nominationId, at: Date.now() }).catch(() => null);

  const startOne = async (pending: PendingStart): Promise<string | null> => {
    try {
      const { nominationId, programme, campaign } = pending;
      await gateway.startNomination({ nominationId, programme, campaign, standing: await receivedAs(nominationId) });
      return pending.eventRowId;
    } catch (error) {
      if (error instanceof StartRefused && pending.attempts >= REFUSALS) {
        await inbox.bury(pending.eventRowId, error.message);
        return null;
      }
      const retry = Math.min(2 ** Math.min(pending.attempts, 6), LONGEST_RETRY_SECONDS);
      await inbox.markFailed(pending.eventRowId, error instanceof Error ? error.message : String(error), retry);
      return null;
    }
  };
  return async () => {
    const isCatchingUp = Date.now() - startedAt < CATCHING_UP.ms;
    if (!isCatchingUp) await quiet(stepsUnderWay);
    const pending = await inbox.claim(isCatchingUp ? CATCHING_UP.atOnce : 1, LEASE_SECONDS);
    const started = (await Promise.all(pending.map(startOne))).filter((id) => id !== null);
    if (started.length > 0) await inbox.markStarted(started);
    return pending.length;
  };
}

/**
 * Waits until the worker has nothing else under way, or until patience ends. The server hands out the tasks of cases that a worker
 * holds before those of new ones: received faster than they can begin, new cases stand behind everybody, and with them the
 * first decision, whose mail has long arrived. So a campaign's flood waits in the inbox, where nobody waits for it.
 */
async function quiet(stepsUnderWay: () => number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (stepsUnderWay() > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
}
