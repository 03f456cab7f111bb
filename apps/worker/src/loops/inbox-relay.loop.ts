import type { NominationGateway } from '@laurel/contracts';
import type { InboxRelayRepository, PendingStart } from '@laurel/db';
import type { Turn } from './loop.ts';

const BATCH = 64;
const LEASE_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 60;

/**
 * Starts the workflow of every nomination that was accepted. Safe beside others of its kind: rows are claimed with a
 * lease, and starting a workflow twice starts it once.
 */
export function inboxRelay(inbox: InboxRelayRepository, gateway: Pick<NominationGateway, 'startNomination'>): Turn {
  const startOne = async (pending: PendingStart): Promise<string | null> => {
    try {
      await gateway.startNomination(pending);
      return pending.eventRowId;
    } catch (error) {
      const retry = Math.min(2 ** Math.min(pending.attempts, 6), LONGEST_RETRY_SECONDS);
      await inbox.markFailed(pending.eventRowId, error instanceof Error ? error.message : String(error), retry);
      return null;
    }
  };
  return async () => {
    const pending = await inbox.claim(BATCH, LEASE_SECONDS);
    const started = (await Promise.all(pending.map(startOne))).filter((id) => id !== null);
    if (started.length > 0) await inbox.markStarted(started);
    return pending.length;
  };
}
