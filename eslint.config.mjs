import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Who may import whom: docs/architecture.md, section 2. Each package carries its room as an Nx tag in its package.json.
const floor = ['contracts', 'domain'];
const rooms = {
  domain: [],
  contracts: ['domain'],
  programmes: floor,
  db: floor,
  mail: floor,
  events: floor,
  temporal: floor,
  config: floor,
  observability: floor,
  workflows: floor,
  activities: [...floor, 'db', 'mail', 'events', 'programmes'],
  testing: floor,
  app: [...floor, 'programmes', 'db', 'mail', 'events', 'temporal', 'config', 'observability', 'activities'],
  // The console knows the API by HTTP only.
  console: [],
};
const everyRoom = [...Object.keys(rooms), 'test'];

// Who owns which library: its types do not leave the room.
const owners = {
  '@prisma/*': ['db'],
  pg: ['db'],
  nodemailer: ['mail'],
  'nodemailer/*': ['mail'],
  'react-email': ['mail'],
  '@temporalio/client': ['temporal', 'testing'],
  '@temporalio/worker': ['temporal', 'testing'],
  '@temporalio/testing': ['testing'],
  '@temporalio/workflow': ['workflows'],
  '@temporalio/activity': ['activities', 'temporal'],
  '@temporalio/common': ['temporal', 'testing', 'workflows', 'activities'],
  '@nestjs/*': ['app'],
  fastify: ['app'],
  '@fastify/*': ['app'],
  cloudevents: ['events'],
  yaml: ['programmes'],
  pino: ['observability'],
  zod: ['programmes', 'config', 'events', 'app'],
};

const tag = (room) => `room:${room}`;
const bannedIn = (room) => Object.keys(owners).filter((library) => !owners[library].includes(room));

/** The boundary rule; specs may also use the harness of libs/testing and any library. */
function boundaries({ specs }) {
  const constraints = Object.entries(rooms).map(([room, below]) => ({
    sourceTag: tag(room),
    onlyDependOnLibsWithTags: [room, ...below, ...(specs ? ['testing'] : [])].map(tag),
    ...(specs ? {} : { bannedExternalImports: bannedIn(room) }),
  }));
  const test = { sourceTag: tag('test'), onlyDependOnLibsWithTags: [...everyRoom, 'tools'].map(tag) };
  // The suites borrow the servers of the local stack.
  return [
    'error',
    {
      enforceBuildableLibDependency: false,
      allow: specs ? ['[./]+/tools/(stack|demo/player).mjs$'] : [],
      depConstraints: [...constraints, test],
    },
  ];
}

const enums = { selector: 'TSEnumDeclaration', message: 'Write a union type.' };
const defaultExports = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const envImport = {
  selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
  message: 'Only libs/config reads the environment.',
};
const clock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Time enters as an instant; nobody reads a clock here.',
};
/** The worker loads these modules once for all its workflows, see `tools/bundle-workflows.mjs`. */
const sharedState = ["Program > VariableDeclaration[kind='let']", "Program > ExportNamedDeclaration > VariableDeclaration[kind='let']"].map(
  (selector) => ({ selector, message: 'A module is shared by all workflows of a worker: what changes belongs to one of them.' }),
);
const syntax = [enums, defaultExports, envImport];
const readsNoEnvironment = {
  'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' }],
  'no-restricted-syntax': ['error', ...syntax],
};

/** No input or output, no process, no clock: what runs in Temporal's sandbox, and what it stands on. */
const sandboxed = {
  'no-restricted-imports': ['error', { paths: [...builtinModules], patterns: [{ group: ['node:*'], message: 'Nothing of Node here.' }] }],
  'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'require', 'setInterval', 'setImmediate', '__dirname', '__filename'],
};

/** Rules take time and chance as arguments; a workflow may ask, for Temporal answers there. */
const pure = {
  'no-restricted-syntax': ['error', ...syntax, clock, ...sharedState],
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' },
    { object: 'Date', property: 'now', message: 'Time enters as an instant; nobody reads a clock here.' },
    { object: 'Math', property: 'random', message: 'Chance is not repeatable.' },
  ],
};

const size = {
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
};

const nodeGlobals = Object.fromEntries(
  [
    'process',
    'Buffer',
    'URL',
    'URLSearchParams',
    'fetch',
    'AbortSignal',
    'AbortController',
    'performance',
    'structuredClone',
    'WebAssembly',
    'crypto',
    'console',
  ]
    .concat([
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'queueMicrotask',
      'TextDecoder',
      'TextEncoder',
      'Response',
      'Request',
      'FormData',
      'globalThis',
    ])
    .map((name) => [name, 'readonly']),
);

/** What every script can get wrong, of ESLint's own rules. */
const scriptRules = [
  'no-undef',
  'no-dupe-keys',
  'no-dupe-args',
  'no-unreachable',
  'no-const-assign',
  'no-redeclare',
  'no-self-assign',
  'no-unsafe-finally',
  'no-empty',
  'no-fallthrough',
  'no-cond-assign',
  'no-constant-condition',
  'no-prototype-builtins',
  'no-useless-escape',
  'no-var',
  'prefer-const',
  'no-unused-expressions',
  'use-isnan',
  'valid-typeof',
  'no-useless-catch',
  'eqeqeq',
  'no-throw-literal',
];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/dist-types/**',
      '**/node_modules/**',
      'libs/db/src/generated/**',
      'apps/console/src/api/described.types.ts',
      '.data/**',
      '.nx/**',
      'coverage/**',
      'tmp/**',
      'prisma.config.ts',
      'apps/console/vite.config.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size,
      ...readsNoEnvironment,
      '@nx/enforce-module-boundaries': boundaries({ specs: false }),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Nest modules are classes with a decorator and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Nest's option literals are refused by it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['workflows/src/**/*.ts', 'libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: sandboxed,
  },
  { files: ['libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: pure },
  // Inside a workflow the clock is Temporal's own, and repeatable.
  {
    files: ['workflows/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', ...syntax, ...sharedState] },
  },
  { files: ['libs/config/**/*.ts', 'test/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.spec.{ts,tsx}', '**/*.fixture.ts', 'test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ specs: true }),
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // What a component shows is one expression; cutting markup to thirty lines would scatter it.
  {
    files: ['apps/console/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
    rules: {
      ...size,
      ...Object.fromEntries(scriptRules.map((rule) => [rule, 'error'])),
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
);
