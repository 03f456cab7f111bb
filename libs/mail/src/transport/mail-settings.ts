import { createPrivateKey } from 'node:crypto';
import addressparser from 'nodemailer/lib/addressparser';
import type { SMTPPoolOptions } from 'nodemailer';

export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface MailTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server after any command, the final dot included. */
  readonly silenceMs: number;
  /** From queueing to the answer, whatever trickles in between. */
  readonly totalMs: number;
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, user and password in it. STARTTLS is demanded from every host but this machine; `?requireTLS=false` lifts that. */
  readonly url: string;
  /** `Name <address>` */
  readonly from: string;
  readonly ratePerSecond: number;
  readonly connections: number;
  readonly dkim: DkimSettings | null;
  /** `bounce@example.vn`: mails leave with a return path of their own below it; without it, with the sender's address. */
  readonly bounceAddress?: string | null;
  readonly timeouts?: Partial<MailTimeouts>;
  /** First back-off of a deferred mail; doubles with each attempt up to 15 minutes. */
  readonly backoffMs?: number;
}

/** The settings of a process that say how mails leave. */
export interface MailEnvironment {
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
  readonly MAIL_RATE_PER_SECOND: number;
  readonly MAIL_CONNECTIONS: number;
  readonly BOUNCE_ADDRESS?: string | undefined;
  readonly DKIM_DOMAIN?: string | undefined;
  readonly DKIM_SELECTOR?: string | undefined;
  readonly DKIM_PRIVATE_KEY?: string | undefined;
}

/** How mails leave, from a process's settings; the same for the API and the worker. */
export function mailSettings(env: MailEnvironment): MailSettings {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = env;
  return {
    url: env.SMTP_URL,
    from: env.MAIL_FROM,
    ratePerSecond: env.MAIL_RATE_PER_SECOND,
    connections: env.MAIL_CONNECTIONS,
    bounceAddress: env.BOUNCE_ADDRESS ?? null,
    dkim: domain !== undefined && selector !== undefined && privateKey !== undefined ? { domain, selector, privateKey } : null,
  };
}

/** Thrown at start for settings that can never send; names the setting and the cure. */
export class MailSettingsInvalid extends Error {
  override readonly name = 'MailSettingsInvalid';
}

const defaults: MailTimeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 20_000, totalMs: 60_000 };

export function timeoutsOf(settings: MailSettings): MailTimeouts {
  return { ...defaults, ...settings.timeouts };
}

/** The settings in Nodemailer's words. */
export function poolOptions(settings: MailSettings): SMTPPoolOptions & { readonly pool: true } {
  const url = parseUrl(settings.url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]', '::1'].includes(url.hostname);
  const demandsTls = !isLocal && url.protocol === 'smtp:' && url.searchParams.get('requireTLS') !== 'false';
  const { connectMs, greetingMs, silenceMs } = timeoutsOf(settings);
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : isLocal ? 25 : 587),
    secure: url.protocol === 'smtps:',
    ...(isLocal ? { ignoreTLS: true } : {}),
    ...(demandsTls ? { requireTLS: true } : {}),
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    maxConnections: settings.connections,
    maxMessages: 1_000,
    // A kept connection that the server dropped meanwhile is replaced at once; a server that keeps dropping is not hammered.
    maxRequeues: 2,
    idleTimeout: 60_000,
    rateLimit: settings.ratePerSecond,
    rateDelta: 1_000,
    connectionTimeout: connectMs,
    dnsTimeout: Math.min(5_000, connectMs),
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...dkimOptions(settings.dkim),
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new MailSettingsInvalid('SMTP_URL: must look like smtp://user:password@host:587 or smtps://host:465.');
  }
  return url;
}

/** What a signature covers. One-click unsubscribing counts only when both of its headers are signed (RFC 8058). */
const SIGNED =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:' +
  'List-Id:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted';

function dkimOptions(dkim: DkimSettings | null): Pick<SMTPPoolOptions, 'dkim'> {
  if (dkim === null) return {};
  // Nodemailer signs with RSA alone, and with any other key not at all.
  if (kindOf(dkim.privateKey) !== 'rsa')
    throw new MailSettingsInvalid('DKIM_PRIVATE_KEY: is not a private key that can sign mails. Give the PEM text of an RSA key.');
  return { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey, headerFieldNames: SIGNED } };
}

function kindOf(privateKey: string): string | null {
  try {
    return createPrivateKey(privateKey).asymmetricKeyType ?? null;
  } catch {
    return null;
  }
}

/** The sender as name and address; throws {@link MailSettingsInvalid}. */
export function senderOf(from: string): { readonly name: string; readonly address: string } {
  const [sender] = addressparser(from, { flatten: true });
  if (sender?.address === undefined || !/^[^\s@<>]+@[^\s@<>]+$/.test(sender.address)) {
    throw new MailSettingsInvalid('MAIL_FROM: must look like Laurel <thi-dua@example.vn>.');
  }
  return { name: sender.name, address: sender.address };
}
