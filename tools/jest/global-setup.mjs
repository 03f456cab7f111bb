// PostgreSQL and Temporal for the integration suites: free ports, temporary data, a template database migrated once.
//   LAUREL_TEST_DATABASE_URL      the server's `postgres` database, as its owner: CREATE DATABASE x TEMPLATE laurel_template
//   LAUREL_TEST_TEMPLATE          laurel_template
//   LAUREL_TEST_TEMPORAL_ADDRESS  a server with namespace `default` and Laurel's search attributes
//   LAUREL_TEST_TEMPORAL_BINARY   for suites that start (and kill) a server of their own
import { migrate } from '../lib/database.mjs';
import { ensureDatabase, startPostgres } from '../postgres.mjs';
import { startTemporal } from '../temporal.mjs';

const TEMPLATE = 'laurel_template';

export default async function globalSetup() {
  // A setup that throws has no teardown: what has been started is stopped here then.
  const started = [];
  globalThis.laurelTestServers = started;
  try {
    const temporal = startTemporal().then((server) => started.push(server) && server);
    const postgres = await startPostgres();
    started.push(postgres);
    await ensureDatabase(postgres.url, TEMPLATE);
    await migrate(postgres.urlOf(TEMPLATE));
    const { address, binary } = await temporal;
    Object.assign(process.env, {
      LAUREL_TEST_DATABASE_URL: postgres.url,
      LAUREL_TEST_TEMPLATE: TEMPLATE,
      LAUREL_TEST_TEMPORAL_ADDRESS: address,
      LAUREL_TEST_TEMPORAL_BINARY: binary,
    });
  } catch (error) {
    await Promise.all(started.map((server) => server.stop()));
    throw error;
  }
}
