import type { CanaryRepository, Incident, IncidentRepository, LoopLock, MailToPlan, SnapshotRepository } from '@laurel/db';
import type { StuckGroup, Text } from '@laurel/domain';
import type { Turn } from './loop.ts';

const POST_WITHIN_MS = 10_000;

export interface AlertParts {
  readonly lock: LoopLock;
  readonly snapshots: Pick<SnapshotRepository, 'groups'>;
  readonly canaries: Pick<CanaryRepository, 'last'>;
  readonly incidents: IncidentRepository;
  readonly planMails: (mails: readonly MailToPlan[]) => Promise<number>;
  /** Addresses of operators. */
  readonly mailTo: readonly string[];
  readonly webhookUrl: string | null;
  readonly publicUrl: string;
}

type Told = Pick<StuckGroup, 'groupKey' | 'cause' | 'count'> & { readonly class: string };

/**
 * Tells operators of every new cause once, and once when it is over: by mail, planned under the incident's own key, and by
 * webhook, posted until it is taken. Silent reviewers are their superiors' business, who have been told.
 */
export function alerts(parts: AlertParts): Turn {
  const tell = async (): Promise<void> => {
    await parts.incidents.follow(await toldOf(parts));
    for (const incident of await parts.incidents.unposted()) {
      await parts.planMails(mailsOf(incident, parts));
      if (parts.webhookUrl === null || (await posted(parts.webhookUrl, incident, parts.publicUrl)))
        await parts.incidents.markPosted(incident.id, incident.clearedAt ? 'clearing' : 'opening');
    }
  };
  return async () => {
    await parts.lock.alone('alerts', tell);
    return 0;
  };
}

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

function mailsOf({ id, class: stuckClass, cause, count, clearedAt }: Incident, { mailTo, publicUrl }: AlertParts): readonly MailToPlan[] {
  return mailTo.map((address) => ({
    subjectKey: `incident:${id}`,
    programme: '',
    personId: address,
    kind: 'incident',
    occurrence: clearedAt ? 1 : 0,
    toAddress: address,
    language: 'vi',
    content: {
      about: 'incident',
      occasion: {
        is: clearedAt ? 'all-clear' : 'stuck',
        title: { vi: stuckClass, en: stuckClass },
        cause,
        count,
        link: `${publicUrl}/operations`,
      },
      recipient: address,
      zone: 'Asia/Ho_Chi_Minh',
    },
  }));
}

/** False when the receiver did not take it: it is posted again at the next turn. */
async function posted(url: string, incident: Incident, publicUrl: string): Promise<boolean> {
  const { id, groupKey, class: stuckClass, cause, count, openedAt, clearedAt } = incident;
  const body = {
    id,
    status: clearedAt ? 'resolved' : 'firing',
    class: stuckClass,
    groupKey,
    count,
    cause,
    openedAt,
    clearedAt,
    link: `${publicUrl}/operations`,
  };
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(POST_WITHIN_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
