import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ensureDatabase, freePort, startPostgres, startTemporal, type PostgresServer, type TemporalServer } from '../../../tools/stack.mjs';
import { ROOT } from './child.ts';
import { cloneSeeded, dropDatabase, given, migrateAndSeed } from './databases.ts';
import { SmtpSink } from './smtp-sink.ts';
import { TcpProxy } from './tcp-proxy.ts';

export interface ServerWishes {
  /** A server of its own, to be killed; else a database of its own on the shared one. */
  readonly ownPostgres?: boolean;
  /** A server of its own, to be killed; else a task queue of its own on the shared one. */
  readonly ownTemporal?: boolean;
  /** Puts a proxy between the processes and PostgreSQL; the tests themselves go straight. */
  readonly proxyPostgres?: boolean;
  readonly proxyTemporal?: boolean;
  /** Further settings of workers and API. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Parts {
  readonly wishes: ServerWishes;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly apiPort: number;
  readonly sink: SmtpSink;
  readonly postgres: PostgresServer | null;
  readonly temporal: TemporalServer | null;
  readonly postgresProxy: TcpProxy | null;
  readonly temporalProxy: TcpProxy | null;
}

async function proxyTo(hostAndPort: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(`tcp://${hostAndPort}`);
  return TcpProxy.to(hostname, Number(port));
}

/** The servers that a stack stands on. */
export class Servers {
  readonly taskQueue = `stack-${randomBytes(6).toString('hex')}`;
  private readonly parts: Parts;

  private constructor(parts: Parts) {
    this.parts = parts;
  }

  static async start(wishes: ServerWishes): Promise<Servers> {
    const postgres = wishes.ownPostgres ? await startPostgres({ fsync: true }) : null;
    const temporal = wishes.ownTemporal ? await startTemporal({ binary: given('LAUREL_TEST_TEMPORAL_BINARY') }) : null;
    const databaseUrl = postgres ? postgres.urlOf('laurel') : await cloneSeeded();
    if (postgres) {
      await ensureDatabase(postgres.url, 'laurel');
      await migrateAndSeed(databaseUrl);
    }
    const temporalAddress = temporal?.address ?? given('LAUREL_TEST_TEMPORAL_ADDRESS');
    return new Servers({
      wishes,
      databaseUrl,
      temporalAddress,
      postgres,
      temporal,
      apiPort: await freePort(),
      sink: await SmtpSink.start(),
      postgresProxy: wishes.proxyPostgres ? await proxyTo(new URL(databaseUrl).host) : null,
      temporalProxy: wishes.proxyTemporal ? await proxyTo(temporalAddress) : null,
    });
  }

  get databaseUrl(): string {
    return this.parts.databaseUrl;
  }

  get temporalAddress(): string {
    return this.parts.temporalAddress;
  }

  get apiPort(): number {
    return this.parts.apiPort;
  }

  get sink(): SmtpSink {
    return this.parts.sink;
  }

  get postgres(): PostgresServer {
    return there(this.parts.postgres, 'ownPostgres');
  }

  get temporal(): TemporalServer {
    return there(this.parts.temporal, 'ownTemporal');
  }

  get postgresProxy(): TcpProxy {
    return there(this.parts.postgresProxy, 'proxyPostgres');
  }

  get temporalProxy(): TcpProxy {
    return there(this.parts.temporalProxy, 'proxyTemporal');
  }

  /** The settings of the worker and of the API. */
  environment(secret: string): NodeJS.ProcessEnv {
    const { wishes, postgresProxy, temporalProxy, apiPort, sink } = this.parts;
    const database = new URL(this.databaseUrl);
    if (postgresProxy) database.host = `127.0.0.1:${String(postgresProxy.port)}`;
    return {
      ...process.env,
      NODE_ENV: 'test',
      TZ: 'UTC',
      LOG_LEVEL: 'warn',
      LAUREL_SECRET: secret,
      DATABASE_URL: database.href,
      TEMPORAL_ADDRESS: temporalProxy ? `127.0.0.1:${String(temporalProxy.port)}` : this.temporalAddress,
      TEMPORAL_TASK_QUEUE: this.taskQueue,
      SMTP_URL: sink.url,
      PORT: String(apiPort),
      PUBLIC_URL: 'http://laurel.example.vn',
      RATE_LIMIT_PER_MINUTE: '100000',
      WORKFLOW_BUNDLE: join(ROOT, 'workflows', 'dist', 'workflow-bundle.js'),
      ...wishes.settings,
    };
  }

  async close(): Promise<void> {
    const { postgres, temporal, postgresProxy, temporalProxy, sink, databaseUrl } = this.parts;
    await Promise.all([postgresProxy?.close(), temporalProxy?.close(), sink.close()]);
    await Promise.all([postgres?.stop(), temporal?.stop()]);
    if (!postgres) await dropDatabase(databaseUrl);
  }
}

function there<Part>(part: Part | null, wish: string): Part {
  if (part === null) throw new Error(`This stack was started without ${wish}`);
  return part;
}
