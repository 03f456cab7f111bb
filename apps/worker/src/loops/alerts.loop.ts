import { tellIncidents, type IncidentTelling, type Told } from '@laurel/activities';
import type { CanaryRepository, LoopLock, SnapshotRepository } from '@laurel/db';
import type { Text } from '@laurel/domain';
import type { Turn } from './loop.ts';

export interface AlertParts extends IncidentTelling {
  readonly lock: LoopLock;
  readonly snapshots: Pick<SnapshotRepository, 'groups'>;
  readonly canaries: Pick<CanaryRepository, 'last'>;
}

/** Tells operators of what the classifier saw and of a canary that did not come through; the death of every worker is the API's to tell. */
export function alerts(parts: AlertParts): Turn {
  return async () => {
    await parts.lock.alone('alerts', async () => tellIncidents(parts, await toldOf(parts)));
    return 0;
  };
}

/** Silent reviewers are their superiors' business, who have been told. */
async function toldOf({ snapshots, canaries }: AlertParts): Promise<readonly Told[]> {
  const groups = await snapshots.groups({ cases: 0 });
  const canary = await canaries.last();
  const told: Told[] = groups.filter((group) => group.class !== 'REVIEWER_SILENT');
  if (canary?.failure) told.push({ class: 'CANARY', groupKey: 'CANARY', count: 1, cause: CANARY_LATE });
  return told;
}

const CANARY_LATE: Text = {
  vi: 'Hồ sơ kiểm tra không đi hết đường trong thời gian cho phép.',
  en: 'The canary nomination did not come through in time.',
};
