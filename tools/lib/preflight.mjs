// What would stop the local stack, told before any part of it is begun.
import { accepts, isFree } from './ports.mjs';
import { partEnv } from './settings.mjs';

/** The setting that moves each port. */
const PORTS = {
  api: ['PORT', 'the API and the console'],
  postgres: ['POSTGRES_PORT', 'PostgreSQL'],
  temporal: ['TEMPORAL_PORT', 'the Temporal server'],
  temporalUi: ['TEMPORAL_UI_PORT', "Temporal's Web UI"],
  mailbox: ['MAILBOX_PORT', "the mailbox's page"],
  smtp: ['MAILBOX_SMTP_PORT', "the mailbox's SMTP"],
};

function ownPorts({ ownPostgres, ownTemporal, ownMailbox }) {
  const names = ['api'];
  if (ownPostgres) names.push('postgres');
  if (ownTemporal) names.push('temporal', 'temporalUi');
  if (ownMailbox) names.push('mailbox', 'smtp');
  return names;
}

/** The first port above this one that is free and given to nobody. */
async function nextFree(port, given) {
  let next = port + 1;
  while (given.has(next) || !(await isFree(next))) next += 1;
  given.add(next);
  return next;
}

/**
 * @param {ReturnType<import('./settings.mjs').readSettings>} settings
 * @throws {Error} with every port that is taken, and one line that moves them all
 */
export async function assertPortsFree(settings) {
  const names = ownPorts(settings);
  const given = new Set(names.map((name) => settings.ports[name]));
  const seen = new Map();
  const problems = [];
  const moves = [];
  for (const name of names) {
    const port = settings.ports[name];
    const [setting, what] = PORTS[name];
    const twice = seen.has(port);
    if (twice) problems.push(`Port ${port} is given to both ${seen.get(port)} and ${what}: ${setting} moves the latter.`);
    else if (!(await isFree(port))) problems.push(`Port ${port}, for ${what}, is taken: ${setting} moves ours.`);
    if (moves.length < problems.length) moves.push(`${setting}=${await nextFree(port, given)}`);
    if (!twice) seen.set(port, what);
  }
  if (problems.length === 0) return;
  throw new Error(`${problems.join('\n')}\nFree what is taken, or move ours, here or in .env: ${moves.join(' ')} npm start`);
}

/**
 * Settings that the processes would refuse one after the other, and servers that were named and are not there.
 * @param {ReturnType<import('./settings.mjs').readSettings>} settings
 * @throws {Error} in words for whoever set them
 */
export async function assertUsable(settings) {
  const { readEnvironment } = await import('@laurel/config');
  readEnvironment(partEnv(settings));
  if (!settings.ownPostgres) await assertAnswers('DATABASE_URL', settings.databaseUrl, 5432);
  if (!settings.ownTemporal) await assertAnswers('TEMPORAL_ADDRESS', `tcp://${settings.temporalAddress}`, 7233);
}

async function assertAnswers(setting, address, usualPort) {
  const { hostname, port } = new URL(address);
  const at = Number(port || usualPort);
  if (await accepts(at, hostname.replace(/^\[|\]$/g, ''))) return;
  throw new Error(
    `${setting} names ${hostname}:${at}, where nothing answers. Start that server, mend ${setting}, or unset it: Laurel brings its own.`,
  );
}
