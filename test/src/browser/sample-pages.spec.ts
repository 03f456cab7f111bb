import { AxeBuilder } from '@axe-core/playwright';
import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld, type SamplePage } from '@laurel/api/pages-fixture';
import { renderMail, sampleMails } from '@laurel/mail';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { browserHere, launch } from './chromium.ts';

const PHONE = { width: 360, height: 740 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const suite = browserHere.is === 'found' ? describe : describe.skip;
const why = browserHere.is === 'found' ? '' : ` (skipped: ${browserHere.reason})`;

suite(`every page behind a mailed link, and every mail${why}`, () => {
  let browser: Browser;
  let app: Awaited<ReturnType<typeof createApi>>;
  let base = '';

  beforeAll(async () => {
    app = await createApi(samplePagesWorld());
    await app.listen({ port: 0, host: '127.0.0.1' });
    base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launch();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
  }, 30_000);

  /** Shows what a visit, or a form that was posted, is answered with. */
  async function show(page: Page, { path, form, cookie }: SamplePage, language: 'vi' | 'en'): Promise<void> {
    const address = `${base}${path}?lang=${language}`;
    await page.setExtraHTTPHeaders(cookie === undefined ? {} : { cookie });
    if (!form) {
      await page.goto(address);
      return;
    }
    const answer = await page.request.post(address, { form: { ...form }, headers: { accept: 'text/html' } });
    const [body, headers] = [await answer.body(), answer.headers()];
    await page.route(address, (route) => route.fulfill({ body, headers }));
    await page.goto(address);
    await page.unroute(address);
  }

  /** What axe finds, and whether anything is wider than the phone. */
  async function flawsOf(page: Page, name: string, scheme: 'light' | 'dark'): Promise<readonly string[]> {
    // The dark scheme has other colours and nothing else.
    const axe = scheme === 'light' ? new AxeBuilder({ page }).withTags(RULES) : new AxeBuilder({ page }).withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    return wide ? [...found, `${name}: scrolls sideways at ${String(PHONE.width)} px`] : found;
  }

  async function inBrowser(scheme: 'light' | 'dark', work: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> {
    const context = await browser.newContext({ viewport: PHONE, colorScheme: scheme, bypassCSP: true });
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const)(
    'pages have no flaw by WCAG 2.2 A and AA and fit a phone, in %s and %s',
    async (language, scheme) => {
      const flaws = await inBrowser(scheme, async (page) => {
        const found: string[] = [];
        for (const sample of SAMPLE_PAGES) {
          await show(page, sample, language);
          found.push(...(await flawsOf(page, sample.name, scheme)));
        }
        return found;
      });
      expect(flaws).toEqual([]);
    },
    240_000,
  );

  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const)(
    'mails have no flaw by WCAG 2.2 A and AA and fit a phone, in %s and %s',
    async (language, scheme) => {
      const flaws = await inBrowser(scheme, async (page) => {
        const found: string[] = [];
        for (const { name, mail, link, now } of sampleMails().filter((sample) => sample.mail.language === language)) {
          await page.setContent((await renderMail(mail, link, now)).html);
          found.push(...(await flawsOf(page, name, scheme)));
        }
        return found;
      });
      expect(flaws).toEqual([]);
    },
    240_000,
  );
});
