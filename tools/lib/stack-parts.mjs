// The parts of the local stack: how each is run and when it counts as ready.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase, execute, preparePostgres, waitForPostgres } from '../postgres.mjs';
import { temporalSpec, waitForTemporal } from '../temporal.mjs';
import { inRoot, nodeBinary, root } from './paths.mjs';
import { DATABASE, partEnv } from './settings.mjs';
import { WORKER_ENV, WORKER_FLAGS } from './worker-process.mjs';

const READY_MS = 60_000;

/** Polls an address until it answers as wanted. */
async function waitForHttp(url, stillThere, accept = (response) => response.ok) {
  const until = Date.now() + READY_MS;
  let last = 'no answer';
  while (Date.now() < until && stillThere()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (await accept(response)) return;
      last = `it answers ${response.status}`;
    } catch (error) {
      last = error.cause?.message || error.message;
    }
    await sleep(100);
  }
  throw new Error(`${url}: ${last}`);
}

const nodePart = (entry, env, flags = []) => ({
  command: nodeBinary(),
  args: ['--enable-source-maps', ...flags, entry],
  cwd: root,
  // Node keeps the compiled modules: later starts are quicker.
  env: { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'laurel', 'compiled'), ...env },
});

/** @typedef {ReturnType<import('./settings.mjs').readSettings>} Settings */

/** What a part's plan says of its name and log. @param {Settings} settings */
const named = ({ dataDir }, name, title) => ({ name, title, logFile: join(dataDir, 'logs', `${name}.log`) });

/** @param {Settings} settings @returns {import('./supervisor.mjs').PartPlan} */
function postgresPart(settings) {
  const at = { dataDir: join(settings.dataDir, 'postgres'), port: settings.ports.postgres, password: settings.postgresPassword };
  return {
    ...named(settings, 'postgres', 'PostgreSQL'),
    prepare: () => preparePostgres(at),
    ready: async (stillThere) => {
      await waitForPostgres(settings.postgresAdminUrl, { timeoutMs: READY_MS, stillThere });
      await ensureDatabase(settings.postgresAdminUrl, DATABASE);
    },
  };
}

/** @param {Settings} settings @param {() => string} binary known only after the ladder has been climbed @returns {import('./supervisor.mjs').PartPlan} */
function temporalPart(settings, binary) {
  const at = () => ({ binary: binary(), port: settings.ports.temporal, namespace: settings.temporalNamespace });
  return {
    ...named(settings, 'temporal', 'The Temporal server'),
    prepare: async () => temporalSpec({ ...at(), uiPort: settings.ports.temporalUi, dataDir: join(settings.dataDir, 'temporal') }),
    ready: (stillThere) => waitForTemporal(at(), { timeoutMs: READY_MS, stillThere }),
  };
}

/** @param {Settings} settings @returns {import('./supervisor.mjs').PartPlan} */
function mailboxPart(settings) {
  const { dataDir, ports } = settings;
  const env = {
    ...process.env,
    MAILBOX_SMTP_PORT: String(ports.smtp),
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_FILE: join(dataDir, 'mailbox', 'mails.jsonl'),
  };
  return {
    ...named(settings, 'mailbox', 'The mailbox'),
    prepare: async () => nodePart(inRoot('tools', 'mailbox.mjs'), env),
    ready: (stillThere) => waitForHttp(`http://127.0.0.1:${ports.mailbox}/status`, stillThere),
  };
}

/**
 * The worker listens on no port: it serves when the loop has turned that begins once the Temporal server answers. Who waits longer
 * than {@link READY_MS} learns why from the health page.
 */
async function waitForTurn({ databaseUrl }, stillThere) {
  const startedAt = new Date();
  const question = { text: `SELECT 1 FROM loop_pulse WHERE loop = 'inbox-relay' AND turned_at > $1`, values: [startedAt] };
  while (Date.now() - startedAt < READY_MS && stillThere()) {
    const answer = await execute(databaseUrl, question).catch(() => null);
    if (answer?.rowCount) return;
    await sleep(300);
  }
  if (!stillThere()) throw new Error('it has ended');
}

/** @param {Settings} settings @returns {import('./supervisor.mjs').PartPlan} */
function workerPart(settings) {
  return {
    ...named(settings, 'worker', 'The worker'),
    graceMs: 5500,
    prepare: async () => nodePart(inRoot('apps', 'worker', 'dist', 'main.js'), { ...WORKER_ENV, ...partEnv(settings) }, WORKER_FLAGS),
    ready: (stillThere) => waitForTurn(settings, stillThere),
  };
}

/** @param {Settings} settings @returns {import('./supervisor.mjs').PartPlan} */
function apiPart(settings) {
  return {
    ...named(settings, 'api', 'The API'),
    graceMs: 5500,
    prepare: async () => nodePart(inRoot('apps', 'api', 'dist', 'main.js'), partEnv(settings)),
    ready: (stillThere) => waitForHttp(`http://127.0.0.1:${settings.ports.api}/health/live`, stillThere),
  };
}

/** @param {Settings} settings @param {() => string} temporalBinary */
export function stackParts(settings, temporalBinary) {
  return {
    postgres: postgresPart(settings),
    temporal: temporalPart(settings, temporalBinary),
    mailbox: mailboxPart(settings),
    worker: workerPart(settings),
    api: apiPart(settings),
  };
}

/** Resolves when events can be accepted, the Temporal server answers and a worker polls; rejects with what the health page says otherwise. */
export function waitUntilServing({ ports }, stillThere) {
  const serves = async (response) => {
    const { parts } = await response.json();
    if (response.ok && parts.temporal === 'ok' && parts.workers === 'ok') return true;
    throw new Error(`it says ${JSON.stringify(parts)}`);
  };
  return waitForHttp(`http://127.0.0.1:${ports.api}/health/ready`, stillThere, serves);
}
