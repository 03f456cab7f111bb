import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, type Viewport } from './chromium.ts';
import { ConsoleDesk, settled } from './console.desk.ts';
import type { RolePath } from './role-paths.ts';
import { ROLE_WORDS, type Words } from './role-words.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const WARD = 'phuong-01';

const SEEN_AS = [
  ['vi', DESKTOP],
  ['vi', PHONE],
  ['en', DESKTOP],
  ['en', PHONE],
] as const;

/** Each role's main path in both languages, at a desk and on a phone: what it is shown, does, and is never shown. */
export function rolesAtTheConsole(paths: readonly RolePath[]): void {
  let desk: ConsoleDesk;
  /** One nomination for each: what somebody does to it, nobody else finds. */
  let own: readonly string[];
  let elsewhere = '';
  const emails = new Map<string, string>();

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    own = await desk.stack.submit(paths.length * SEEN_AS.length, { unit: WARD });
    [elsewhere = ''] = await desk.stack.submit(1, { unit: 'phuong-02' });
    for (const { role, ofWard } of paths) emails.set(role, await (ofWard ? desk.personWith(role, PROGRAMME, WARD) : desk.personWith(role)));
    for (const id of own) await desk.stack.view.waitForTask(id);
    // What is being sent is not sent again.
    await desk.stack.view.waitForMails();
  }, 180_000);

  afterAll(async () => {
    await desk.close();
  }, 60_000);

  const rows = paths.flatMap((path) => SEEN_AS.map(([language, viewport]) => ({ ...path, language, viewport, width: viewport.width })));

  it.each(rows.map((row, index) => ({ ...row, index })))(
    'shows a person with the role $role their places, their buttons and no others, and lets them do their work, in $language, $width px',
    async ({ index, language, viewport, ...path }) => {
      const words = ROLE_WORDS[language];
      const id = own[index] ?? '';
      const complaints = await desk.visit({ email: emails.get(path.role) ?? '', language, viewport }, async (page) => {
        await page.goto('/');
        await settled(page);
        await seesPlaces(page, words, viewport, path);
        await seesCases(page, words, { id, elsewhere }, path);
        await path.errand(page, words, id);
      });
      expect(complaints).toEqual([]);
    },
    90_000,
  );
}

async function seesPlaces(page: Page, words: Words, viewport: Viewport, { places, noPlaces }: RolePath): Promise<void> {
  if (viewport === PHONE) await page.getByRole('button', { name: words.menu }).click();
  const menu = viewport === PHONE ? page.getByRole('dialog').getByRole('navigation') : page.getByRole('navigation', { name: words.menu });
  await menu.getByRole('link').first().waitFor();
  const shown = await menu.getByRole('link').allTextContents();
  expect(shown).toEqual(expect.arrayContaining(places.map((place) => words[place])));
  for (const place of noPlaces) expect(shown).not.toContain(words[place]);
}

/** Cases of their own units with the buttons of the role; those of others are not even there. */
async function seesCases(
  page: Page,
  words: Words,
  cases: { readonly id: string; readonly elsewhere: string },
  path: RolePath,
): Promise<void> {
  if (path.ofWard) {
    await page.goto(`/nominations/${cases.elsewhere}`);
    expect(await page.getByRole('alert').textContent()).toContain(words.notFound);
  }
  await page.goto(`/nominations/${cases.id}`);
  await settled(page);
  if (!path.places.includes('nominations')) {
    expect(await page.getByRole('alert').textContent()).toContain(words.noPermission);
    return;
  }
  const shown = await page.locator('.page-tools').getByRole('button').allTextContents();
  expect(shown).toEqual(expect.arrayContaining(path.buttons.map((button) => words[button])));
  for (const button of path.noButtons) expect(shown).not.toContain(words[button]);
}
