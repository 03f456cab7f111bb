#!/usr/bin/env node
// `npm run screenshots`: every task page and every mail as pictures into docs/screenshots, from sample data: no server needed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld } from '@laurel/api/pages-fixture';
import { renderMail, sampleMails } from '@laurel/mail';
import { chromium } from 'playwright-core';
import { readCommandLine } from './lib/command-line.mjs';
import { CHROMIUM_ARGS, provideChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';
import { smallPng } from './lib/png.mjs';

const VIEWS = [
  { view: 'phone', width: 360, colorScheme: 'light' },
  { view: 'phone-dark', width: 360, colorScheme: 'dark' },
  { view: 'desktop', width: 1200, colorScheme: 'light' },
];
/** One of each kind is enough to see the dark scheme. */
const DARK = /^(task-review|task-recorded|objection-ask|mail-assignment-review|mail-reminder-late|mail-result-conferred)$/;
const USAGE = `npm run screenshots [-- <beginning of a name> …]
  pictures every task page and every mail, or those whose names begin so, into docs/screenshots; needs Chromium, no running Laurel`;
const { positionals: wanted } = readCommandLine(USAGE, {}, { words: true });
const isWanted = (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const folder = join(root, 'docs', 'screenshots');

async function shoot(browser, { view, width, colorScheme }, pictures) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  for (const { name, show } of pictures) {
    if (colorScheme === 'dark' && !DARK.test(name)) continue;
    await show(page);
    writeFileSync(join(folder, `${name}.${view}.png`), smallPng(await page.screenshot({ fullPage: true })));
  }
  await context.close();
}

/** A form is posted as a browser would, then the answer is shown. */
function pagePicture(address, { name, path, form, cookie }) {
  const post = async (page) => {
    const headers = { accept: 'text/html' };
    const response = await page.request.post(`${address}${path}?lang=vi`, { form, headers });
    const body = await response.body();
    await page.route(`${address}${path}*`, (route) => route.fulfill({ body, headers: response.headers() }));
    await page.goto(`${address}${path}`);
  };
  const visit = async (page) => {
    await page.setExtraHTTPHeaders(cookie === undefined ? {} : { cookie });
    await page.goto(`${address}${path}`);
  };
  return { name, show: form ? post : visit };
}

async function mailPictures() {
  const mails = sampleMails().filter(({ mail }) => mail.language === 'vi');
  return Promise.all(
    mails.map(async ({ name, mail, link, now }) => {
      const { html } = await renderMail(mail, link, now);
      return {
        name: `mail-${name.replace(/\.vi$/, '')}`,
        show: async (page) => {
          // A page's content security policy would outlive it.
          await page.goto('about:blank');
          await page.setContent(html);
        },
      };
    }),
  );
}

const found = provideChromium();
if ('reason' in found) {
  process.stderr.write(`No pictures: ${found.reason}.\n`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const api = await createApi(samplePagesWorld());
await api.listen({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS });
try {
  const address = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  const pages = SAMPLE_PAGES.map((sample) => pagePicture(address, sample));
  const pictures = [...pages, ...(await mailPictures())].filter(({ name }) => isWanted(name));
  for (const view of VIEWS) await shoot(browser, view, pictures);
  process.stdout.write(`${pictures.length} pages and mails are pictured in docs/screenshots\n`);
} finally {
  await browser.close();
  await api.close();
}
