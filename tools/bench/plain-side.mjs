// The plain side as the bench drives it.
import { Client, Connection } from '@temporalio/client';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../lib/paths.mjs';
import { spawnPart, stopPart } from '../lib/processes.mjs';
import { WORKER_ENV } from '../lib/worker-process.mjs';
import { execute } from '../postgres.mjs';
import { TABLES } from './plain/activities.mjs';

const LEVELS = ['grassroots', 'district', 'city'];
const workerFile = fileURLToPath(new URL('./plain/worker.mjs', import.meta.url));

/** The worker's process: start, `kill -9`, stop. @param {Omit<import('../lib/processes.mjs').PartSpec, 'command'>} spec */
export function workerProcess(spec) {
  let part;
  return {
    get workerPid() {
      return part.pid;
    },
    startWorker() {
      part = spawnPart({ command: nodeBinary(), ...spec });
    },
    killWorker: () => killed(part),
    stopWorker: () => stopPart(part, 10_000),
  };
}

/** Copies with its getters, which a spread would read at once. */
export const together = (...parts) =>
  Object.defineProperties({}, Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part))));

/**
 * @param {import('./stage.mjs').BenchStage} stage
 * @param {{ cachedWorkflows: number }} options
 * @returns {Promise<import('./round.mjs').Side>}
 */
export async function plainSide(stage, { cachedWorkflows }) {
  const databaseUrl = stage.postgres.urlOf('plain');
  await execute(databaseUrl, TABLES);
  // Left open to the end of the process: a call that is trying again would find it closed and throw.
  const { workflow } = new Client({ connection: await Connection.connect({ address: stage.temporal.address }) });
  const env = {
    ...process.env,
    PLAIN_DATABASE_URL: databaseUrl,
    PLAIN_SMTP_PORT: String(stage.smtpPort),
    TEMPORAL_ADDRESS: stage.temporal.address,
    PLAIN_CACHED_WORKFLOWS: String(cachedWorkflows),
    NODE_COMPILE_CACHE: WORKER_ENV.NODE_COMPILE_CACHE,
  };
  const worker = workerProcess({ args: [workerFile], env, logFile: join(stage.logs, 'plain-worker.log') });
  const side = { name: 'plain', database: 'plain', levels: LEVELS.length, close: () => worker.stopWorker() };
  return together(side, worker, driven(workflow));
}

function driven(workflow) {
  return {
    async begin(number) {
      const nominationId = `plain-${number}`;
      const input = { nominationId, nominee: `Nguyễn Thị Mẫu ${number}`, levels: LEVELS };
      await workflow.start('plainNomination', { workflowId: nominationId, taskQueue: 'plain', args: [input] });
      return nominationId;
    },
    async decide(nominationId, { taskId }) {
      await workflow
        .getHandle(nominationId)
        .executeUpdate('decide', { args: [{ taskId, choice: 'approve', actor: 'reviewer' }], updateId: taskId });
    },
    ended: (nominationId) => workflow.getHandle(nominationId).result(),
    history: (nominationId) => workflow.getHandle(nominationId).fetchHistory(),
  };
}

/** `kill -9`; resolves when it is gone. */
async function killed(part) {
  const gone = new Promise((resolve) => part.once('exit', resolve));
  part.kill('SIGKILL');
  await gone;
}
