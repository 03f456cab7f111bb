// The database of the local stack for scripts that need it whether or not `npm start` is running.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, execute, preparePostgres, waitForPostgres } from '../postgres.mjs';
import { runPrisma } from '../prisma.mjs';
import { inRoot } from './paths.mjs';
import { accepts } from './ports.mjs';
import { isRunning, lastLines, spawnPart, stopPart } from './processes.mjs';
import { DATABASE } from './settings.mjs';

/**
 * Runs `work` while the database answers: the outside one, the one that `npm start` runs, or our own for as long as it takes.
 * @template T
 * @param {ReturnType<import('./settings.mjs').readSettings>} settings
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(settings, work) {
  if (!settings.ownPostgres) return work();
  if (await accepts(settings.ports.postgres)) {
    await ensureDatabase(settings.postgresAdminUrl, DATABASE).catch((error) => {
      throw new Error(
        `Port ${settings.ports.postgres} is taken by a database that is not Laurel's (${error.message}). Move ours with POSTGRES_PORT.`,
      );
    });
    return work();
  }
  const spec = await preparePostgres({
    dataDir: join(settings.dataDir, 'postgres'),
    port: settings.ports.postgres,
    password: settings.postgresPassword,
  });
  const part = spawnPart({ ...spec, logFile: join(settings.dataDir, 'logs', 'postgres.log') });
  try {
    await waitForPostgres(settings.postgresAdminUrl, { stillThere: () => isRunning(part) }).catch((error) => {
      throw new Error(`PostgreSQL did not start: ${error.message}\n${lastLines(part)}`);
    });
    await ensureDatabase(settings.postgresAdminUrl, DATABASE);
    return await work();
  } finally {
    await stopPart(part, 8000);
  }
}

/** Name and checksum of every migration in the folder, as Prisma records them. */
function migrationsInFolder() {
  const folder = inRoot('prisma', 'migrations');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
  return names.sort().map((name) => ({
    name,
    checksum: createHash('sha256')
      .update(readFileSync(join(folder, name, 'migration.sql')))
      .digest('hex'),
  }));
}

/** Whether every migration is applied as it stands; false too when the question cannot be answered. */
async function isMigrated(databaseUrl) {
  try {
    const { rows } = await execute(
      databaseUrl,
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    return migrationsInFolder().every(({ name, checksum }) => applied.get(name) === checksum);
  } catch {
    return false;
  }
}

/**
 * Applies what is missing; asks Prisma only when something is (its start costs more than the question).
 * @returns {Promise<boolean>} whether anything was applied
 */
export async function migrate(databaseUrl) {
  for (const { name } of migrationsInFolder()) assertNotEmpty(name);
  if (await isMigrated(databaseUrl)) return false;
  const { code, output } = await runPrisma(['migrate', 'deploy'], { databaseUrl, quiet: true });
  if (code !== 0) throw new Error(`The migrations could not be applied:\n${output.trim()}`);
  return true;
}

/** An empty script would count as applied, and be missed much later. */
function assertNotEmpty(name) {
  const file = inRoot('prisma', 'migrations', name, 'migration.sql');
  if (readFileSync(file, 'utf8').trim() === '') throw new Error(`${file} is empty: write it again with npm run db:diff`);
}
