import { seedProgrammes } from '@laurel/worker';
import { Database } from '@laurel/db';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from './child.ts';

const SEEDED = 'laurel_seeded';

/** A setting that the global set-up of the suites makes. */
export function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run the suite with npm test, which starts the servers.`);
  return value;
}

export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

/** Number of the lock under which one suite seeds while others wait for it. */
const SEEDING = 20_261_122;

/** A fresh database with the shipped programmes and their people, on the shared server. Answers its address. */
export async function cloneSeeded(): Promise<string> {
  const admin = given('LAUREL_TEST_DATABASE_URL');
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [SEEDING]);
    await seedOnce(admin);
  } finally {
    await client.end();
  }
  const name = `stack_${randomBytes(6).toString('hex')}`;
  await ask(admin, `CREATE DATABASE ${name} TEMPLATE ${SEEDED}`);
  return databaseUrl(admin, name);
}

async function seedOnce(admin: string): Promise<void> {
  const known = await ask(admin, `SELECT 1 FROM pg_database WHERE datname = '${SEEDED}'`);
  if (known.length > 0) return;
  const half = `${SEEDED}_half`;
  await ask(admin, `DROP DATABASE IF EXISTS ${half}`);
  await ask(admin, `CREATE DATABASE ${half} TEMPLATE ${given('LAUREL_TEST_TEMPLATE')}`);
  await seed(databaseUrl(admin, half));
  await ask(admin, `ALTER DATABASE ${half} RENAME TO ${SEEDED}`);
}

export async function dropDatabase(url: string): Promise<void> {
  await ask(given('LAUREL_TEST_DATABASE_URL'), `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** Applies every migration to an empty database of a server of our own, and seeds it. */
export async function migrateAndSeed(url: string): Promise<void> {
  const folder = join(ROOT, 'prisma', 'migrations');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    await ask(url, readFileSync(join(folder, name, 'migration.sql'), 'utf8'));
  await seed(url);
}

async function seed(url: string): Promise<void> {
  const database = new Database(url, 4);
  try {
    await seedProgrammes(database, join(ROOT, 'programmes'));
  } finally {
    await database.close();
  }
}
