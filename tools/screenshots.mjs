#!/usr/bin/env node
// `npm run screenshots`: every task page and every mail as pictures into docs/screenshots, from sample data: no server needed.
//   npm run screenshots -- task   those whose name begins so
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld } from '@laurel/api/pages-fixture';
import { renderMail, sampleMails } from '@laurel/mail';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, provideChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';

const VIEWS = [
  { view: 'phone', width: 360, colorScheme: 'light' },
  { view: 'phone-dark', width: 360, colorScheme: 'dark' },
  { view: 'desktop', width: 1200, colorScheme: 'light' },
];
const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const folder = join(root, 'docs', 'screenshots');

async function shoot(browser, { view, width, colorScheme }, pictures) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  for (const { name, show } of pictures) {
    await show(page);
    await page.screenshot({ path: join(folder, `${name}.${view}.png`), fullPage: true });
  }
  await context.close();
}

/** A form is posted as a browser would, then the answer is shown. */
function pagePicture(address, { name, path, form }) {
  const post = async (page) => {
    const headers = { accept: 'text/html' };
    const response = await page.request.post(`${address}${path}?lang=vi`, { form, headers });
    const body = await response.body();
    await page.route(`${address}${path}*`, (route) => route.fulfill({ body, headers: response.headers() }));
    await page.goto(`${address}${path}`);
  };
  return { name, show: form ? post : (page) => page.goto(`${address}${path}`) };
}

async function mailPictures() {
  const mails = sampleMails().filter(({ mail }) => mail.language === 'vi');
  return Promise.all(
    mails.map(async ({ name, mail, link, now }) => {
      const { html } = await renderMail(mail, link, now);
      return { name: `mail-${name.replace(/\.vi$/, '')}`, show: (page) => page.setContent(html) };
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
  process.stdout.write(`${pictures.length * VIEWS.length} pictures in docs/screenshots\n`);
} finally {
  await browser.close();
  await api.close();
}
