import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** A path inside the clone. */
export const inRoot = (...parts) => join(root, ...parts);

/** Node 24 as npm installed it, or the running one before the first install. */
export function nodeBinary() {
  const own = inRoot('node_modules', '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/** The TypeScript 7 compiler, which both checks and builds. */
export const tscEntry = inRoot('node_modules', 'ts7', 'bin', 'tsc');

/** Where things live that outlast a clone: `$XDG_CACHE_HOME/laurel`, default `~/.cache/laurel`. */
export const cacheDir = (...parts) => join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'laurel', ...parts);
