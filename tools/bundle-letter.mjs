#!/usr/bin/env node
// Bundles the design of the mails with just what it uses of react-email, whose one entry also brings a highlighter for every
// programming language, Tailwind and Markdown: 0.3 s of each start of a worker. Figures in docs/bench.md.
import { build } from 'esbuild';
import { readCommandLine } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';

readCommandLine(`node tools/bundle-letter.mjs
  bundles libs/mail/dist/render-afresh.js into libs/mail/dist/letter-bundle.js`);

await build({
  entryPoints: [inRoot('libs', 'mail', 'dist', 'render-afresh.js')],
  outfile: inRoot('libs', 'mail', 'dist', 'letter-bundle.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Only for HTML that people are to read as source.
  external: ['prettier'],
  // What was written for `require` asks for Node's own modules that way.
  banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  logLevel: 'error',
});
