#!/usr/bin/env node
// Makes a clone ready to run: packages, database client, build, workflow bundle, console; each only when its input changed.
// Runs before anything is installed and on the host's Node, hence built-ins only.
//   --only=install  stops after packages and client     --only=build  stops before the workflow bundle and the console
//   --quiet         speaks only when something takes long or fails
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildConsole, bundleLetter, bundleWorkflows, compile, generateClient } from './lib/build.mjs';
import { hashFiles } from './lib/hashes.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { beQuiet, say } from './lib/progress.mjs';

const OLDEST_NODE = [20, 19];

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(
    `Laurel needs Node ${OLDEST_NODE.join('.')} or newer to begin with (it brings its own Node 24); this is ${process.version}.`,
  );
}

function isAlive(pid) {
  // 0 would mean our own process group.
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** One bootstrap of a clone at a time: two builds into the same dist would spoil each other. */
async function lock() {
  const folder = join(tmpdir(), `laurel-bootstrap-${hashFiles([], root).slice(0, 12)}`);
  const owner = join(folder, 'pid');
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (waited === 1000) say('Waiting for another bootstrap of this clone …');
    if (waited >= 1000 && !isAlive(readOwner(owner))) rmSync(folder, { recursive: true, force: true });
    await sleep(200);
  }
}

function readOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

async function main(args) {
  if (args.includes('--quiet')) beQuiet();
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  assertNode();
  await lock();
  await install();
  await generateClient();
  if (only === 'install') return;
  await compile();
  if (only === 'build') return;
  await bundleLetter();
  await bundleWorkflows();
  await buildConsole();
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
