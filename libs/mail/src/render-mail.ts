import type { ClaimedMail } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';
import type { MailDocument } from './document/mail-document.ts';
import { writers } from './kinds/index.ts';
import { MailNotRenderable, read } from './kinds/reading.ts';
import { renderDocument } from './render-document.tsx';

/** A mail ready to be sent. `headers` holds every header beyond From, To, Subject, Date and those of MIME. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Words, design and headers of one mail; `now` (UTC ms) tells whether a reminder comes before or after the due date.
 * Throws {@link MailNotRenderable} for what cannot be told and a RangeError for an unknown zone.
 */
export async function renderMail(mail: ClaimedMail, link: string | null, now: Instant): Promise<RenderedMail> {
  const document = documentOf(mail, link, now);
  return { subject: document.subject, ...(await renderDocument(document)), headers: headersOf(mail) };
}

export function documentOf(mail: ClaimedMail, link: string | null, now: Instant): MailDocument {
  const write = writers[mail.kind];
  if (!write) throw new MailNotRenderable(`there are no words for mails of kind ${mail.kind}`);
  return write(read(mail, link, now));
}

function headersOf(mail: ClaimedMail): Record<string, string> {
  const domain = domainOf(mail.messageId);
  return {
    'Message-ID': token('messageId', mail.messageId),
    ...threadOf(mail.nominationId, domain),
    'List-Id': `Laurel <nominations.${domain}>`,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Laurel-Kind': mail.kind,
    ...(mail.nominationId === null ? {} : { 'X-Laurel-Nomination': token('nominationId', mail.nominationId) }),
    ...(mail.taskId === null ? {} : { 'X-Laurel-Task': token('taskId', mail.taskId) }),
  };
}

/** All mails of a nomination answer one root that was never sent, so that mail programs show one conversation. */
function threadOf(nominationId: string | null, domain: string): Record<string, string> {
  if (nominationId === null) return {};
  const root = `<nomination.${nominationId.replace(/[^A-Za-z0-9.-]/g, '-')}@${domain}>`;
  return { 'In-Reply-To': root, References: root };
}

function domainOf(messageId: string): string {
  const domain = /^<[^<>@\s]+@([A-Za-z0-9.-]+)>$/.exec(messageId)?.[1];
  if (domain === undefined) throw new MailNotRenderable('messageId: must have the form <id@domain>');
  return domain;
}

/** A header value that is one printable ASCII word: nothing in it can begin a second header. */
function token(name: string, value: string): string {
  if (!/^[\x21-\x7e]{1,250}$/.test(value)) throw new MailNotRenderable(`${name}: must be printable ASCII without spaces`);
  return value;
}
