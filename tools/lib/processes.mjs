// Child processes with a log file, a gentle stop and a guard: none of them outlives the script that started it.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTime } from './identity.mjs';

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

let guard;

/** The guard reads who is alive from its stdin; when that closes, because we are gone, it ends them. */
function guardProcess() {
  if (guard && guard.exitCode === null && guard.signalCode === null) return guard;
  const script = fileURLToPath(new URL('guard.mjs', import.meta.url));
  guard = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  guard.stdin.on('error', () => {});
  guard.stdin.unref();
  guard.unref();
  for (const line of [...watched.values(), ...folders]) guard.stdin.write(line);
  return guard;
}

/** One line for the guard per living child, by pid. */
const watched = new Map();

/** Waits for a word, then becomes the command; ends when no word comes. */
const ONCE_TOLD = 'read -r told && exec "$0" "$@" </dev/null';

/**
 * Starts a guarded child in a process group of its own. It does nothing before the guard knows of it: should we be killed
 * in that moment, it ends by itself and is nobody's orphan.
 */
function spawnGuarded(command, args, { output, stopSignal, group = false, ...options }) {
  const child = spawn('/bin/sh', ['-c', ONCE_TOLD, command, ...args], { ...options, detached: true, stdio: ['pipe', ...output] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  if (child.pid) watch(child, stopSignal, group);
  child.stdin.end('told\n');
  return child;
}

function watch(child, stopSignal, group) {
  const line = `${JSON.stringify({ pid: child.pid, startedAt: startTime(child.pid), stopSignal, group })}\n`;
  watched.set(child.pid, line);
  guardProcess().stdin.write(line);
  child.once('exit', () => watched.delete(child.pid));
}

/** Lines for the guard about temporary folders. */
const folders = new Set();

/** A temporary folder that is to be gone when we are, however we go. */
export function watchFolder(folder) {
  const line = `${JSON.stringify({ folder })}\n`;
  folders.add(line);
  guardProcess().stdin.write(line);
}

/** Opens a log for appending; a big one is put aside as `<file>.1` first. */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/**
 * @typedef {{ command: string, args: string[], env?: NodeJS.ProcessEnv, uid?: number, gid?: number, cwd?: string,
 *   logFile: string, stopSignal?: NodeJS.Signals }} PartSpec
 * @typedef {import('node:child_process').ChildProcess & { logFile: string, logOffset: number, stopSignal: NodeJS.Signals }} Part
 */

/**
 * Starts a child that Ctrl-C does not reach, for it reaches only us, so that we choose the order of stopping;
 * its output goes straight into the log file.
 * @param {PartSpec} spec
 * @returns {Part}
 */
export function spawnPart({ command, args, env, uid, gid, cwd, logFile, stopSignal = 'SIGTERM' }) {
  const log = openLog(logFile);
  const logOffset = statSync(logFile).size;
  try {
    const child = spawnGuarded(command, args, { env, uid, gid, cwd, output: [log, log], stopSignal });
    return Object.assign(child, { logFile, logOffset, stopSignal });
  } finally {
    closeSync(log);
  }
}

/**
 * Starts the leader of a process group that talks on our standard error: all that it starts in turn ends with it, and with us.
 * @param {string} command @param {string[]} args @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export function spawnGroup(command, args, options) {
  const child = spawnGuarded(command, args, { ...options, output: ['ignore', 'inherit'], stopSignal: 'SIGKILL', group: true });
  child.once('exit', () => endGroup(child));
  return child;
}

/** Ends a leader and all of its group that are left. @param {import('node:child_process').ChildProcess} leader */
export function endGroup({ pid }) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

export const isRunning = (child) => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/**
 * Asks the child to stop and, after `graceMs`, makes it.
 * @param {Part} child
 */
export async function stopPart(child, graceMs = 5000) {
  if (!isRunning(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(child.stopSignal);
  const hard = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(hard);
}

/** The last lines that this very child has written. */
export function lastLines(child, count = 12) {
  const size = statSync(child.logFile).size;
  const from = Math.max(child.logOffset, size - 8192);
  const buffer = Buffer.alloc(Math.max(0, size - from));
  const file = openSync(child.logFile, 'r');
  readSync(file, buffer, 0, buffer.length, from);
  closeSync(file);
  return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
}
