#!/usr/bin/env node
// `node tools/prisma.mjs <command>`: the Prisma CLI with our stand-in for its schema engine.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';

/**
 * Runs the Prisma CLI.
 * @param {string[]} args for example `['migrate', 'deploy']`
 * @param {{ databaseUrl?: string, quiet?: boolean }} [options] `quiet` collects the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runPrisma(args, { databaseUrl, quiet = false } = {}) {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PRISMA_SCHEMA_ENGINE_BINARY: inRoot('tools', 'prisma-schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    // The engine's first line says `env node`: let that be Node 24.
    PATH: `${inRoot('node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
  };
  if (databaseUrl) env.DATABASE_URL = databaseUrl;
  const cli = inRoot('node_modules', 'prisma', 'build', 'index.js');
  const child = spawn(nodeBinary(), [cli, ...args], { cwd: root, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await runPrisma(process.argv.slice(2))).code;
