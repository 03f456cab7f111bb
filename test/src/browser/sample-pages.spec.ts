import { AxeBuilder } from '@axe-core/playwright';
import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld, type SamplePage } from '@laurel/api/pages-fixture';
import { renderMail, sampleMails } from '@laurel/mail';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { browserHere, launch } from './chromium.ts';

const PHONE = { width: 360, height: 740 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Run where axe already is: the dark scheme has other colours and nothing else. */
const DARK_CONTRAST = `axe
  .run({ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))))`;

const suite = browserHere.is === 'found' ? describe : describe.skip;
const why = browserHere.is === 'found' ? '' : ` (skipped: ${browserHere.reason})`;

suite(`every page behind a mailed link, and every mail${why}`, () => {
  let browser: Browser;
  /** One for all: a page costs more to open than to fill. */
  let page: Page;
  let app: Awaited<ReturnType<typeof createApi>>;
  let base = '';

  beforeAll(async () => {
    app = await createApi(samplePagesWorld());
    await app.listen({ port: 0, host: '127.0.0.1' });
    base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await launch();
    page = await (await browser.newContext({ viewport: PHONE, colorScheme: 'light', bypassCSP: true })).newPage();
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

  /** What axe finds by light and by dark, and whether anything is wider than the phone. */
  async function flawsOf(page: Page, name: string): Promise<readonly string[]> {
    // Nothing here has frames: the finishing page that axe opens otherwise takes longer than the look itself.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const flaws = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dim = await page.evaluate<string[]>(DARK_CONTRAST);
    await page.emulateMedia({ colorScheme: 'light' });
    return [...flaws, ...dim.map((target) => `${name}: color-contrast in the dark at ${target}`), ...(await misfitsOf(page, name, 'vi'))];
  }

  async function misfitsOf(page: Page, name: string, language: 'vi' | 'en'): Promise<readonly string[]> {
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    // A link that leads to nobody has no person whose language it could speak: it is answered in both.
    const spoken = name === 'unknown-link' ? language : await page.evaluate<string>('document.documentElement.lang');
    return [
      ...(wide ? [`${name}: scrolls sideways at ${String(PHONE.width)} px in ${language}`] : []),
      ...(spoken === language ? [] : [`${name}: says that it is in ${spoken}, not in ${language}`]),
    ];
  }

  it('pages have no flaw by WCAG 2.2 A and AA, light and dark, and fit a phone', async () => {
    const flaws: string[] = [];
    for (const sample of SAMPLE_PAGES) {
      await show(page, sample, 'vi');
      flaws.push(...(await flawsOf(page, sample.name)));
    }
    expect(flaws).toEqual([]);
  }, 240_000);

  it('pages fit a phone in English too', async () => {
    const flaws: string[] = [];
    for (const sample of SAMPLE_PAGES) {
      await show(page, sample, 'en');
      flaws.push(...(await misfitsOf(page, sample.name, 'en')));
    }
    expect(flaws).toEqual([]);
  }, 120_000);

  it('mails have no flaw by WCAG 2.2 A and AA, light and dark, and fit a phone', async () => {
    const flaws: string[] = [];
    // A page's content security policy would outlive it.
    await page.goto('about:blank');
    for (const { name, mail, link, now } of sampleMails()) {
      await page.setContent((await renderMail(mail, link, now)).html);
      flaws.push(...(mail.language === 'vi' ? await flawsOf(page, name) : await misfitsOf(page, name, 'en')));
    }
    expect(flaws).toEqual([]);
  }, 240_000);
});
