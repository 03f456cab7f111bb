import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import type { DeliveredMail } from '@laurel/worker';
import { SmtpScript, type SmtpRule } from './smtp-script.ts';
import { SmtpSession, type TakenMail } from './smtp-session.ts';

/** A mail that the sink has taken, whether or not its sender has heard so. */
export interface SunkMail extends DeliveredMail {
  readonly at: number;
  /** The sender of the envelope. */
  readonly from: string;
  readonly text: string;
  readonly html: string;
  /** Whether the sender was told that it is accepted. */
  readonly answered: boolean;
}

/** A mail server that takes everything and does what its script says. */
export class SmtpSink {
  readonly mails: SunkMail[] = [];
  readonly script = new SmtpScript();
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private parsing: Promise<void> = Promise.resolve();
  private onConnect: (() => void) | null = null;

  private constructor() {
    this.server = createServer((socket) => {
      this.welcome(socket);
    });
  }

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await sink.listen(0);
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Adds a rule; the first that fits a mail and is not used up decides. */
  when(rule: SmtpRule): void {
    this.script.add(rule);
  }

  /** Takes every mail again. */
  forget(): void {
    this.script.clear();
  }

  /** Calls back at the next connection, before a word is said, and leaves that connection without one. */
  atNextConnection(work: () => void): void {
    this.onConnect = work;
  }

  /** Ends every connection, as a server that restarts does: the next mail begins with a greeting. */
  hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Mails of which the body is read. */
  async delivered(): Promise<readonly SunkMail[]> {
    await this.parsing;
    return this.mails;
  }

  async to(address: string): Promise<readonly SunkMail[]> {
    return (await this.delivered()).filter(({ to }) => to.includes(address));
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  private welcome(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    const work = this.onConnect;
    this.onConnect = null;
    if (work) {
      work();
      return;
    }
    new SmtpSession(socket, this.script, (mail) => {
      this.take(mail);
    });
  }

  private take({ from, to, raw, answered }: TakenMail): void {
    const at = Date.now();
    this.parsing = this.parsing.then(async () => {
      const mail = await PostalMime.parse(raw);
      const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
      this.mails.push({ at, from, to: [to], headers, text: mail.text ?? '', html: mail.html ?? '', answered });
    });
  }
}
