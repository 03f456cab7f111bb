// Servers for tests and scripts: data in a temporary folder, gone after `stop`, or when the script dies, however it dies.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, lastLines, spawnPart, stopPart, watchFolder } from './processes.mjs';

/**
 * @typedef {{ port: number, pid: number, dataDir: string, start: () => Promise<void>, kill: () => Promise<void>,
 *   stop: () => Promise<void> }} Server `kill` is a `kill -9`; `start` starts again on the same data; `stop` ends and removes it
 */

function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `laurel-${name}-`));
  // mkdtemp makes it 0700, which the database user could not pass.
  chmodSync(folder, 0o755);
  watchFolder(folder);
  return folder;
}

/**
 * @param {{ name: string, dataDir?: string, prepare: (folder: string) => Promise<Omit<import('./processes.mjs').PartSpec, 'logFile'>>,
 *   ready: (stillThere: () => boolean) => Promise<void> }} plan a `dataDir` given is kept
 * @returns {Promise<Omit<Server, 'port'>>}
 */
export async function throwAway({ name, dataDir, prepare, ready }) {
  const folder = dataDir ?? temporaryFolder(name);
  let part;
  const server = { pid: 0, dataDir: folder };
  server.stop = async () => {
    if (part) await stopPart(part, 8000);
    if (!dataDir) rmSync(folder, { recursive: true, force: true });
  };
  server.kill = async () => {
    const gone = new Promise((resolve) => part.once('exit', resolve));
    part.kill('SIGKILL');
    await gone;
  };
  server.start = async () => {
    part = spawnPart({ ...(await prepare(folder)), logFile: join(folder, `${name}.log`) });
    server.pid = part.pid;
    await ready(() => isRunning(part)).catch(async (error) => {
      const said = lastLines(part);
      await server.stop();
      throw new Error(`${name} did not start: ${error.message}\n${said}`);
    });
  };
  await server.start();
  return server;
}
