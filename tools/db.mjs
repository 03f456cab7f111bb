#!/usr/bin/env node
// `npm run db:generate | db:migrate | db:diff | db:reset | db:seed`. They use DATABASE_URL, or the database of `npm start`
// if it runs, or start the embedded one for as long as they take.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, refuse } from './lib/command-line.mjs';
import { migrate, withDatabase } from './lib/database.mjs';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';
import { DATABASE, partEnv, readSettings } from './lib/settings.mjs';
import { execute } from './postgres.mjs';
import { runPrisma } from './prisma.mjs';

const USAGE = `npm run db:generate          makes the database client of prisma/schema.prisma
npm run db:migrate           applies the migrations that are missing
npm run db:diff [-- <name>]  prints the SQL from the migrations to the schema, or writes it as the next migration
npm run db:reset             empties the embedded database, migrates and seeds it
npm run db:seed              programmes, people and demo seasons`;
const COMMANDS = { diff, migrate: migrateNow, reset, seed };

const { positionals } = readCommandLine(USAGE, {}, { words: true });
const [command, ...rest] = positionals;
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * The SQL that leads from the committed migrations to schema.prisma: printed, or with a name (`npm run db:diff -- add-holds`)
 * written as the next migration.
 */
async function diff(settings) {
  const folder = inRoot('prisma', 'migrations');
  const lock = join(folder, 'migration_lock.toml');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  const [name] = rest;
  const next = name && join(folder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name.replace(/\W+/g, '_')}`);
  const args = ['migrate', 'diff', '--from-migrations', folder, '--to-schema', inRoot('prisma', 'schema.prisma'), '--script'];
  const { code, output } = await runPrisma(args, { databaseUrl: settings.databaseUrl, quiet: true });
  const sql = output.replace(/^Loaded Prisma config.*\n/m, '').trim();
  if (code === 0 && sql === '') {
    say('The migrations make what prisma/schema.prisma says: nothing to write.');
    return 0;
  }
  if (code === 0 && !next) process.stdout.write(`${sql}\n`);
  if (code !== 0) say(output.trim());
  if (code === 0 && next) {
    // Only now: an empty folder among the migrations would be one without its file.
    mkdirSync(next);
    writeFileSync(join(next, 'migration.sql'), `${sql}\n`);
    say(`Written: ${next}/migration.sql`);
  }
  return code;
}

async function migrateNow(settings) {
  say((await migrate(settings.databaseUrl)) ? 'The database is migrated.' : 'The database was up to date.');
  return 0;
}

/** Empties the embedded database. An outside one is nobody's to empty by a script. */
async function reset(settings) {
  if (!settings.ownPostgres) {
    say('db:reset empties only the embedded database. DATABASE_URL names an outside one: unset it, or empty that one yourself.');
    return 1;
  }
  await execute(settings.postgresAdminUrl, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`, `CREATE DATABASE ${DATABASE}`);
  await migrateNow(settings);
  return seed(settings);
}

/** An outside database may be that of an office: it gets no key that is good for everything. */
function seed(settings) {
  const key = settings.ownPostgres ? ['--development-key'] : [];
  const child = spawn(nodeBinary(), ['--enable-source-maps', inRoot('apps', 'worker', 'dist', 'seed.js'), ...key], {
    cwd: root,
    env: partEnv(settings),
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

async function main() {
  if (rest.length > (command === 'diff' ? 1 : 0)) refuse(`"${rest.at(-1)}" is one word too many.`, USAGE);
  if (command === 'generate') return (await runPrisma(['generate'])).code;
  const work = COMMANDS[command];
  if (!work) refuse(`There is no command "${command ?? ''}".`, USAGE);
  const settings = readSettings();
  return withDatabase(settings, () => work(settings));
}

process.exitCode = await main().catch((error) => {
  say(error.message);
  return 1;
});
