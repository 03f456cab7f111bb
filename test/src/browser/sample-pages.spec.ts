import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld, type SamplePage } from '@laurel/api/pages-fixture';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { flawsByLightAndDark } from './axe.ts';
import { browserSuite, launch, PHONE } from './chromium.ts';

/** A link that leads to nobody has no person whose language it could speak; minutes are a Vietnamese paper. */
const OWN_LANGUAGE = ['unknown-link', 'seat-minutes'];

browserSuite('every page that needs no sign-in', () => {
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
  async function show({ path, form, cookie }: SamplePage, language: 'vi' | 'en'): Promise<void> {
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

  async function languageFlaw(name: string, language: 'vi' | 'en'): Promise<readonly string[]> {
    const spoken = await page.evaluate<string>('document.documentElement.lang');
    return spoken === language || OWN_LANGUAGE.includes(name) ? [] : [`${name}: says that it is in ${spoken}`];
  }

  it.each(['vi', 'en'] as const)(
    'has no flaw by WCAG 2.2 A and AA, light and dark, and fits a phone, in %s',
    async (language) => {
      const flaws: string[] = [];
      for (const sample of SAMPLE_PAGES) {
        await show(sample, language);
        flaws.push(...(await flawsByLightAndDark(page, sample.name)), ...(await languageFlaw(sample.name, language)));
      }
      expect(flaws).toEqual([]);
    },
    240_000,
  );
});
