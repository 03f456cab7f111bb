import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Run where axe already is: the dark scheme has other colours and nothing else. */
const DARK_CONTRAST = `axe
  .run({ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))))`;

const found = async (name: string, axe: AxeBuilder): Promise<readonly string[]> =>
  (
    await axe
      .options({ resultTypes: ['violations'] })
      .withTags(RULES)
      .analyze()
  ).violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);

async function misfitsOf(page: Page, name: string): Promise<readonly string[]> {
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return wide ? [`${name}: scrolls sideways`] : [];
}

/** What axe finds by WCAG 2.2 A and AA, and whether anything is wider than the window. */
export async function flawsOf(page: Page, name: string): Promise<readonly string[]> {
  // No page has frames, and the finishing page that axe opens for them takes longer than the look itself.
  return [...(await found(name, new AxeBuilder({ page }).setLegacyMode())), ...(await misfitsOf(page, name))];
}

/** The same by light and by dark, of a page that follows the colour scheme. */
export async function flawsByLightAndDark(page: Page, name: string): Promise<readonly string[]> {
  const flaws = await flawsOf(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dim = await page.evaluate<string[]>(DARK_CONTRAST);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...flaws, ...dim.map((target) => `${name}: color-contrast in the dark at ${target}`)];
}
