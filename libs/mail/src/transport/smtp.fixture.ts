import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TestServer {
  readonly url: string;
  /** Every message taken, as it came. */
  readonly taken: string[];
  connections: number;
  stop(): Promise<void>;
}

/** A real smtp-server in this process; `options` make it refuse. */
export async function smtpServer(options: SMTPServerOptions = {}, port = 0): Promise<TestServer> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => {
      test.connections += 1;
      done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  const test: TestServer = { url: '', taken, connections: 0, stop: () => new Promise((resolve) => server.close(resolve)) };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return Object.assign(test, { url: urlOf(server.server) });
}

export function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** What a server that misbehaves does: the steps at which it falls silent or hangs up. */
export interface Misbehaviour {
  readonly greeting?: string | null;
  readonly silentAfter?: 'EHLO' | 'RCPT' | 'DATA' | '.';
  readonly dropAfter?: 'EHLO' | 'RCPT' | 'DATA' | '.';
}

/** A server that speaks just enough SMTP to misbehave at one step. */
export async function rudeServer(manner: Misbehaviour): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const test: TestServer = { url: '', taken: [], connections: 0, stop: () => stopAll(server, sockets) };
  const server = createServer((socket) => {
    test.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, manner, test.taken);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(test, { url: urlOf(server) });
}

function converse(socket: Socket, manner: Misbehaviour, taken: string[]): void {
  let message: string[] | null = null;
  let rest = '';
  if (manner.greeting !== null) socket.write(manner.greeting ?? '220 rude.example.vn\r\n');
  if (manner.greeting !== undefined && manner.greeting !== null) socket.end();
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (message && line !== '.') message.push(line);
      else message = step(socket, manner, message ? '.' : (line.split(' ')[0] ?? ''), { message, taken });
    }
  });
}

function step(
  socket: Socket,
  manner: Misbehaviour,
  verb: string,
  { message, taken }: { message: string[] | null; taken: string[] },
): string[] | null {
  if (verb === '.' && message) taken.push(message.join('\r\n'));
  if (verb === manner.dropAfter) socket.destroy();
  if (verb === manner.dropAfter || verb === manner.silentAfter) return null;
  if (verb === 'QUIT') socket.end('221 bye\r\n');
  else socket.write(verb === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
  return verb === 'DATA' ? [] : null;
}

function stopAll(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

function urlOf(server: { address(): string | AddressInfo | null }): string {
  const address = server.address();
  return typeof address === 'object' && address ? `smtp://127.0.0.1:${address.port}` : '';
}
