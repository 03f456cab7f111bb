import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '../../../tools/stack.mjs';
import { ROOT } from '../stack/child.ts';

const NAMES = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'MAILBOX_PORT', 'MAILBOX_SMTP_PORT'] as const;

let dataDir: string;
let ports: Record<string, string>;

/** What `npm start` says before it begins anything, and that it ended with 1. */
async function start(settings: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, ...ports, ...settings };
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(child.exitCode).toBe(1);
  return said;
}

describe('npm start, before it begins anything', () => {
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'laurel-preflight-'));
    ports = {};
    for (const name of NAMES) ports[name] = String(await freePort());
  });
  afterEach(() => {
    expect(readdirSync(dataDir)).not.toContain('logs');
    rmSync(dataDir, { recursive: true });
  });

  it('names every taken port, the setting that moves it, and one line that moves them all', async () => {
    const taken = createServer().listen(Number(ports['PORT']), '127.0.0.1');
    await once(taken, 'listening');
    const said = await start({ MAILBOX_PORT: ports['TEMPORAL_PORT'] ?? '' });
    taken.close();
    expect(said).toContain(`Port ${ports['PORT'] ?? ''}, for the API and the console, is taken: PORT moves ours.`);
    expect(said).toContain(`is given to both the Temporal server and the mailbox's page: MAILBOX_PORT moves the latter.`);
    expect(said).toMatch(/ PORT=\d+ MAILBOX_PORT=\d+ npm start$/m);
  });

  it('names every wrong setting', async () => {
    const said = await start({ LAUREL_SECRET: 'short', MAIL_CONNECTIONS: 'nhiều' });
    expect(said).toContain('LAUREL_SECRET: shorter than 32 characters.');
    expect(said).toContain('MAIL_CONNECTIONS: not a number.');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it.each(['DATABASE_URL', 'TEMPORAL_ADDRESS'])('says that nothing answers where %s points', async (setting) => {
    const address = `127.0.0.1:${String(await freePort())}`;
    const said = await start({ [setting]: setting === 'DATABASE_URL' ? `postgresql://laurel@${address}/laurel` : address });
    expect(said).toContain(`${setting} names ${address}, where nothing answers.`);
  });
});
