import type { Incident, IncidentRepository, MailToPlan } from '@laurel/db';

const POST_WITHIN_MS = 10_000;

/** Whom operators' incidents are told to, and how. */
export interface IncidentTelling {
  readonly incidents: Pick<IncidentRepository, 'follow' | 'unposted' | 'markPosted'>;
  readonly planMails: (mails: readonly MailToPlan[]) => Promise<number>;
  /** Addresses of operators. */
  readonly mailTo: readonly string[];
  readonly webhookUrl: string | null;
  readonly publicUrl: string;
}

/** What is stuck now, as far as operators are told of it. */
export type Told = Pick<Incident, 'groupKey' | 'class' | 'cause' | 'count'>;

/**
 * Tells operators of every new cause once, and once when it is over: by mail, planned under the incident's own key, and by
 * webhook, posted until it is taken. Safe to run twice: a mail that is planned stays as it is, a posting that was taken is marked.
 */
export async function tellIncidents(parts: IncidentTelling, told: readonly Told[]): Promise<void> {
  await parts.incidents.follow(told);
  for (const incident of await parts.incidents.unposted()) {
    await parts.planMails(mailsOf(incident, parts));
    if (parts.webhookUrl === null || (await posted(parts.webhookUrl, incident, parts.publicUrl)))
      await parts.incidents.markPosted(incident.id, incident.clearedAt ? 'clearing' : 'opening');
  }
}

/** The settings of a process that say who is told. */
export interface AlertEnvironment {
  /** Addresses parted by commas. */
  readonly ALERT_MAIL_TO?: string | undefined;
  readonly ALERT_WEBHOOK_URL?: string | undefined;
  readonly PUBLIC_URL: string;
}

/** Whom incidents are told to, from a process's settings; the same for the API and the worker. */
export function alertSettings(env: AlertEnvironment): Pick<IncidentTelling, 'mailTo' | 'webhookUrl' | 'publicUrl'> {
  const mailTo = (env.ALERT_MAIL_TO ?? '').split(',').flatMap((address) => address.trim() || []);
  return { mailTo, webhookUrl: env.ALERT_WEBHOOK_URL ?? null, publicUrl: env.PUBLIC_URL };
}

type Settings = Pick<IncidentTelling, 'mailTo' | 'publicUrl'>;

function mailsOf({ id, class: stuckClass, cause, count, clearedAt }: Incident, { mailTo, publicUrl }: Settings): readonly MailToPlan[] {
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
