// Where the Temporal server comes from: PATH, cache, the SDK's download, a build from the pinned Go module; first that works.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheDir, inRoot, nodeBinary } from './paths.mjs';
import { progress, say } from './progress.mjs';

const exec = promisify(execFile);

/** Updates with start, worker listing and the task queue statistics that Laurel reads are in this server. */
const OLDEST_SERVER = [1, 29];

/** How long the SDK's download may take until its first byte has arrived, and in all. */
const FIRST_BYTE_MS = 8000;
const DOWNLOAD_MS = 300_000;

const moduleDir = inRoot('tools', 'temporal-server');
const COMMAND = 'github.com/temporalio/cli/cmd/temporal';

/** `1.8.2-4226a486`: the version and the checksums of everything it is built from. */
function pinnedBuild() {
  const version = /require github\.com\/temporalio\/cli v(\S+)|^\s*github\.com\/temporalio\/cli v(\S+)/m.exec(
    readFileSync(join(moduleDir, 'go.mod'), 'utf8'),
  );
  const sums = createHash('sha256')
    .update(readFileSync(join(moduleDir, 'go.sum')))
    .digest('hex')
    .slice(0, 8);
  return `${version?.[1] ?? version?.[2] ?? 'unknown'}-${sums}`;
}

const builtBinary = () => cacheDir('temporal', pinnedBuild(), 'temporal');
const downloadDir = () => cacheDir('temporal', 'sdk-download');

/** The server version in `temporal --version`, as `[major, minor]`; undefined when it cannot be run. */
async function serverVersion(binary) {
  try {
    const { stdout } = await exec(binary, ['--version'], { timeout: 10_000 });
    const match = /Server (\d+)\.(\d+)/.exec(stdout);
    return match ? [Number(match[1]), Number(match[2])] : undefined;
  } catch {
    return undefined;
  }
}

const isNewEnough = (version) =>
  version !== undefined && (version[0] > OLDEST_SERVER[0] || (version[0] === OLDEST_SERVER[0] && version[1] >= OLDEST_SERVER[1]));

async function onPath() {
  const version = await serverVersion('temporal');
  if (isNewEnough(version)) return { binary: 'temporal' };
  if (version) return { why: `the temporal on PATH has server ${version.join('.')}, older than ${OLDEST_SERVER.join('.')}` };
  return { why: 'no temporal on PATH' };
}

function downloaded() {
  if (!existsSync(downloadDir())) return undefined;
  const name = readdirSync(downloadDir()).find((file) => file.startsWith('temporal-cli') && !file.endsWith('.downloading'));
  return name && join(downloadDir(), name);
}

async function inCache() {
  for (const binary of [builtBinary(), downloaded()]) {
    if (binary && existsSync(binary) && isNewEnough(await serverVersion(binary))) return { binary };
  }
  return { why: `no build in ${cacheDir('temporal')}` };
}

/** The SDK downloads as it starts a server, in a process of its own that can be given up. */
async function bySdk() {
  mkdirSync(downloadDir(), { recursive: true });
  for (const name of readdirSync(downloadDir())) if (name.endsWith('.downloading')) rmSync(join(downloadDir(), name));
  const script = fileURLToPath(new URL('temporal-download.mjs', import.meta.url));
  const child = spawn(nodeBinary(), [script, downloadDir()], { stdio: ['ignore', 'ignore', 'pipe'] });
  const bar = progress('Temporal: asking the SDK to download its server');
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const limit = async () => {
    await sleep(FIRST_BYTE_MS, undefined, { ref: false });
    if (readdirSync(downloadDir()).length > 0) await sleep(DOWNLOAD_MS, undefined, { ref: false });
    child.kill('SIGKILL');
  };
  void limit();
  await ended;
  const binary = downloaded();
  bar.done(binary ? 'done' : 'not reachable, going on');
  if (binary && isNewEnough(await serverVersion(binary))) return { binary };
  const reason = /error[^\n]*/i.exec(said)?.[0].slice(0, 200) ?? `nothing within ${FIRST_BYTE_MS / 1000} s`;
  return { why: `the SDK's download failed (${reason})` };
}

/** Builds the pinned, checksummed module; about five minutes on two cores the first time. */
async function byGo() {
  const version = await exec('go', ['version']).catch(() => undefined);
  if (!version) return { why: 'no Go on PATH to build it from tools/temporal-server' };
  const target = builtBinary();
  const half = `${target}.${process.pid}`;
  mkdirSync(join(target, '..'), { recursive: true });
  const bar = progress('Temporal: building the server from tools/temporal-server (once, about five minutes)');
  try {
    await goBuild(half, bar);
    renameSync(half, target);
    bar.done();
    return { binary: target };
  } catch (error) {
    bar.done('failed');
    rmSync(half, { force: true });
    return { why: `the build with Go failed (${version.stdout.trim()}): ${error.message}` };
  }
}

async function goBuild(output, bar) {
  let fetched = 0;
  const packages = await runGo(['list', '-deps', COMMAND], () => bar.update(`${++fetched} modules fetched`));
  const total = packages.trim().split('\n').length;
  let compiled = 0;
  // A package that Go has built before is not named again, hence "at most".
  await runGo(['build', '-v', '-trimpath', '-o', output, COMMAND], () => bar.update(`package ${++compiled} of at most ${total}`));
}

/** Runs Go in the pinned module; `onLine` gets what it says while it works. @returns {Promise<string>} its standard output */
function runGo(args, onLine) {
  const env = { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off', CGO_ENABLED: '0' };
  const child = spawn('go', args, { cwd: moduleDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const last = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > 5) last.shift();
    onLine();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(last.join('\n')))));
  });
}

/**
 * The path of a Temporal server that runs here.
 * @throws {Error} one message that names every way and why each failed
 */
export async function findTemporal() {
  const reasons = [];
  for (const rung of [onPath, inCache, bySdk, byGo]) {
    const { binary, why } = await rung();
    if (binary) return binary;
    reasons.push(why);
  }
  throw new Error(
    [
      'No Temporal server could be had. Any one of these helps:',
      '  - TEMPORAL_ADDRESS=host:7233 names a server that runs elsewhere (TEMPORAL_NAMESPACE its namespace);',
      `  - a "temporal" command with server ${OLDEST_SERVER.join('.')} or newer on PATH;`,
      '  - open internet access, so that the SDK can download one;',
      '  - Go 1.26.4 or newer on PATH, so that it can be built from tools/temporal-server.',
      'What was tried:',
      ...reasons.map((reason) => `  - ${reason}`),
    ].join('\n'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) say(await findTemporal());
