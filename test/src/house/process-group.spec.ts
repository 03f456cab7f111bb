import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { waitFor } from '../stack/wait-for.ts';

const processes = new URL('../../../tools/lib/processes.mjs', import.meta.url).href;
const FOR_EVER = 'setInterval(() => {}, 1000)';
const PATIENCE_MS = 30_000;

/** A leader that starts one process of its own, tells both pids and does then what is asked. */
const leader = (then: string): string => `
  const { pid } = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(FOR_EVER)}], { stdio: 'ignore' });
  process.stderr.write(process.pid + ' ' + pid + '\\n', () => { ${then} });`;

let runner: ChildProcess | null = null;

/** A script that starts the leader and stays; the pids of the leader and of what that started. */
async function run(then: string): Promise<readonly number[]> {
  const script = `import { spawnGroup } from ${JSON.stringify(processes)};
    spawnGroup(process.execPath, ['-e', ${JSON.stringify(leader(then))}], { cwd: '.', env: {} });
    ${FOR_EVER};`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  runner = child;
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const line = await waitFor('both pids', PATIENCE_MS, () => Promise.resolve(/^(\d+) (\d+)\n/m.exec(said)));
  return line.slice(1).map(Number);
}

/** A zombie, whom nobody has asked about, is gone too. */
function isGone(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

const areGone = (pids: readonly number[]): Promise<boolean> =>
  waitFor('the end of the group', PATIENCE_MS, () => Promise.resolve(pids.every(isGone)));

describe('a process group', () => {
  afterEach(() => {
    runner?.kill('SIGKILL');
  });

  it('leaves nothing behind when its leader ends', async () => {
    const pids = await run('process.exit(0)');
    expect([await areGone(pids), runner?.exitCode]).toEqual([true, null]);
  });

  it('ends with the script that started it, however that goes', async () => {
    const pids = await run(FOR_EVER);
    runner?.kill('SIGKILL');
    expect(await areGone(pids)).toBe(true);
  });
});
