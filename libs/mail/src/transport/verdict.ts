import type { MailVerdict } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';

/** What Nodemailer tells of a failure; fields as in its `NodemailerError`. */
export interface SmtpFailure {
  readonly message: string;
  readonly code: string | null;
  readonly responseCode: number | null;
  readonly command: string | null;
}

export interface FailureFacts {
  /** True once bytes of the message have gone to the server: then nobody knows whether it was taken. */
  readonly begun: boolean;
  readonly attempts: number;
  readonly now: Instant;
  readonly backoffMs: number;
  /** 0 to 1. */
  readonly random: number;
}

const longest = 15 * 60_000;

/** Trouble of the connection, the credentials or this machine: it would meet every other mail as well. */
const channelCodes = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
  'EABORT',
  'ECONFIG',
]);

/** Trouble that Nodemailer itself found in this one mail. */
const mailCodes = new Set(['EENVELOPE', 'EMESSAGE']);

/** How long a mail waits after its attempt number `attempts` (0 the first): doubling, at most 15 minutes, spread by half. */
export function backoff(attempts: number, baseMs: number, random: number): number {
  return Math.round(Math.min(longest, baseMs * 2 ** Math.min(attempts, 20)) * (0.5 + random / 2));
}

/** Reads any thrown value without trusting its class. */
export function readFailure(error: unknown): SmtpFailure {
  const fields = typeof error === 'object' && error !== null ? new Map<string, unknown>(Object.entries(error)) : new Map<string, unknown>();
  const text = (name: string): string | null => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : null;
  };
  const responseCode = fields.get('responseCode');
  return {
    message: messageOf(error).slice(0, 500),
    code: text('code'),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    command: text('command'),
  };
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : String(error);
}

/** What a failed attempt means for the ledger. */
export function verdictOf(failure: SmtpFailure, facts: FailureFacts): MailVerdict {
  const retryAt = facts.now + backoff(facts.attempts, facts.backoffMs, facts.random);
  const deferred = (channel: boolean): MailVerdict => ({ is: 'deferred', reason: failure.message, retryAt, channel });
  if (failure.responseCode !== null)
    return isFinal(failure, failure.responseCode) ? { is: 'failed', reason: failure.message } : deferred(isChannel(failure));
  if (facts.begun) return { is: 'unknown', reason: failure.message, retryAt };
  if (failure.code !== null && mailCodes.has(failure.code)) return { is: 'failed', reason: failure.message };
  return deferred(failure.code !== null && channelCodes.has(failure.code));
}

/** Only what concerns the recipient or the message itself ends a mail; 503 says that the session was out of step. */
function isFinal({ command }: SmtpFailure, responseCode: number): boolean {
  if (responseCode < 500 || responseCode === 503 || responseCode === 530) return false;
  return command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && responseCode === 552);
}

/** An answer to the connection, the login or the sender concerns every mail alike. */
function isChannel({ code, command, responseCode }: SmtpFailure): boolean {
  // How Nodemailer tells of a 421 in the middle of a session: said to this mail (greylisting does), not at the door.
  if (responseCode === 421 && code === 'ECONNECTION' && command === 'CONN') return false;
  if (code !== null && channelCodes.has(code)) return true;
  return command === 'MAIL FROM' && responseCode !== null && responseCode >= 500;
}
