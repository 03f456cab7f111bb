// The settings of the local stack: environment first, then `.env`, then the defaults of the README's table.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { postgresUrl } from '../postgres.mjs';
import { inRoot, root } from './paths.mjs';

export const DATABASE = 'laurel';

/** The environment with `.env` beneath it; an empty value counts as not set. */
function readEnvironment() {
  const file = inRoot('.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.entries({ ...fromFile, ...process.env }).filter(([, value]) => value !== '');
  return Object.fromEntries(given);
}

function port(env, name, fallback) {
  const value = Number(env[name] ?? fallback);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new Error(`${name} is "${env[name]}"; give a port between 1 and 65535, for example ${name}=${fallback}`);
}

/** A secret that is made once, readable by its owner only, and the same at every later start. */
function keptSecret(file, bytes) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

function readPorts(env) {
  return {
    api: port(env, 'PORT', 3000),
    postgres: port(env, 'POSTGRES_PORT', 5433),
    temporal: port(env, 'TEMPORAL_PORT', 7233),
    temporalUi: port(env, 'TEMPORAL_UI_PORT', 8233),
    mailbox: port(env, 'MAILBOX_PORT', 1080),
    smtp: port(env, 'MAILBOX_SMTP_PORT', 1025),
  };
}

/**
 * Everything `start` and the scripts beside it need to know. `ownPostgres`, `ownTemporal` and `ownMailbox` say whether
 * the part is ours to run or an outside one was named.
 */
export function readSettings() {
  const env = readEnvironment();
  const dataDir = resolve(root, env.DATA_DIR ?? '.data');
  const ports = readPorts(env);
  const postgres = { port: ports.postgres, password: keptSecret(resolve(dataDir, 'postgres-password'), 16) };
  return {
    env,
    dataDir,
    ports,
    ownPostgres: env.DATABASE_URL === undefined,
    ownTemporal: env.TEMPORAL_ADDRESS === undefined,
    ownMailbox: env.SMTP_URL === undefined,
    postgresPassword: postgres.password,
    postgresAdminUrl: postgresUrl(postgres),
    databaseUrl: env.DATABASE_URL ?? postgresUrl({ ...postgres, database: DATABASE }),
    temporalAddress: env.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.temporal}`,
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    smtpUrl: env.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${ports.api}`,
    mailboxUrl: `http://localhost:${ports.mailbox}`,
    secret: env.LAUREL_SECRET ?? keptSecret(resolve(dataDir, 'secret'), 32),
  };
}

/** The environment that the worker, the API and every command beside them get. */
export function partEnv(settings) {
  return {
    ...settings.env,
    NODE_ENV: settings.env.NODE_ENV ?? 'development',
    TZ: 'UTC',
    DATABASE_URL: settings.databaseUrl,
    TEMPORAL_ADDRESS: settings.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    SMTP_URL: settings.smtpUrl,
    MAILBOX_URL: settings.mailboxUrl,
    PORT: String(settings.ports.api),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    BALLOT_KEYS_DIR: settings.env.BALLOT_KEYS_DIR ?? join(settings.dataDir, 'ballot-keys'),
    LAUREL_SECRET: settings.secret,
    ...(settings.ownTemporal && { TEMPORAL_UI_URL: settings.env.TEMPORAL_UI_URL ?? `http://localhost:${settings.ports.temporalUi}` }),
    WORKFLOW_BUNDLE: settings.env.WORKFLOW_BUNDLE ?? inRoot('workflows', 'dist', 'workflow-bundle.js'),
  };
}
