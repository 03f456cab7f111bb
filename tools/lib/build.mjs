// The build: Prisma's client, TypeScript into every package's dist, the bundles; each only when its input changed.
// Built-ins only: this runs before and right after the first install.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesBelow, hashFiles, isStamped, writeStamp } from './hashes.mjs';
import { inRoot, nodeBinary, root, tscEntry } from './paths.mjs';
import { progress } from './progress.mjs';

const stampFile = (name) => inRoot('node_modules', '.cache', 'laurel', name);

/** Runs Node 24 with the arguments; its output is shown only when it fails. */
function runNode(args) {
  const child = spawn(nodeBinary(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.trim() || `node ${args[0]} ended with ${code}`))));
  });
}

async function step(title, work) {
  const bar = progress(title);
  try {
    await work();
    bar.done();
  } catch (error) {
    bar.done('failed');
    throw error;
  }
}

/** Prisma's typed client, from the schema. */
export async function generateClient() {
  const schema = inRoot('prisma', 'schema.prisma');
  if (!existsSync(schema)) return;
  const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'prisma', 'package.json'), 'utf8'));
  const hash = hashFiles([schema], version);
  const client = inRoot('libs', 'db', 'src', 'generated', 'client.ts');
  if (existsSync(client) && isStamped(stampFile('client'), hash)) return;
  await step('Generating the database client', () => runNode([inRoot('tools', 'prisma.mjs'), 'generate']));
  writeStamp(stampFile('client'), hash);
}

/** The folders that the root tsconfig builds. */
export function projects() {
  const { references } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'));
  return references.map(({ path }) => inRoot(path));
}

/** A deleted source leaves its output behind, and a stale spec would still run: outputs without a source go. */
export function removeStaleOutput() {
  for (const project of projects()) {
    for (const file of filesBelow(join(project, 'dist'), new Set())) {
      const source = file.replace(`${project}/dist/`, `${project}/src/`).replace(/\.(d\.ts|js)(\.map)?$/, '');
      const isOutput = /\.(d\.ts|js)(\.map)?$/.test(file) && !file.endsWith('-bundle.js');
      if (isOutput && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
    }
  }
}

function sourceFiles() {
  const shared = ['tsconfig.json', 'tsconfig.base.json'].map((file) => inRoot(file));
  const own = projects().flatMap((project) => [
    join(project, 'tsconfig.json'),
    join(project, 'package.json'),
    ...filesBelow(join(project, 'src')),
  ]);
  return [...shared, ...own];
}

const isBuilt = () => projects().every((project) => existsSync(join(project, 'dist')));

/** TypeScript 7 checks and builds all projects; incremental. */
export async function compile() {
  const hash = hashFiles(sourceFiles());
  if (isBuilt() && isStamped(stampFile('build'), hash)) return;
  removeStaleOutput();
  await step('Building', () => runNode([tscEntry, '-b', '--pretty', 'false']));
  writeStamp(stampFile('build'), hash);
}

/**
 * A bundle of what was compiled; made anew when something in its rooms, its tool or a library it holds has changed.
 * @param {{ title: string, rooms: string[], entry: string[], bundle: string[], tool: string, libraries: string[] }} what paths
 *   from the root
 */
async function makeBundle({ title, rooms, entry, bundle, tool, libraries }) {
  const outputs = rooms.flatMap((room) =>
    filesBelow(inRoot(room, 'dist'), new Set()).filter((file) => /\.js$/.test(file) && !/(\.spec|-bundle)\.js$/.test(file)),
  );
  if (!outputs.includes(inRoot(...entry))) return;
  const versions = libraries.map((name) => JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version);
  const hash = hashFiles([...outputs, inRoot('tools', tool)], versions.join(' '));
  const stamp = stampFile(bundle.at(-1));
  if (existsSync(inRoot(...bundle)) && isStamped(stamp, hash)) return;
  await step(title, () => runNode([inRoot('tools', tool)]));
  writeStamp(stamp, hash);
}

/** The one file that Temporal's sandbox loads. */
export const bundleWorkflows = () =>
  makeBundle({
    title: 'Bundling the workflows',
    rooms: ['workflows', 'libs/contracts', 'libs/domain'],
    entry: ['workflows', 'dist', 'index.js'],
    bundle: ['workflows', 'dist', 'workflow-bundle.js'],
    tool: 'bundle-workflows.mjs',
    libraries: ['@temporalio/worker'],
  });

/** The design of the mails with just what it uses of react-email. */
export const bundleLetter = () =>
  makeBundle({
    title: 'Bundling the design of the mails',
    rooms: ['libs/mail', 'libs/domain'],
    entry: ['libs', 'mail', 'dist', 'render-afresh.js'],
    bundle: ['libs', 'mail', 'dist', 'letter-bundle.js'],
    tool: 'bundle-letter.mjs',
    libraries: ['react', 'react-dom', 'react-email', '@react-email/render', 'esbuild'],
  });

/** The web console, as files for a browser. */
export async function buildConsole() {
  const place = (...parts) => inRoot('apps', 'console', ...parts);
  const inputs = ['index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'].map((file) => place(file));
  const hash = hashFiles([...inputs, ...filesBelow(place('src'))], readFileSync(inRoot('package-lock.json'), 'utf8'));
  if (existsSync(place('dist', 'index.html')) && isStamped(stampFile('console'), hash)) return;
  const vite = join(dirname(createRequire(place('package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  await step('Building the console', () => runNode([vite, 'build', place(), '--logLevel', 'error']));
  writeStamp(stampFile('console'), hash);
}
