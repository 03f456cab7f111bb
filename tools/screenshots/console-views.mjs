#!/usr/bin/env node
// Pictures of the console of a running Laurel into docs/screenshots.
//   node tools/screenshots-console.mjs http://localhost:3000 state.json
// state.json: the storage state of a browser where somebody with the role operator has signed in (Playwright's form).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, provideChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';
import { smallPng } from './lib/png.mjs';

const VIEWS = [
  { view: 'phone', width: 360, height: 740 },
  { view: 'desktop', width: 1280, height: 800 },
];
const PAGES = {
  overview: '/',
  nominations: '/nominations',
  sessions: '/sessions',
  operations: '/operations',
  health: '/operations?tab=health',
  programmes: '/programmes',
  access: '/access',
  account: '/account',
};

const [address, storageState] = process.argv.slice(2);
if (!address || !storageState) {
  process.stderr.write('Give the address of a running Laurel and the file of a signed-in browser.\n');
  process.exit(2);
}
const found = provideChromium();
if ('reason' in found) {
  process.stderr.write(`No pictures: ${found.reason}.\n`);
  process.exit(1);
}
const folder = join(root, 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

/** The list's first nomination and the first programme too: their addresses differ from one Laurel to the next. */
async function pagesOf({ request }) {
  const answer = async (path) => (await request.get(`${address}${path}`)).json();
  const { items } = await answer('/v1/console/nominations?limit=1');
  const { programmes } = await answer('/v1/console/programmes');
  const nomination = items[0] && { nomination: `/nominations/${items[0].id}` };
  const programme = programmes[0] && { programme: `/programmes/${programmes[0].programme}` };
  return Object.entries({ ...PAGES, ...nomination, ...programme });
}

const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS });
try {
  for (const { view, width, height } of VIEWS) {
    const context = await browser.newContext({ viewport: { width, height }, storageState, locale: 'vi-VN' });
    const page = await context.newPage();
    for (const [name, path] of await pagesOf(context)) {
      await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
      await page.locator('h1').first().waitFor();
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
      writeFileSync(join(folder, `console-${name}.${view}.png`), smallPng(await page.screenshot()));
    }
    await context.close();
  }
} finally {
  await browser.close();
}
