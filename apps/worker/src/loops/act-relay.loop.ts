import type { NominationGateway } from '@laurel/contracts';
import type { ActsRepository, PendingAct } from '@laurel/db';
import { isAfterwards } from '@laurel/domain';
import type { Turn } from './loop.ts';

const BATCH = 64;
const LEASE_SECONDS = 10;
/** A person's own request tells the workflow first; after this long somebody else does. */
const PERSON_GRACE_SECONDS = 12;
/** Recorded acts that were never acknowledged are what a crash leaves; there is no hurry, and the look is dearer. */
const UNTOLD_EVERY_MS = 5_000;

/**
 * Tells workflows of acts they have not acknowledged: facts from outside at once, people's acts whose request died, and
 * recorded ones of which nobody knows whether their history has them. Telling twice records once.
 */
export function actRelay(acts: ActsRepository, gateway: NominationGateway): Turn {
  const tell = async (act: PendingAct): Promise<void> => {
    const input = { actId: act.id, kind: act.kind };
    const told = await gateway.signalAct(act.nominationId, input);
    // A workflow that has ended answers nobody any more. One that has not started yet will be told at a later turn.
    if (act.state === 'recorded') await acts.acknowledge([act.id]);
    else if (told === 'no-such-workflow' && isAfterwards(act.kind)) await gateway.takeUp({ ...act, standing: null }, input);
    else if (told === 'no-such-workflow') await acts.refuseWhereEnded(act.id);
  };
  let lookedAt = 0;
  const untold = async (): Promise<readonly PendingAct[]> => {
    if (Date.now() - lookedAt < UNTOLD_EVERY_MS) return [];
    lookedAt = Date.now();
    return acts.claimUntold(BATCH, LEASE_SECONDS);
  };
  return async () => {
    const pending = [...(await acts.claimPending(BATCH, LEASE_SECONDS, PERSON_GRACE_SECONDS)), ...(await untold())];
    const results = await Promise.allSettled(pending.map(tell));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return pending.length;
  };
}
