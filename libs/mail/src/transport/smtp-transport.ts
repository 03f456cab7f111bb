import type { Readable } from 'node:stream';
import type { MailVerdict } from '@laurel/contracts';
import type { Instant } from '@laurel/domain';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { poolOptions, senderOf, timeoutsOf, type MailSettings } from './mail-settings.ts';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';
import { composeMime, type Sender } from './mime.ts';
import { returnPathOf } from '../bounces/return-path.ts';
import { readFailure, verdictOf } from './verdict.ts';

const address = /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\\p{Cc}]+$/u;

/** A pool of SMTP connections. Throws `MailSettingsInvalid` for settings that can never send. */
export class SmtpTransport implements MailTransport {
  readonly width: number;
  private readonly pool: Transporter;
  private readonly from: Sender;
  private readonly settings: MailSettings;
  private readonly now: () => Instant;
  /** The bytes of each mail under way, by its abort signal: the one thing a plugin and the caller both hold. */
  private readonly streams = new WeakMap<AbortSignal, Readable>();

  constructor(settings: MailSettings, now: () => Instant = Date.now) {
    this.settings = settings;
    this.now = now;
    this.from = senderOf(settings.from);
    this.pool = createTransport(poolOptions(settings));
    // Two per connection, so that a connection never waits for the next mail to be composed.
    this.width = settings.connections * 2;
    this.pool.use('stream', (mail, done) => {
      this.watchStream(mail.message, mail.data.signal);
      done();
    });
  }

  async send(mail: OutgoingMail): Promise<MailVerdict> {
    if (!address.test(mail.to))
      return { is: 'failed', reason: `The address ${JSON.stringify(mail.to)} is not one: correct it and send again.` };
    const signal = AbortSignal.timeout(timeoutsOf(this.settings).totalMs);
    try {
      const raw = composeMime({ from: this.from, to: mail.to, rendered: mail.rendered, at: this.now() });
      const { response } = await this.pool.sendMail({ envelope: { from: this.returnPath(mail), to: [mail.to] }, raw, signal });
      return { is: 'accepted', response: String(response).slice(0, 500) };
    } catch (error) {
      return this.failed(error, mail.attempts, signal);
    }
  }

  close(): void {
    this.pool.close();
  }

  private returnPath({ rendered }: OutgoingMail): string {
    return returnPathOf(this.settings.bounceAddress ?? null, rendered.headers['Message-ID']) ?? this.from.address;
  }

  private failed(error: unknown, attempts: number, signal: AbortSignal): MailVerdict {
    const begun = this.streams.get(signal)?.readableDidRead ?? false;
    const backoffMs = this.settings.backoffMs ?? 5_000;
    return verdictOf(readFailure(error), { begun, attempts, now: this.now(), backoffMs, random: Math.random() });
  }

  /** Nodemailer reads a message's stream only once the server has said 354: whether it was read is whether DATA began. */
  private watchStream(message: { createReadStream(): Readable }, signal: AbortSignal | undefined): void {
    const create = message.createReadStream.bind(message);
    message.createReadStream = () => {
      const stream = create();
      if (signal) this.streams.set(signal, stream);
      return stream;
    };
  }
}
