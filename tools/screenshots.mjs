#!/usr/bin/env node
// `npm run screenshots`: every page, every mail and the console as pictures into docs/screenshots. Pages and mails come from
// sample data; the console from a Laurel of its own in which a season is played first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, provideChromium } from './lib/chromium.mjs';
import { readCommandLine } from './lib/command-line.mjs';
import { root } from './lib/paths.mjs';
import { smallPng } from './lib/png.mjs';
import { pictureConsole } from './screenshots/console-views.mjs';
import { picturePages } from './screenshots/page-pictures.mjs';

const CONSOLE = 'console-';
const USAGE = `npm run screenshots [-- <beginning of a name> …]
  pictures every page, every mail and the console, or those whose names begin so (task, mail, console-…), into docs/screenshots; needs Chromium`;
const { positionals: wanted } = readCommandLine(USAGE, {}, { words: true });
const isWanted = (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));
const wantsConsole = wanted.length === 0 || wanted.some((start) => start.startsWith(CONSOLE) || CONSOLE.startsWith(start));

const found = provideChromium();
if ('reason' in found) {
  process.stderr.write(`No pictures: ${found.reason}.\n`);
  process.exit(1);
}
const folder = join(root, 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });
let count = 0;
const save = (name, png) => {
  writeFileSync(join(folder, `${name}.png`), smallPng(png));
  count++;
};
const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_ARGS, '--lang=vi'] });
try {
  await picturePages(browser, { isWanted, save });
  if (wantsConsole) await pictureConsole(browser, { isWanted, save });
} finally {
  await browser.close();
}
if (count === 0) process.stderr.write(`No picture's name begins with ${wanted.join(' or ')}: look at the names in docs/screenshots.\n`);
process.stdout.write(`${count} pictures are in docs/screenshots\n`);
