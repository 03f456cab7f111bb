/** A server of its own: `kill` is a `kill -9`, `start` starts it again on the same data, `stop` ends it and removes its temporary data. */
export interface Server {
  readonly port: number;
  /** Of the present life; changes with `start`. */
  readonly pid: number;
  readonly dataDir: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresServer extends Server {
  /** Its `postgres` database, as the owner. */
  readonly url: string;
  urlOf(database: string): string;
}

export interface TemporalServer extends Server {
  readonly address: string;
  readonly binary: string;
}

export interface Mailbox {
  readonly smtpPort: number;
  readonly webPort: number;
  stop(): Promise<void>;
}

/** A port on which nothing listens now. */
export function freePort(): Promise<number>;

/** Creates the database unless it is there; whether it was made now. */
export function ensureDatabase(adminUrl: string, name: string): Promise<boolean>;

/** PostgreSQL without fsync in the temporary folder; a `dataDir` given is kept. */
export function startPostgres(options?: { port?: number; dataDir?: string; fsync?: boolean }): Promise<PostgresServer>;

/** Temporal's development server on a file, with Laurel's flags and search attributes; a `dataDir` given is kept. */
export function startTemporal(options?: { port?: number; uiPort?: number; dataDir?: string; binary?: string }): Promise<TemporalServer>;

/** The mailbox in this process; a port of 0 takes a free one; `file` keeps the mails. */
export function startMailbox(options: { smtpPort: number; webPort: number; file: string; keep?: number }): Promise<Mailbox>;
