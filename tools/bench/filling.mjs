// Tables filled with a hundred thousand of something: one real nomination, and statements that copy it.
import { inRoot } from '../lib/paths.mjs';

/** SQL for one of the values, chosen by an expression of whole numbers from 0. @param {string[]} values @param {string} seed */
export const oneOf = (values, seed) => `(ARRAY[${values.map((value) => `'${value}'`).join(',')}])[1 + ${seed} % ${values.length}]`;

/** SQL for one of seventeen units, by the row's number `g`. */
export const UNIT = `CASE WHEN g % 17 = 0 THEN 'phong-y-te' ELSE 'phuong-' || lpad((1 + g % 10)::text, 2, '0') END`;

/**
 * Puts the shipped programmes and one nomination into an empty database, then runs what is made of that.
 * @param {import('@laurel/db').Database} database
 * @param {(nominationId: string) => string[]} statementsOf
 */
export async function fillTables(database, statementsOf) {
  const { IntakeRepository, RulesRepository } = await import(inRoot('libs', 'db', 'dist', 'index.js'));
  const { seedProgrammes } = await import(inRoot('apps', 'worker', 'dist', 'index.js'));
  const { submittedEvent } = await import(inRoot('test', 'dist', 'stack', 'events.js'));
  await seedProgrammes(database, inRoot('programmes'));
  const intake = new IntakeRepository(database, new RulesRepository(database), () => {});
  const { nominationId } = await intake.accept(submittedEvent(), { apiKeyId: null, at: null });
  const client = await database.pool.connect();
  await client.query('SET statement_timeout = 0');
  for (const statement of statementsOf(nominationId)) await client.query(statement);
  await client.query('VACUUM ANALYZE');
  client.release();
}
