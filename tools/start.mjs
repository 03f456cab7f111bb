#!/usr/bin/env node
// `npm start`: the whole of Laurel on this machine, in order, supervised.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine } from './lib/command-line.mjs';
import { migrate } from './lib/database.mjs';
import { filesBelow, hashFiles, isStamped, writeStamp } from './lib/hashes.mjs';
import { isSame } from './lib/identity.mjs';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';
import { assertPortsFree, assertUsable } from './lib/preflight.mjs';
import { partEnv, readSettings } from './lib/settings.mjs';
import { stackParts, waitUntilServing } from './lib/stack-parts.mjs';
import { Supervisor } from './lib/supervisor.mjs';
import { findTemporal } from './lib/temporal-ladder.mjs';
import { execute } from './postgres.mjs';

const USAGE = `npm start [-- --json]
  starts the whole of Laurel on this machine and watches over it; Ctrl-C stops it. Ports and folders: the table of settings in README.md
  --json   prints one JSON object with the addresses`;

const { values } = readCommandLine(USAGE, { json: { type: 'boolean' } });
const asJson = values.json === true || process.env['npm_config_json'] === 'true';
const say = (text) => (asJson ? process.stderr : process.stdout).write(`${text}\n`);

/** Refuses a second start of this clone, and ends what a crashed one has left behind. */
async function settlePast(stateFile) {
  if (!existsSync(stateFile)) return;
  const past = JSON.parse(readFileSync(stateFile, 'utf8'));
  if (past.pid !== process.pid && isSame(past))
    throw new Error(`Laurel is already running here (process ${past.pid}). Stop it there with Ctrl-C, or here with: kill ${past.pid}`);
  const left = () => past.parts.filter(isSame);
  for (const part of left()) process.kill(part.pid, part.stopSignal);
  for (let waited = 0; waited < 9000 && left().length > 0; waited += 100) await sleep(100);
  for (const part of left()) process.kill(part.pid, 'SIGKILL');
  rmSync(stateFile);
}

/** Which database this is, so that a new one is never taken for one that has been filled. */
async function databaseIdentity(url) {
  const { rows } = await execute(
    url,
    'SELECT system_identifier::text, (SELECT oid FROM pg_database WHERE datname = current_database()) AS oid FROM pg_control_system()',
  );
  return `${rows[0].system_identifier}-${rows[0].oid}`;
}

/** Programmes, people, demo seasons and the development key; again whenever one of the definitions or the seed has changed. */
async function seed(settings) {
  const definitions = [inRoot('programmes'), inRoot('apps', 'worker', 'dist'), inRoot('libs', 'programmes', 'dist')];
  const hash = hashFiles(
    definitions.flatMap((folder) => filesBelow(folder, new Set())),
    await databaseIdentity(settings.databaseUrl),
  );
  const stamp = join(settings.dataDir, 'seeded');
  if (existsSync(join(settings.dataDir, 'dev-api-key')) && isStamped(stamp, hash)) return;
  await runSeed(settings);
  writeStamp(stamp, hash);
}

