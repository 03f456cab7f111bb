import type { Socket } from 'node:net';
import type { SmtpBehaviour, SmtpMoment, SmtpScript } from './smtp-script.ts';

const END = '\r\n.\r\n';

/** A mail as the conversation gave it. */
export interface TakenMail {
  /** The sender of the envelope: where it would come back to. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly answered: boolean;
}

/** One conversation of the sink: just enough of SMTP, and whatever the script makes of it. */
export class SmtpSession {
  private readonly socket: Socket;
  private readonly script: SmtpScript;
  private readonly take: (mail: TakenMail) => void;
  private waiting: Buffer = Buffer.alloc(0);
  private inData = false;
  private silent = false;
  private sender = '';
  private recipient: string | null = null;

  constructor(socket: Socket, script: SmtpScript, take: (mail: TakenMail) => void) {
    this.socket = socket;
    this.script = script;
    this.take = take;
    socket.on('data', (bytes) => {
      this.read(bytes);
    });
    this.say('220 sink.example.vn ESMTP');
  }

  private read(bytes: Buffer): void {
    this.waiting = Buffer.concat([this.waiting, bytes]);
    while (!this.silent && (this.inData ? this.readMail() : this.readLine()));
  }

  private readLine(): boolean {
    const end = this.waiting.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.waiting.subarray(0, end).toString();
    this.waiting = this.waiting.subarray(end + 2);
    this.command(line);
    return true;
  }

  private readMail(): boolean {
    const end = this.waiting.indexOf(END);
    if (end < 0) return false;
    const raw = this.waiting.subarray(0, end + 2);
    this.waiting = this.waiting.subarray(end + END.length);
    this.inData = false;
    const behaviour = this.script.at('dot', this.recipient);
    const refused = behaviour?.is === 'answer' && behaviour.code >= 400;
    const unstuffed = Buffer.from(raw.toString('latin1').replaceAll('\r\n..', '\r\n.'), 'latin1');
    if (!refused) this.take({ from: this.sender, to: this.recipient ?? '', raw: unstuffed, answered: behaviour === null });
    this.behave(behaviour, '250 taken');
    return true;
  }

  private command(line: string): void {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO' || word === 'HELO') this.moment('ehlo', '250 sink.example.vn');
    else if (word === 'MAIL') this.begin(line);
    else if (word === 'RCPT') this.receive(line);
    else if (word === 'DATA') this.inData = this.moment('data', '354 go on');
    else if (word === 'QUIT') this.socket.end('221 bye\r\n');
    else this.say('250 fine');
  }

  private begin(line: string): void {
    this.sender = /<([^>]*)>/.exec(line)?.[1] ?? '';
    this.moment('mail', '250 sender fine');
  }

  private receive(line: string): void {
    this.recipient = /<([^>]*)>/.exec(line)?.[1] ?? null;
    this.moment('rcpt', '250 recipient fine');
  }

  /** True when the ordinary answer was given. */
  private moment(moment: SmtpMoment, ordinary: string): boolean {
    const behaviour = this.script.at(moment, this.recipient);
    this.behave(behaviour, ordinary);
    return behaviour === null;
  }

  private behave(behaviour: SmtpBehaviour | null, ordinary: string): void {
    if (behaviour === null) this.say(ordinary);
    else if (behaviour.is === 'answer') this.say(`${String(behaviour.code)} ${behaviour.text}`);
    else this.silent = true;
    if (behaviour?.is === 'drop') this.socket.destroy();
  }

  private say(line: string): void {
    this.socket.write(`${line}\r\n`);
  }
}
