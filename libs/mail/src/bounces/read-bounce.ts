import PostalMime, { type Email } from 'postal-mime';
import { hashesIn } from './return-path.ts';

/** What a delivery status notification says of one of our mails. */
export interface Bounce {
  /** Message-IDs that the mail may have had. */
  readonly messageIds: readonly string[];
  /** `hard`: it will never arrive. `soft`: it is late and may still. */
  readonly is: 'hard' | 'soft';
  /** Status and diagnosis in the other server's words, at most 300 characters. */
  readonly diagnosis: string;
}

const ADDRESSED = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'return-path'];

/**
 * Reads a message that came to the return path (RFC 3464, and mails of servers that know no such thing). `domain` is the
 * right-hand side of our Message-IDs. Null when it names none of our mails, or tells of one that has arrived.
 */
export async function readBounce(raw: Uint8Array, domain: string): Promise<Bounce | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const report = reportIn(mail);
  const quoted = textOf(mail, (type) => type === 'message/rfc822' || type === 'text/rfc822-headers');
  const messageIds = [...new Set([...idsByAddress(mail, quoted, domain), ...idsQuoted(quoted)])];
  if (messageIds.length === 0) return null;
  const action = fieldIn(report, 'Action')?.toLowerCase() ?? null;
  const status = fieldIn(report, 'Status') ?? statusIn(mail.text ?? '');
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return null;
  const isHard = action === null ? status?.startsWith('5') === true : action === 'failed';
  const diagnosis = [status, fieldIn(report, 'Diagnostic-Code') ?? mail.subject ?? ''].filter(Boolean).join(' ').slice(0, 300);
  return { messageIds, is: isHard ? 'hard' : 'soft', diagnosis };
}

/** Each mail has its own return path: whom the notification is addressed to says which mail it is about. */
function idsByAddress(mail: Email, quoted: string, domain: string): readonly string[] {
  const addressed = mail.headers.filter(({ key }) => ADDRESSED.includes(key)).map(({ value }) => value);
  return hashesIn([...addressed, quoted].join('\n')).map((hash) => `<${hash}@${domain}>`);
}

function idsQuoted(quoted: string): readonly string[] {
  return [...quoted.matchAll(/^message-id:\s*(<[a-z2-7]{52}@[^\s>]+>)/gim)].flatMap(([, id]) => id ?? []);
}

const reportIn = (mail: Email): string => textOf(mail, (type) => type === 'message/delivery-status');

function textOf(mail: Email, wanted: (type: string) => boolean): string {
  const parts = mail.attachments.filter(({ mimeType }) => wanted(mimeType.toLowerCase()));
  return parts.map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content))).join('\n');
}

/** A field of the report, its folded lines joined. */
function fieldIn(report: string, name: string): string | null {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:\\s*(.+?)\\s*$`, 'im').exec(unfolded)?.[1] ?? null;
}

/** `5.1.1` in the words of a server that sends no report. */
function statusIn(text: string): string | null {
  return /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
}
