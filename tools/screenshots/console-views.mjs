// Pictures of the console of a Laurel of its own, in which a season is under way.
import { startSeason } from './season.mjs';

const VIEWS = [
  { view: 'phone', width: 360, height: 740 },
  { view: 'desktop', width: 1280, height: 800 },
];
const PAGES = {
  'sign-in': '/sign-in',
  overview: '/',
  nominations: '/nominations',
  sessions: '/sessions',
  'session-new': '/sessions/new',
  registry: '/registry',
  'registry-look-alikes': '/registry?tab=look-alikes',
  complaints: '/complaints',
  unnumbered: '/complaints?tab=unnumbered',
  operations: '/operations',
  health: '/operations?tab=health',
  programmes: '/programmes',
  audit: '/audit',
  access: '/access',
  account: '/account',
};

/** What has an address of its own in each Laurel too: an open nomination, a session, a nominee, a programme. */
async function pagesOf({ request }, address) {
  const first = async (path, list, key) => (await (await request.get(`${address}${path}`)).json())[list][0]?.[key];
  const nomination = await first('/v1/console/nominations?open=true&level=district&limit=1', 'items', 'id');
  const session = await first('/v1/sessions', 'sessions', 'id');
  const nominee = await first('/v1/nominees?limit=1', 'items', 'id');
  const views = {
    nomination: nomination && `/nominations/${nomination}`,
    'nomination-tasks': nomination && `/nominations/${nomination}?tab=tasks`,
    'nomination-workflow': nomination && `/nominations/${nomination}?tab=workflow`,
    session: session && `/sessions/${session}`,
    nominee: nominee && `/registry/${nominee}`,
    programme: '/programmes/nam-tu-liem-ntvt',
    'programme-rules': '/programmes/nam-tu-liem-ntvt?tab=rules',
    'programme-simulator': '/programmes/nam-tu-liem-ntvt?tab=simulator',
  };
  return Object.entries({ ...PAGES, ...views }).filter(([, path]) => path !== undefined);
}

async function show(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  // A case's tabs stand below its route and dossier.
  if (/nominations.*tab=/.test(address)) await page.getByRole('tablist').evaluate((tabs) => tabs.scrollIntoView());
}

/** Whoever has the invitation, signed in. */
async function signIn(browser, { address, invitation }) {
  const context = await browser.newContext();
  const answer = await context.request.post(`${address}/v1/auth/invitation`, { data: { token: invitation } });
  if (!answer.ok()) throw new Error(`The administrator could not sign in: ${await answer.text()}`);
  const storageState = await context.storageState();
  await context.close();
  return storageState;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ isWanted: (name: string) => boolean, save: (name: string, png: Buffer) => void }} task
 */
export async function pictureConsole(browser, { isWanted, save }) {
  const season = await startSeason();
  try {
    const storageState = await signIn(browser, season);
    for (const { view, width, height } of VIEWS) {
      const context = await browser.newContext({ viewport: { width, height }, storageState, locale: 'vi-VN' });
      const page = await context.newPage();
      for (const [name, path] of await pagesOf(context, season.address)) {
        if (!isWanted(`console-${name}`)) continue;
        await show(page, `${season.address}${path}`);
        save(`console-${name}.${view}`, await page.screenshot());
      }
      await context.close();
    }
  } finally {
    await season.stop();
  }
}
