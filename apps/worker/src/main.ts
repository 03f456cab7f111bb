import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { NestFactory } from '@nestjs/core';
import { readEnvironment, SettingsInvalid, type Environment } from '@laurel/config';
import { createLogger } from '@laurel/observability';
import { installRuntime } from '@laurel/temporal';
import { WorkerModule } from './worker.module.ts';

/** Ends with code 2 and the names of the settings when they are wrong. */
const SETTINGS_WRONG = 2;

function readSettings(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(SETTINGS_WRONG);
  }
}

const env = readSettings();
const log = createLogger('worker', env.LOG_LEVEL);

/** Nothing may run on in an unknown state: the supervisor starts a fresh process. */
function endWith(error: unknown): void {
  log.fatal({ err: error }, 'The worker cannot go on');
  process.exit(1);
}

process.on('unhandledRejection', endWith);
installRuntime({
  warn: (message) => {
    log.warn(message);
  },
  error: (message) => {
    log.error(message);
  },
});

const app = await NestFactory.createApplicationContext(WorkerModule.of(env, log, endWith), { logger: ['error', 'warn'] });
app.enableShutdownHooks(undefined, { useProcessExit: true });
log.info('The worker runs');
// A worker that is killed writes nothing any more: the next one starts quicker for what this one keeps now.
flushCompileCache();
