// The Temporal development server on a durable file: how to run it, and when it is ready.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { accepts, freePort } from './lib/ports.mjs';
import { findTemporal } from './lib/temporal-ladder.mjs';
import { throwAway } from './lib/throw-away.mjs';

export { findTemporal };

const exec = promisify(execFile);

/** What nominations can be found by; no personal data ever goes here. */
const SEARCH_ATTRIBUTES = {
  LaurelState: 'Keyword',
  LaurelLevel: 'Keyword',
  LaurelStage: 'Keyword',
  LaurelProgramme: 'Keyword',
  LaurelCampaign: 'Keyword',
  LaurelDueAt: 'Datetime',
};

/**
 * The flags that made the development server quick in measurements: its one shard's queues are polled at most 20 times a
 * second by default, and a write-ahead log halves its CPU while the file stays durable.
 */
const TUNING = [
  '--sqlite-pragma',
  'journal_mode=wal',
  '--dynamic-config-value',
  'history.transferProcessorMaxPollRPS=5000',
  '--dynamic-config-value',
  'history.timerProcessorMaxPollRPS=5000',
];

/**
 * How to run the server.
 * @param {{ binary: string, dataDir: string, port: number, uiPort?: number, namespace?: string }} options `dataDir`
 *   absolute; without `uiPort` there is no web page
 * @returns {import('./lib/processes.mjs').PartSpec} without `logFile`
 */
export function temporalSpec({ binary, dataDir, port, uiPort, namespace = 'default' }) {
  mkdirSync(dataDir, { recursive: true });
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--db-filename',
    join(dataDir, 'temporal.db'),
    '--log-level',
    'error',
    ...TUNING,
  ];
  args.push(...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']));
  if (namespace !== 'default') args.push('--namespace', namespace);
  for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) args.push('--search-attribute', `${name}=${type}`);
  return { command: binary, args, env: cleanEnv(), stopSignal: 'SIGTERM' };
}

/** The developer's own Temporal profile and TLS settings mean other servers. */
const cleanEnv = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));

/**
 * Waits until the server serves the namespace and knows our search attributes. (The flag registers them only on a new
 * file; on an old one, the missing are added here.)
 */
export async function waitForTemporal({ binary, port, namespace = 'default' }, { timeoutMs = 60_000, stillThere = () => true } = {}) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const failure = await probe(binary, port, namespace);
    if (!failure) return;
    if (Date.now() > until || !stillThere()) throw failure;
    await sleep(100);
  }
}

async function probe(binary, port, namespace) {
  if (!(await accepts(port))) return new Error(`nothing answers on port ${port}`);
  const at = ['--address', `127.0.0.1:${port}`, '--namespace', namespace];
  const ask = (...args) => exec(binary, ['operator', 'search-attribute', ...args, ...at], { timeout: 10_000, env: cleanEnv() });
  try {
    const { stdout } = await ask('list', '-o', 'json');
    const known = JSON.parse(stdout).customAttributes ?? {};
    for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) {
      if (!(name in known)) await ask('create', '--name', name, '--type', type);
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * A throw-away server on a free port, for tests and scripts, on a file so that it survives a `kill -9`.
 * @param {{ port?: number, uiPort?: number, dataDir?: string, binary?: string }} [options] a `dataDir` given is kept
 * @returns {Promise<import('./lib/throw-away.mjs').Server & { address: string, binary: string }>}
 */
export async function startTemporal({ port, uiPort, dataDir, binary } = {}) {
  const at = { binary: binary ?? (await findTemporal()), port: port ?? (await freePort()) };
  const server = await throwAway({
    name: 'temporal',
    dataDir,
    prepare: async (folder) => temporalSpec({ ...at, uiPort, dataDir: folder }),
    ready: (stillThere) => waitForTemporal(at, { stillThere }),
  });
  return Object.assign(server, { ...at, address: `127.0.0.1:${at.port}` });
}
