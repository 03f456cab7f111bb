import { readEnvironment } from '@laurel/config';
import { Database, KeyRepository, SCOPES } from '@laurel/db';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedProgrammes } from './seed/seed-programmes.ts';

const env = readEnvironment();
const database = new Database(env.DATABASE_URL, 4);
const programmes = await seedProgrammes(database, env.PROGRAMMES_DIR);
const developmentKey = process.argv.includes('--development-key')
  ? await keepDevelopmentKey(new KeyRepository(database), join(env.DATA_DIR, 'dev-api-key'))
  : null;
await database.close();
process.stdout.write(`${JSON.stringify({ programmes, developmentKey })}\n`);

/** The development key: made once, kept beside the data, good for everything. Only where it is asked for: it is no key for production. */
async function keepDevelopmentKey(keys: KeyRepository, file: string): Promise<string> {
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (known !== null && (await keys.principalOf(known)) !== null) return known;
  const { key } = await keys.create('development', { scopes: SCOPES });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
