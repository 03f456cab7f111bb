// Mutation tests of the pure rules: small changes are made to the built code, one at a time, and a spec must notice each.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCommandLine, refuse } from './lib/command-line.mjs';
import { Stryker } from '@stryker-mutator/core';

const FOLDERS = ['calendar', 'ballot', 'caps', 'overlap', 'route'];
const MARK = 85;
const KEPT = '.data/mutation';
const ALL_SPECS = 'all-specs.js';
/** Changes that tell nothing about the specs; Stryker leaves them out of its score as well. */
const NOT_TRIED = ['Ignored', 'CompileError', 'RuntimeError'];
const FEWER_RUNS = fileURLToPath(new URL('jest/fewer-runs.mjs', import.meta.url));

const USAGE = `npm run mutation [-- <folder> …] [--workers <count>]
  tries small changes on ${FOLDERS.join(', ')}, or on these folders alone; ends with 1 where fewer than ${MARK} % are noticed
  --workers   how many changes are tried side by side (2); what was tried before with the same specs is not tried again (kept in ${KEPT})`;

const { values, positionals: asked } = readCommandLine(USAGE, { workers: { type: 'string', default: '2' } }, { words: true });
const workers = Number(values.workers);
const unknown = asked.find((folder) => !FOLDERS.includes(folder));
if (unknown) refuse(`There is no folder "${unknown}" to mutate.`, USAGE);
if (!Number.isInteger(workers) || workers < 1) refuse(`--workers is "${values.workers}": give a whole number from 1.`, USAGE);

mkdirSync(KEPT, { recursive: true });
const scores = [];
for (const folder of asked.length > 0 ? asked : FOLDERS) scores.push(await tryFolder(folder));
for (const { folder, score, caught, all, survivors } of scores) {
  console.log(`${folder}: ${score.toFixed(1)} % (${caught} of ${all} changes noticed)`);
  for (const survivor of survivors) console.log(`  not noticed: ${survivor}`);
}
process.exit(scores.every(({ score }) => score >= MARK) ? 0 : 1);

async function tryFolder(folder) {
  const dist = `libs/domain/dist/${folder}`;
  const results = await withSpecsInOne(folder, dist, () => new Stryker(optionsOf(folder, dist)).runMutationTest());
  const tried = results.filter(({ status }) => !NOT_TRIED.includes(status));
  const caught = tried.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const survivors = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(described);
  return { folder, score: tried.length === 0 ? 100 : (caught / tried.length) * 100, caught, all: tried.length, survivors };
}

/** `libs/domain/dist/route/routes.js:12 > -> >=` */
function described({ fileName, location, replacement = '' }) {
  const file = fileName.slice(fileName.indexOf('libs/'));
  const line = location.start.line + (location.start.line === 0 ? 1 : 0);
  const said = readFileSync(file, 'utf8').split('\n')[line - 1]?.trim() ?? '';
  return `${file}:${line} ${said.slice(0, 100)} => ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`;
}

function optionsOf(folder, dist) {
  return {
    mutate: readdirSync(dist)
      .filter((name) => /\.js$/.test(name) && !/\.(spec|fixture)\.js$/.test(name) && ![ALL_SPECS, 'index.js'].includes(name))
      .map((name) => `${dist}/${name}`),
    // The sandbox holds the built rules and nothing else: they import only one another.
    ignorePatterns: ['/*', '!/libs', '/libs/*', '!/libs/domain', '/libs/domain/*', '!/libs/domain/dist', '!/package.json'],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: { testEnvironment: 'node', transform: {}, testMatch: [`<rootDir>/${dist}/${ALL_SPECS}`], setupFiles: [FEWER_RUNS] },
    },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: keptOf(folder),
    tempDirName: '.data/mutation/sandbox',
    reporters: ['progress-append-only'],
    concurrency: workers,
    // Generous: on a busy machine a slow try must not pass for a change that never ends.
    timeoutMS: 10_000,
    allowConsoleColors: false,
    plugins: ['@stryker-mutator/jest-runner'],
  };
}

/** All specs of the folder are loaded as one file: a start of Jest for each of them would take most of the time of a try. */
async function withSpecsInOne(folder, dist, run) {
  const specs = readdirSync(dist).filter((name) => name.endsWith('.spec.js'));
  const said = createHash('sha256');
  for (const spec of specs) said.update(readFileSync(`${dist}/${spec}`));
  const digest = said.digest('hex');
  if (!wasKept(folder, digest)) rmSync(keptOf(folder), { force: true });
  writeFileSync(`${dist}/${ALL_SPECS}`, `// ${digest}\n${specs.map((spec) => `import './${spec}';\n`).join('')}`);
  try {
    return await run();
  } finally {
    rmSync(`${dist}/${ALL_SPECS}`, { force: true });
  }
}

/** Whether what is kept was tried with these very specs; the kept report holds the text of `ALL_SPECS`. */
function wasKept(folder, digest) {
  return existsSync(keptOf(folder)) && readFileSync(keptOf(folder), 'utf8').includes(digest);
}

function keptOf(folder) {
  return `${KEPT}/${folder}.json`;
}
