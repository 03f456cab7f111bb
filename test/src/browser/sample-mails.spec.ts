import { renderMail, sampleMails } from '@laurel/mail';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { flawsByLightAndDark } from './axe.ts';
import { browserSuite, launch, PHONE } from './chromium.ts';

browserSuite('every mail', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    page = await (await browser.newContext({ viewport: PHONE, colorScheme: 'light' })).newPage();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
  }, 30_000);

  it.each(['vi', 'en'] as const)(
    'has no flaw by WCAG 2.2 A and AA, light and dark, and fits a phone, in %s',
    async (language) => {
      const flaws: string[] = [];
      for (const { name, mail, link, now } of sampleMails()) {
        if (mail.language !== language) continue;
        await page.setContent((await renderMail(mail, link, now)).html);
        flaws.push(...(await flawsByLightAndDark(page, name)));
        const spoken = await page.evaluate<string>('document.documentElement.lang');
        if (spoken !== language) flaws.push(`${name}: says that it is in ${spoken}`);
      }
      expect(flaws).toEqual([]);
    },
    240_000,
  );
});
