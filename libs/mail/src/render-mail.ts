import type { ClaimedMail, NominationMailContent } from '@laurel/contracts';
import { assertNever, type Instant } from '@laurel/domain';
import { calendarOf } from './calendar.ts';
import type { MailDocument } from './document/mail-document.ts';
import { writeAccount } from './kinds/account.ts';
import { writeDigest } from './kinds/digest.ts';
import { writeIncident } from './kinds/incident.ts';
import { nominationWriters } from './kinds/index.ts';
import { MailNotRenderable, read } from './kinds/reading.ts';
import { writeSession } from './kinds/session.ts';
import { renderDocument } from './render-document.tsx';

/** A mail ready to be sent. `headers` holds every header beyond From, To, Subject, Date and those of MIME. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A deadline as iCalendar, or null. */
  readonly calendar: string | null;
}

/**
 * Words, design and headers of one mail; `now` (UTC ms) tells whether a reminder comes before or after the due date.
 * Throws {@link MailNotRenderable} for what cannot be told and a RangeError for an unknown zone.
 */
export async function renderMail(mail: ClaimedMail, link: string | null, now: Instant): Promise<RenderedMail> {
  const document = documentOf(mail, link, now);
  return {
    subject: document.subject,
    ...(await renderDocument(document)),
    headers: headersOf(mail, link),
    calendar: deadlineOf(mail, now),
  };
}

function deadlineOf(mail: ClaimedMail, now: Instant): string | null {
  return mail.content.about === 'nomination' ? calendarOf(mail, mail.content, now) : null;
}

export function documentOf(mail: ClaimedMail, link: string | null, now: Instant): MailDocument {
  const { content } = mail;
  switch (content.about) {
    case 'nomination':
      return nominationDocument(mail, content, link, now);
    case 'session':
      return writeSession(mail, content, { link, now });
    case 'account':
      return writeAccount(mail, content, { link, now });
    case 'digest':
      return writeDigest(mail, content, { link, now });
    case 'incident':
      return writeIncident(mail, content, { link, now });
    default:
      return assertNever(content);
  }
}

function nominationDocument(mail: ClaimedMail, content: NominationMailContent, link: string | null, now: Instant): MailDocument {
  const write = nominationWriters[mail.kind];
  if (!write) throw new MailNotRenderable(`there are no words for mails of kind ${mail.kind}`);
  return write(read(mail, content, link, now));
}

function headersOf(mail: ClaimedMail, link: string | null): Record<string, string> {
  const domain = domainOf(mail.messageId);
  return {
    'Message-ID': token('messageId', mail.messageId),
    ...threadOf(mail, domain),
    'List-Id': `Laurel <nominations.${domain}>`,
    ...unsubscribeOf(mail, link),
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Laurel-Kind': mail.kind,
    'X-Laurel-Occurrence': String(mail.occurrence),
    ...(mail.nominationId === null ? {} : { 'X-Laurel-Nomination': token('nominationId', mail.nominationId) }),
    ...(mail.sessionId === null ? {} : { 'X-Laurel-Session': token('sessionId', mail.sessionId) }),
    ...(mail.taskId === null ? {} : { 'X-Laurel-Task': token('taskId', mail.taskId) }),
  };
}

/** All mails of a nomination, or of a session, answer one root that was never sent: mail programs show one conversation. */
function threadOf({ nominationId, sessionId }: ClaimedMail, domain: string): Record<string, string> {
  const subject = nominationId === null ? sessionId && `session.${sessionId}` : `nomination.${nominationId}`;
  if (subject === null) return {};
  const root = `<${subject.replace(/[^A-Za-z0-9.-]/g, '-')}@${domain}>`;
  return { 'In-Reply-To': root, References: root };
}

/** Reminders and digests can be stopped with one press (RFC 8058); what asks for the first time cannot. */
function unsubscribeOf({ kind }: ClaimedMail, link: string | null): Record<string, string> {
  if (link === null || (kind !== 'reminder' && kind !== 'digest')) return {};
  return { 'List-Unsubscribe': `<${link}/unsubscribe>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
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
