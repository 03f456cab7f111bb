#!/usr/bin/env node
// ESLint over the whole house, zero warnings. With --planted it reads `[{ file, text }]` as JSON from stdin and prints, for
// each, the rules that would complain if `file` held `text`: that is how the suites prove the rules themselves.
import { execFileSync } from 'node:child_process';
import { ESLint } from 'eslint';
import { inRoot, nodeBinary, root } from './lib/paths.mjs';

/** Without Nx's project graph the boundary rule is silently skipped; this writes it. */
function writeProjectGraph() {
  execFileSync(nodeBinary(), [inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'show', 'projects'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
  });
}

async function readPlanted() {
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  return JSON.parse(input);
}

async function lintPlanted(eslint) {
  const found = [];
  for (const { file, text } of await readPlanted()) {
    const [result] = await eslint.lintText(text, { filePath: inRoot(file) });
    found.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

async function lintAll(eslint) {
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter('stylish');
  process.stdout.write(await formatter.format(results));
  process.exitCode = results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0) ? 1 : 0;
}

writeProjectGraph();
const eslint = new ESLint({ cwd: root });
await (process.argv.includes('--planted') ? lintPlanted(eslint) : lintAll(eslint));
