#!/usr/bin/env node
// `node tools/with-stack.mjs [--database] <script> [arguments]`: runs a script with the settings of the local stack in its
// environment. With --database the database answers and is migrated while it runs, whether or not `npm start` does.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, withDatabase } from './lib/database.mjs';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';
import { partEnv, readSettings } from './lib/settings.mjs';

const args = process.argv.slice(2);
// A command that only tells how it is used needs no database.
const needsDatabase = args[0] === '--database' && !args.includes('--help');
const [script, ...rest] = args[0] === '--database' ? args.slice(1) : args;

/** LAUREL_API_KEY is the development key of the local stack, unless another is given. */
function scriptEnv(settings) {
  const keyFile = join(settings.dataDir, 'dev-api-key');
  const key = existsSync(keyFile) ? { LAUREL_API_KEY: readFileSync(keyFile, 'utf8').trim() } : {};
  return { ...key, ...partEnv(settings) };
}

function runScript(settings) {
  const child = spawn(nodeBinary(), ['--enable-source-maps', inRoot(script), ...rest], {
    cwd: root,
    env: scriptEnv(settings),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

try {
  const settings = readSettings();
  const migrated = async () => {
    await migrate(settings.databaseUrl);
    return runScript(settings);
  };
  process.exitCode = await (needsDatabase ? withDatabase(settings, migrated) : runScript(settings));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
