#!/usr/bin/env node
// `npm test`: every suite. Unit suites first; then the suites on a real PostgreSQL and Temporal, each with a database and a task
// queue of its own. Three run side by side. The last line is the count.
import { provideChromium } from './lib/chromium.mjs';
import { refuse } from './lib/command-line.mjs';
import { inWords, runJest, sum } from './lib/jest.mjs';

const QUICK = ['unit', 'apps', 'house', 'replay'];
const ALL = [...QUICK, 'integration'];
/** Takes ten minutes at a person's pace, and proves by eye what the others prove: run when it is named. */
const WALK = 'walk';
const USAGE = `npm test [-- [--only=<projects>] [<path> …] [-t <title>]]
  runs every suite, or those whose path or title matches, as Jest does; the last line is the count
  --only=unit,replay   these projects alone: ${ALL.join(', ')}
  --only=walk          every kind of stuck, seen and cured in the console at a person's pace: ten minutes, not part of npm test`;

const given = process.argv.slice(2);
if (given.includes('--help')) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
const args = given.filter((arg) => !arg.startsWith('--only='));
const only = given
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.find((project) => ![...ALL, WALK].includes(project));
if (unknown !== undefined) refuse(`--only names "${unknown}", which is no project.`, USAGE);
const wanted = (projects) => projects.filter((project) => only === undefined || only.includes(project));

async function run(title, projects) {
  if (projects.length === 0) return [];
  process.stderr.write(`${title} …\n`);
  return [await runJest(projects, { args })];
}

/** The browser suites say why they are skipped; here only a try is made to give them a browser. */
const walking = only?.includes(WALK) ?? false;
if (walking || wanted(['integration']).length > 0) provideChromium();

const counts = sum([
  ...(await run('Unit, house and replay suites', wanted(QUICK))),
  ...(await run('Suites on a PostgreSQL and a Temporal server of their own', wanted(['integration']))),
  ...(await run('A walk through the console', walking ? [WALK] : [])),
]);
if (counts.passed + counts.failed === 0) process.stderr.write('No test matches.\n');
process.stdout.write(`${inWords(counts)}\n`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
