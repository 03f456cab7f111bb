// What was done for which content: hashes of files, and stamps that remember them. Built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', '.data', '.nx', '.git', 'coverage', 'tmp']);

/**
 * Every file below the path, or the path itself when it is a file; never what was generated or installed.
 * @param {string} path absolute
 * @returns {string[]} sorted
 */
export function filesBelow(path, skipped = SKIPPED) {
  if (!existsSync(path)) return [];
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(join(folder, entry.name));
      } else found.push(join(folder, entry.name));
    }
  };
  walk(path);
  return found.sort();
}

/** One hash over names and contents. */
export function hashFiles(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(existsSync(file) ? readFileSync(file) : 'gone');
  return hash.digest('hex');
}

/** Whether the stamp file says that this very content has been dealt with. */
export const isStamped = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

export function writeStamp(stamp, hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
