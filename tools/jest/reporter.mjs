// One line per suite while it runs, the whole message of what failed, and no totals: tools/test.mjs says them once, at the end.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../lib/paths.mjs';

export default class SuiteLines {
  #done = 0;
  #total = 0;

  onRunStart({ numTotalTestSuites }) {
    this.#total = numTotalTestSuites;
  }

  /** The counts go to the file that tools/lib/jest.mjs names. */
  onRunComplete(contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
    const counts = { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites };
    if (process.env.LAUREL_JEST_RESULT) writeFileSync(process.env.LAUREL_JEST_RESULT, JSON.stringify(counts));
  }

  onTestResult(test, result) {
    const { numPassingTests, numFailingTests, numPendingTests, numTodoTests, perfStats, testExecError } = result;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const skipped = numPendingTests + numTodoTests;
    const counts = [`${numPassingTests} passed`];
    if (failed) counts.push(testExecError ? 'the suite did not run' : `${numFailingTests} failed`);
    if (skipped > 0) counts.push(`${skipped} skipped`);
    const name = relative(root, test.path).replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    const seconds = ((perfStats.end - perfStats.start) / 1000).toFixed(1);
    process.stderr.write(`${failed ? 'FAIL' : 'ok  '} [${++this.#done}/${this.#total}] ${name}: ${counts.join(', ')} (${seconds} s)\n`);
    if (failed && result.failureMessage) process.stderr.write(`${result.failureMessage}\n`);
  }
}
