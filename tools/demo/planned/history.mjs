// Takes over the earlier awards that a season rests on, as `npm run history` does; a file that was taken over is not taken again.
import { spawn } from 'node:child_process';
import { nodeBinary, inRoot } from '../../lib/paths.mjs';
import { Refused } from '../events-out.mjs';
import { historyOf } from './plan.mjs';

/** @param {string} programme */
export async function takeHistoryOver(programme) {
  const file = historyOf(programme);
  if (file === null) return;
  const entry = inRoot('apps', 'worker', 'dist', 'cli', 'history.js');
  const child = spawn(nodeBinary(), [entry, 'import', '--file', file, '--programme', programme], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Refused(`The earlier awards in ${file} were not taken over:\n${output.trim()}`);
}
