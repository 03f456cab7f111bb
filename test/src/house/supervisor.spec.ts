import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../stack/wait-for.ts';

const supervisor = new URL('../../../tools/lib/supervisor.mjs', import.meta.url).href;
const PATIENCE_MS = 30_000;
const FOR_EVER = 'setInterval(() => {}, 1000);';

let folder: string;
let runner: ChildProcess | null = null;
let said = '';

/** A script that supervises one part, whose life is this code; `then` is done once the part has begun. */
function supervise(life: string, then: string): void {
  const script = `
    import { Supervisor } from ${JSON.stringify(supervisor)};
    const say = (text) => console.log(text);
    const supervisor = new Supervisor({ say, stateFile: ${JSON.stringify(join(folder, 'run.json'))} });
    supervisor.failed.catch((error) => {
      say(error.message);
      process.exit(1);
    });
    await supervisor.start({
      name: 'part',
      title: 'The part',
      logFile: ${JSON.stringify(join(folder, 'part.log'))},
      prepare: async () => ({ command: process.execPath, args: ['-e', ${JSON.stringify(life)}], env: {}, cwd: '.' }),
      ready: async () => {},
    });
    ${then}
    ${FOR_EVER}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  runner = child;
}

/** The part as it lives now, other than in its life before. */
async function lifeAfter(before: number | null): Promise<number> {
  return waitFor('another life', PATIENCE_MS, () => {
    try {
      const { parts } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as {
        readonly parts: readonly { readonly pid: number }[];
      };
      return Promise.resolve(parts.map(({ pid }) => pid).find((pid) => pid !== before));
    } catch {
      return Promise.resolve(null);
    }
  });
}

const says = (words: string): Promise<boolean> => waitFor(words, PATIENCE_MS, () => Promise.resolve(said.includes(words)));

describe('what npm start watches over', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'laurel-supervisor-'));
    said = '';
  });

  afterEach(() => {
    runner?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is started again when it is killed, later each time, and what is up again is told', async () => {
    supervise(FOR_EVER, 'supervisor.allStarted();');
    let life: number | null = null;
    for (const seconds of ['0.25', '0.5', '1', '2']) {
      life = await lifeAfter(life);
      process.kill(life, 'SIGKILL');
      await says(`The part was killed by SIGKILL; starting it again in ${seconds} s`);
    }
    await lifeAfter(life);
    await waitFor('its return', PATIENCE_MS, () => Promise.resolve(said.match(/The part is up again/g)?.length === 4));
    expect(runner?.exitCode).toBeNull();
  }, 60_000);

  it('ends everything when it keeps dying at the start, with how often and with its last words', async () => {
    supervise(`console.error('cannot read its file'); process.exit(3);`, '');
    await waitFor('the end', PATIENCE_MS, () => Promise.resolve(runner?.exitCode === 1));
    expect(said).toContain('The part ended with code 3, 3 times in a row.\nIts last words:\ncannot read its file');
    expect(said.match(/starting it again in/g)).toHaveLength(2);
  }, 60_000);
});
