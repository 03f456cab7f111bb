#!/usr/bin/env node
// `npm run bench`: what a nomination costs, beside the plain way to write it on Temporal, in one run on the same servers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, refuse } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';

const SUITES = {
  spine: async (options) => (await import('./bench/spine.mjs')).runSpine(options),
  console: async (options) => (await import('./bench/console.mjs')).runConsole(options),
  operations: async (options) => (await import('./bench/operations.mjs')).runOperations(options),
  review: async (options) => (await import('./bench/review.mjs')).runReview(options),
};
const BUILT = [
  ['apps', 'worker', 'dist', 'main.js'],
  ['workflows', 'dist', 'workflow-bundle.js'],
];

const USAGE = `npm run bench [-- <options>]
  measures what a nomination costs, beside a bare Temporal workflow in the same run; the figures stay in .data/bench/<suite>.json
  --suite <name>   ${Object.keys(SUITES).join(', ')} (spine when left out)
  --quick          fewer and shorter rounds, about two minutes
  --json           the figures as JSON on standard output
  --part <name>    of spine only this part: rounds, recovery, memory, intake; may be given several times
  --only laurel    of spine only this side
  --profile <dir>  writes CPU profiles of Laurel's worker into the folder`;

/** What the command line asks for. */
function optionsOf(args) {
  const text = { type: 'string' };
  const { values } = readCommandLine(
    USAGE,
    {
      suite: { ...text, default: 'spine' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      part: { ...text, multiple: true },
      profile: text,
      only: text,
    },
    { args },
  );
  if (!(values.suite in SUITES)) refuse(`There is no suite "${values.suite}".`, USAGE);
  return values;
}

function buildWhereMissing() {
  if (BUILT.every((parts) => existsSync(inRoot(...parts)))) return;
  const { status } = spawnSync(process.execPath, [inRoot('tools', 'bootstrap.mjs'), '--quiet'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed: see above, or run npm run check.');
}

/** @returns what makes a text for people of the suite's figures */
async function printerOf(suite) {
  const { print } = await import('./bench/report.mjs');
  const { printConsole } = await import('./bench/console.mjs');
  const { printReview } = await import('./bench/review.mjs');
  const { printOperations } = await import('./bench/operations.mjs');
  if (suite === 'operations') return printOperations;
  if (suite === 'review') return printReview;
  return suite === 'console' ? printConsole : (figures) => print({ levels: [], ...figures });
}

/** @returns the file that has the figures from now on */
function keep(figures) {
  mkdirSync(inRoot('.data', 'bench'), { recursive: true });
  const file = join(inRoot('.data', 'bench'), `${figures.suite}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  return file;
}

async function main(args) {
  const options = optionsOf(args);
  buildWhereMissing();
  const { PARTS } = await import('./bench/spine.mjs');
  const unknown = options.part?.find((part) => !PARTS.includes(part));
  if (unknown) refuse(`There is no part "${unknown}".`, USAGE);
  const shown = await printerOf(options.suite);
  const startedAt = Date.now();
  const say = (text) => process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
  const found = await SUITES[options.suite]({
    quick: options.quick,
    parts: options.part ?? PARTS,
    profileDir: options.profile,
    only: options.only,
    say,
  });
  const figures = {
    suite: options.suite,
    quick: options.quick,
    at: new Date(startedAt).toISOString(),
    seconds: (Date.now() - startedAt) / 1000,
    machine: { cores: cpus().length, node: process.version },
    ...found,
  };
  const file = keep(figures);
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : `\n${shown(figures)}\n`);
  say(`done; figures in ${file}`);
}

// The guard behind the children ends them when this process goes, also by Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${error.stack ?? error}\n`);
  process.exit(1);
}
