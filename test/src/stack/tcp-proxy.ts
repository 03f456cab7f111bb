import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { signalled } from './wait-for.ts';

/** Where a conversation is stopped: before the bytes reach the server, before its answer reaches the client, or not at all. */
export type StopAt = 'before-request' | 'before-answer' | 'never';

interface Stop {
  readonly pattern: string;
  readonly at: StopAt;
  readonly hit: () => void;
}

/**
 * Stands between a process and a server. Stops one conversation at the bytes that a test waits for, so that the process
 * can be killed exactly there; cuts and mends the line.
 */
export class TcpProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly target: { readonly host: string; readonly port: number };
  private stops: Stop[] = [];
  private isCut = false;

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.target = target;
    this.server = createServer((client) => {
      this.join(client);
    });
  }

  static async to(host: string, port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy({ host, port });
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /**
   * Resolves once the next conversation with `pattern` stands still; it stays so until somebody hangs up. `first` runs
   * in the same instant, before anything else can happen.
   */
  stopNext(pattern: string, at: StopAt, first: () => void = () => undefined): Promise<void> {
    const { promise, resolve } = signalled();
    const hit = (): void => {
      first();
      resolve(undefined);
    };
    this.stops.push({ pattern, at, hit });
    return promise;
  }

  /** Breaks every connection and refuses new ones. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    this.keep(client);
    if (this.isCut) {
      client.destroy();
      return;
    }
    const server = connect(this.target);
    this.keep(server);
    let frozen = false;
    client.on('data', (bytes) => {
      const stop = frozen ? undefined : this.stopFor(bytes);
      frozen ||= stop !== undefined && stop.at !== 'never';
      if (stop && stop.at !== 'before-answer') stop.hit();
      if (!frozen || stop?.at === 'before-answer') server.write(bytes);
      // The answer has been given by the server when its first byte is here; it goes no further.
      if (stop?.at === 'before-answer') server.once('data', stop.hit);
    });
    server.on('data', (bytes) => {
      if (!frozen) client.write(bytes);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('close', () => other.destroy());
  }

  private stopFor(bytes: Buffer): Stop | undefined {
    const stop = this.stops.find(({ pattern }) => bytes.includes(pattern));
    if (stop) this.stops = this.stops.filter((other) => other !== stop);
    return stop;
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    socket.setNoDelay(true);
  }
}
