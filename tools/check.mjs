#!/usr/bin/env node
// `npm run check`: format, lint with the boundaries, types, unit, workflow bundle, replay; as Nx targets, so that what has not
// changed is not done again.
import { spawnSync } from 'node:child_process';
import { readCommandLine, refuse } from './lib/command-line.mjs';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';

const STEPS = ['format', 'lint', 'types', 'unit', 'bundle', 'replay'];

const USAGE = `npm run check [-- <step> …] [--afresh]
  checks everything, or these steps alone: ${STEPS.join(', ')}; what has not changed since it was checked is taken from Nx's memory
  --afresh   checks what has not changed too`;

const { values, positionals: given } = readCommandLine(USAGE, { afresh: { type: 'boolean' } }, { words: true });
const unknown = given.find((step) => !STEPS.includes(step));
if (unknown) refuse(`There is no check "${unknown}".`, USAGE);
const targets = (given.length > 0 ? given : STEPS).map((step) => `check:${step}`);
const { status } = spawnSync(
  nodeBinary(),
  [
    inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'),
    'run-many',
    '--projects=laurel',
    '--targets',
    targets.join(','),
    '--parallel=1',
    '--output-style=stream',
    ...(values.afresh ? ['--skip-nx-cache'] : []),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NODE_OPTIONS: '' } },
);
process.exitCode = status ?? 1;
