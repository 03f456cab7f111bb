import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const boundary = '@nx/enforce-module-boundaries';

/** What is planted where (in place of a file that exists), and the rule that must complain. */
const violations = [
  { title: 'domain imports contracts', file: 'libs/domain/src/index.ts', text: "import '@laurel/contracts';", rule: boundary },
  { title: 'contracts imports db', file: 'libs/contracts/src/index.ts', text: "import '@laurel/db';", rule: boundary },
  { title: 'db imports mail', file: 'libs/db/src/index.ts', text: "import '@laurel/mail';", rule: boundary },
  { title: 'mail imports db', file: 'libs/mail/src/index.ts', text: "import '@laurel/db';", rule: boundary },
  { title: 'workflows import activities', file: 'workflows/src/index.ts', text: "import '@laurel/activities';", rule: boundary },
  { title: 'workflows import Prisma', file: 'workflows/src/index.ts', text: "import '@prisma/client';", rule: boundary },
  { title: 'activities import the Temporal gateway', file: 'activities/src/index.ts', text: "import '@laurel/temporal';", rule: boundary },
  { title: 'the worker imports workflow code', file: 'apps/worker/src/main.ts', text: "import '@laurel/workflows';", rule: boundary },
  {
    title: 'the worker imports the Temporal client',
    file: 'apps/worker/src/main.ts',
    text: "import '@temporalio/client';",
    rule: boundary,
  },
  { title: 'product code imports the test harness', file: 'libs/db/src/index.ts', text: "import '@laurel/testing';", rule: boundary },
  { title: 'a workflow imports Node', file: 'workflows/src/index.ts', text: "import 'node:fs';", rule: 'no-restricted-imports' },
  {
    title: 'a workflow uses the process',
    file: 'workflows/src/index.ts',
    text: 'export const id = process.pid;',
    rule: 'no-restricted-globals',
  },
  {
    title: 'the domain reads a clock',
    file: 'libs/domain/src/index.ts',
    text: 'export const now = Date.now();',
    rule: 'no-restricted-properties',
  },
  {
    title: 'a library reads the environment',
    file: 'libs/db/src/index.ts',
    text: 'export const e = process.env;',
    rule: 'no-restricted-properties',
  },
  { title: 'an enum is declared', file: 'libs/db/src/index.ts', text: 'export enum State { Open }', rule: 'no-restricted-syntax' },
  { title: 'a promise floats', file: 'libs/db/src/index.ts', text: 'Promise.resolve(1);', rule: '@typescript-eslint/no-floating-promises' },
];

const allowed = [
  { title: 'workflows import contracts', file: 'workflows/src/index.ts', text: "import '@laurel/contracts';" },
  { title: 'activities import db', file: 'activities/src/index.ts', text: "import '@laurel/db';" },
  { title: 'the settings read the environment', file: 'libs/config/src/index.ts', text: 'export const home = process.env;' },
];

/** The rules that complain, case by case; one ESLint for all, for its start is the costly part. */
function complaints(cases: readonly { file: string; text: string }[]): string[][] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/lint.mjs', '--planted'], {
    cwd: root,
    input: JSON.stringify(cases),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`ESLint did not run: ${stderr}`);
  return JSON.parse(stdout) as string[][];
}

describe('the rules of the house', () => {
  const found = complaints([...violations, ...allowed]);

  it.each(violations.map((violation, index) => ({ ...violation, index })))('are broken when $title', ({ index, rule }) => {
    expect(found[index]).toContain(rule);
  });

  it.each(allowed.map((use, index) => ({ ...use, index })))('are kept when $title', ({ index }) => {
    expect(found[violations.length + index]).toEqual([]);
  });
});