async function runSeed(settings) {
  const entry = inRoot('apps', 'worker', 'dist', 'seed.js');
  const child = spawn(nodeBinary(), ['--enable-source-maps', entry, '--development-key'], {
    cwd: root,
    env: partEnv(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Filling the database with programmes and people failed:\n${output.trim().slice(-3000)}`);
}

/** The link of the first administrator, once: as soon as there is one, the command answers none. */
async function firstAdministrator(settings) {
  const entry = inRoot('apps', 'api', 'dist', 'cli', 'admin.js');
  const child = spawn(nodeBinary(), [entry, 'first', '--json'], {
    cwd: root,
    env: partEnv(settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return code === 0 ? JSON.parse(output).link : null;
}

async function startAll(settings, supervisor, begin) {
  let binary = '';
  const parts = stackParts(settings, () => binary);
  const database = async () => {
    if (settings.ownPostgres) await begin(parts.postgres);
    if (await migrate(settings.databaseUrl)) say('  migrations applied');
    await seed(settings);
    say('  programmes and people in place');
  };
  const temporal = async () => {
    if (!settings.ownTemporal) return;
    binary = await findTemporal();
    await begin(parts.temporal);
  };
  const mailbox = async () => {
    if (settings.ownMailbox) await begin(parts.mailbox);
  };
  await Promise.all([database(), temporal(), mailbox()]);
  await Promise.all([begin(parts.worker), begin(parts.api)]);
  await waitUntilServing(settings, () => true);
  supervisor.allStarted();
}

function summary(settings, administratorLink) {
  const keyFile = join(settings.dataDir, 'dev-api-key');
  const { host, pathname } = new URL(settings.databaseUrl);
  return {
    status: 'ready',
    api: settings.publicUrl,
    mailbox: settings.ownMailbox ? settings.mailboxUrl : null,
    temporal: settings.temporalAddress,
    temporalUi: settings.ownTemporal ? `http://localhost:${settings.ports.temporalUi}` : null,
    postgres: `postgresql://${host}${pathname}`,
    dataDir: settings.dataDir,
    administratorLink,
    developmentKey: existsSync(keyFile) ? readFileSync(keyFile, 'utf8').trim() : null,
  };
}

function announce(settings, seconds, administratorLink) {
  const facts = summary(settings, administratorLink);
  if (asJson) process.stdout.write(`${JSON.stringify(facts)}\n`);
  const lines = [
    ['Console, API', facts.api],
    ['Mailbox', facts.mailbox ?? `${settings.smtpUrl} (outside)`],
    ['Temporal', facts.temporalUi ? `${facts.temporalUi} (gRPC on ${facts.temporal})` : `${facts.temporal} (outside)`],
    ['PostgreSQL', facts.postgres],
    ['Development key', facts.developmentKey ?? '(none yet)'],
    ...(administratorLink ? [['Administrator', `${administratorLink} (signs in once)`]] : []),
    ['Data and logs', `${relative(root, settings.dataDir) || '.'}/ and ${relative(root, join(settings.dataDir, 'logs'))}/`],
  ];
  say(`\nLaurel is ready (${seconds} s).\n`);
  for (const [name, value] of lines) say(`  ${name.padEnd(16)} ${value}`);
  say('\nNext: in a second terminal, npm run demo plays a whole season while you watch the mailbox. Ctrl-C here stops everything.');
}

let stopping;
/** Ends everything: first those who write, then what they write to. */
function stopAll(supervisor, stateFile, code) {
  stopping ??= (async () => {
    await supervisor.stop(['api', 'worker']);
    await supervisor.stop(['mailbox', 'temporal', 'postgres']);
    rmSync(stateFile, { force: true });
    process.exit(code);
  })();
  return stopping;
}

function stopOnSignals(supervisor, stateFile) {
  let first;
  const stop = (why) => {
    // Ctrl-C comes twice, from the terminal and through npm; only a later one means "now".
    if (first && Date.now() - first > 1500) supervisor.killAll();
    if (first) return;
    first = Date.now();
    say(`\nStopping (${why}) …`);
    void stopAll(supervisor, stateFile, 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  watchParent(() => stop('npm has gone'));
}

/** When npm is killed it tells nobody: then we belong to somebody else all at once. */
function watchParent(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

async function main() {
  const startedAt = performance.now();
  const settings = readSettings();
  const stateFile = join(settings.dataDir, 'run.json');
  mkdirSync(settings.dataDir, { recursive: true });
  await settlePast(stateFile);
  await assertUsable(settings);
  await assertPortsFree(settings);
  const supervisor = new Supervisor({ say, stateFile });
  stopOnSignals(supervisor, stateFile);
  say('Starting Laurel …');
  const begin = async (plan) => {
    await supervisor.start(plan);
    say(`  ${plan.title} is up`);
  };
  try {
    await Promise.race([startAll(settings, supervisor, begin), supervisor.failed]);
    announce(settings, ((performance.now() - startedAt) / 1000).toFixed(1), await firstAdministrator(settings));
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`\nLaurel could not start.\n${error.message}\n`);
    await stopAll(supervisor, stateFile, 1);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
