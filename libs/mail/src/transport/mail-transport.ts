import type { MailVerdict } from '@laurel/contracts';
import type { RenderedMail } from '../render-mail.ts';

export interface OutgoingMail {
  readonly to: string;
  /** How often sending was tried before; the back-off grows with it. */
  readonly attempts: number;
  readonly rendered: RenderedMail;
}

/** Hands mails to a mail server. Never rejects: what goes wrong is a verdict. */
export interface MailTransport {
  /** How many mails may be under way at once with profit. */
  readonly width: number;
  send(mail: OutgoingMail): Promise<MailVerdict>;
  close(): void;
}
