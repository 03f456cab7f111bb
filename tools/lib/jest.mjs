// Runs Jest on some projects and counts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, nodeBinary, root } from './paths.mjs';
import { endGroup, spawnGroup } from './processes.mjs';

/** A run that has written its counts but does not end hangs on an open handle. */
const HANG_MS = 30_000;
const TIMEOUT_MS = 75 * 60_000;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {string[]} projects display names of jest.config.mjs
 * @param {{ args?: string[] }} [options] `args` are Jest's own: paths, `-t title`
 * @returns {Promise<Counts>} a suite that did not run counts as a failure, as does a run without counts
 */
export async function runJest(projects, { args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-jest-'));
  const resultFile = join(folder, 'result.json');
  try {
    const problem = await ended(spawnJest(projects, { args, resultFile }), resultFile);
    const counts = existsSync(resultFile) ? count(JSON.parse(readFileSync(resultFile, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
    if (!problem || counts.failed > 0) return counts;
    process.stderr.write(`${problem}\n`);
    return { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawnJest(projects, { args, resultFile }) {
  const options = ['--selectProjects', ...projects, '--passWithNoTests', '--watchman=false'];
  // Not at the end: the list of reporters would swallow a path behind it.
  // One more than there are processors at the least: many suites wait for a time-out or a kill.
  options.push('--reporters', inRoot('tools', 'jest', 'reporter.mjs'), '--maxWorkers=3');
  // Two cores may be busy with something else: slow is not wrong.
  options.push('--testTimeout', '60000');
  const env = { ...process.env, LAUREL_JEST_RESULT: resultFile, TZ: 'UTC', NODE_ENV: 'test' };
  env.NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  return spawnGroup(nodeBinary(), [jest, ...options, ...args], { cwd: root, env });
}

/** Waits for the end; what was wrong with it, if anything. @returns {Promise<string | undefined>} */
function ended(child, resultFile) {
  return new Promise((resolve) => {
    const stop = (why) => {
      endGroup(child);
      resolve(why);
    };
    const limit = setTimeout(() => stop(`The tests took longer than ${TIMEOUT_MS / 60_000} minutes and were stopped.`), TIMEOUT_MS);
    let writtenAt;
    const watch = setInterval(() => {
      if (existsSync(resultFile)) writtenAt ??= Date.now();
      if (writtenAt && Date.now() - writtenAt > HANG_MS) stop('All tests ran, but something is left open and keeps Jest from ending.');
    }, 1000);
    child.on('error', (error) => resolve(`Jest could not be run: ${error.message}`));
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      clearInterval(watch);
      resolve(code === 0 ? undefined : `Jest ended with ${signal ?? `code ${code}`}.`);
    });
  });
}

/** @returns {Counts} */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
}

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
