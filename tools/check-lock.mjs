#!/usr/bin/env node
// Checks package-lock.json after an upgrade: every optional platform package that an entry names must be in the lock.
// A registry that lacks some lets `npm install` leave them out silently, and `npm ci` refuses the lock later
// ("Missing: @swc/core-darwin-arm64@ from lock file"); the overrides in package.json hold such packages back.
import { readFileSync } from 'node:fs';
import { readCommandLine } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';

readCommandLine(`npm run check:lock
  checks that package-lock.json holds every optional platform package that an entry names`);

const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));

/** Node's way of finding a package: beside the entry, then one folder up, and so on. */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map((name) => `${name}, wanted by ${path || 'the root'}`),
);
for (const line of missing) process.stderr.write(`Missing in package-lock.json: ${line}\n`);
if (missing.length > 0) process.stderr.write('Hold the package back to an older version in "overrides" and run npm install again.\n');
process.exitCode = missing.length > 0 ? 1 : 0;
