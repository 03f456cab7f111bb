#!/usr/bin/env node
// `npm run check`: format, lint with the boundaries, types, unit, workflow bundle, replay; as Nx targets, so that what has not
// changed is not done again. `npm run check -- lint types` runs these alone.
import { spawnSync } from 'node:child_process';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';

const STEPS = ['format', 'lint', 'types', 'unit', 'bundle', 'replay'];

const given = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const unknown = given.find((step) => !STEPS.includes(step));
if (unknown) {
  process.stderr.write(`There is no check "${unknown}". Give some of: ${STEPS.join(', ')}\n`);
  process.exit(1);
}
const targets = (given.length > 0 ? given : STEPS).map((step) => `check:${step}`);
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('-'));
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
    ...flags,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NODE_OPTIONS: '' } },
);
process.exitCode = status ?? 1;
