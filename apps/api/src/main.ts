import { readEnvironment, SettingsInvalid } from '@laurel/config';
import { createLogger } from '@laurel/observability';
import { createApi } from './app.ts';

/** Ends with code 2 and the names of the settings when they are wrong. */
const SETTINGS_WRONG = 2;

try {
  const environment = readEnvironment();
  const app = await createApi();
  await app.listen({ port: environment.PORT, host: environment.HOST });
  createLogger('api', environment.LOG_LEVEL).info({ url: environment.PUBLIC_URL }, 'listening');
} catch (error) {
  const known = error instanceof SettingsInvalid;
  process.stderr.write(`${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(known ? SETTINGS_WRONG : 1);
}
