// The servers that both sides share, for one run of the bench.
import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../lib/paths.mjs';
import { watchFolder } from '../lib/processes.mjs';
import { ensureDatabase, startPostgres } from '../postgres.mjs';
import { startTemporal } from '../temporal.mjs';

/**
 * @typedef {{ nominationId: string, taskId?: string, kind: string, messageId: string, at: number }} ArrivedMail
 * @typedef {{ postgres: Awaited<ReturnType<typeof startPostgres>>, temporal: Awaited<ReturnType<typeof startTemporal>>,
 *   mails: EventEmitter, smtpPort: number, sinkPid: number, logs: string, stop: () => Promise<void> }} BenchStage
 */

/** Mails arrive as `mail` events of the emitter. */
async function startSink() {
  const mails = new EventEmitter();
  const child = fork(fileURLToPath(new URL('./sink.mjs', import.meta.url)), { execPath: nodeBinary(), execArgv: [] });
  const [{ port }] = await once(child, 'message');
  child.on('message', ({ mails: arrived = [] }) => {
    for (const mail of arrived) mails.emit('mail', mail);
  });
  const stop = async () => {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return { mails, port, pid: child.pid, stop };
}

/** PostgreSQL that syncs to disk, Temporal with the tuned flags, the mail sink. @returns {Promise<BenchStage>} */
export async function setStage() {
  const logs = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  watchFolder(logs);
  const undo = [async () => rmSync(logs, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch(() => {});
  };
  try {
    const postgres = await startPostgres({ fsync: true });
    undo.push(postgres.stop);
    for (const name of ['laurel', 'plain']) await ensureDatabase(postgres.url, name);
    const temporal = await startTemporal();
    undo.push(temporal.stop);
    const sink = await startSink();
    undo.push(sink.stop);
    return { postgres, temporal, mails: sink.mails, smtpPort: sink.port, sinkPid: sink.pid, logs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
