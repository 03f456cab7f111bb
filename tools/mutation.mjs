// Mutation tests of the pure rules: small changes are made to the built code, one at a time, and a spec must notice each.
// `npm run mutation` takes every folder; `npm run mutation -- route calendar --workers=1` takes those, one change at a time. What was tried before and has not
// changed since is not tried again (kept beneath .data/mutation). Ends with 1 where a folder stays below the mark.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const FOLDERS = ['calendar', 'ballot', 'caps', 'overlap', 'route'];
const MARK = 85;
const KEPT = '.data/mutation';
/** Changes that tell nothing about the specs; Stryker leaves them out of its score as well. */
const NOT_TRIED = ['Ignored', 'CompileError', 'RuntimeError'];
const FEWER_RUNS = fileURLToPath(new URL('jest/fewer-runs.mjs', import.meta.url));

const words = process.argv.slice(2);
const workers = Number(words.find((word) => word.startsWith('--workers='))?.slice('--workers='.length) ?? 2);
const asked = words.filter((word) => !word.startsWith('--workers='));
const unknown = asked.filter((folder) => !FOLDERS.includes(folder));
if (unknown.length > 0) {
  console.error(`There is no folder ${unknown.join(', ')} to mutate: use ${FOLDERS.join(', ')}.`);
  process.exit(2);
}

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
  const results = await new Stryker(optionsOf(folder, dist)).runMutationTest();
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
      .filter((name) => /\.js$/.test(name) && !/\.(spec|fixture)\.js$/.test(name) && name !== 'index.js')
      .map((name) => `${dist}/${name}`),
    // The sandbox holds the built rules and nothing else: they import only one another.
    ignorePatterns: ['/*', '!/libs', '/libs/*', '!/libs/domain', '/libs/domain/*', '!/libs/domain/dist', '!/package.json'],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: { testEnvironment: 'node', transform: {}, testMatch: specsOf(folder), setupFiles: [FEWER_RUNS] },
    },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `${KEPT}/${folder}.json`,
    tempDirName: '.data/mutation/sandbox',
    reporters: ['progress-append-only'],
    concurrency: workers,
    // Generous: on a busy machine a slow try must not pass for a change that never ends.
    timeoutMS: 20_000,
    allowConsoleColors: false,
    plugins: ['@stryker-mutator/jest-runner'],
  };
}

/** The specs beside the code, and those of the cases that lean on it hardest. */
function specsOf(folder) {
  return [`<rootDir>/libs/domain/dist/${folder}/**/*.spec.js`];
}
