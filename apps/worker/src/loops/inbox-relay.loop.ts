import { StartRefused, type CaseStepInput, type NominationGateway, type Standing } from '@laurel/contracts';
import type { InboxRelayRepository, PendingStart } from '@laurel/db';
import type { Turn } from './loop.ts';

const BATCH = 32;
/** So few are received at once that the decisions of people need not wait behind a campaign's flood of nominations. */
const AT_ONCE = 4;
const LEASE_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 60;
/** What the server refuses so often it refuses for good: a dead letter, until somebody mends and dispatches it again. */
const REFUSALS = 3;

export interface InboxRelayParts {
  readonly inbox: InboxRelayRepository;
  readonly gateway: Pick<NominationGateway, 'startNomination'>;
  /** The step that the workflow would begin with, see `receiveNomination`; safe to run twice. */
  readonly receive: (input: CaseStepInput) => Promise<Standing>;
}

/**
 * Receives every nomination that was accepted and starts its workflow where it then stands: that spares the workflow its
 * first step. Safe beside others of its kind: rows are claimed with a lease, receiving twice receives once, and so does
 * starting.
 */
export function inboxRelay({ inbox, gateway, receive }: InboxRelayParts): Turn {
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
    const pending = await inbox.claim(BATCH, LEASE_SECONDS);
    const started = await fewAtOnce(pending, startOne);
    if (started.length > 0) await inbox.markStarted(started);
    return pending.length;
  };
}

/** What was started, in any order; at most {@link AT_ONCE} are under way. */
async function fewAtOnce(pending: readonly PendingStart[], startOne: (one: PendingStart) => Promise<string | null>): Promise<string[]> {
  const started: string[] = [];
  const queue = [...pending];
  const runner = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const id = await startOne(next);
      if (id !== null) started.push(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  return started;
}
