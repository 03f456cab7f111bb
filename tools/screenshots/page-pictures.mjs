// Pictures of every page that needs no sign-in and of every mail, from sample data: no server needed.
import { createApi } from '@laurel/api';
import { SAMPLE_PAGES, samplePagesWorld } from '@laurel/api/pages-fixture';
import { renderMail, sampleMails } from '@laurel/mail';

const VIEWS = [
  { view: 'phone', width: 360, colorScheme: 'light' },
  { view: 'phone-dark', width: 360, colorScheme: 'dark' },
  { view: 'desktop', width: 1200, colorScheme: 'light' },
];
/** One of each kind is enough to see the dark scheme. */
const DARK = /^(task-review|task-recorded|objection-ask|seat-ballot|mail-assignment-review|mail-reminder-late|mail-result-conferred)$/;

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

async function shoot(browser, { view, width, colorScheme }, pictures, save) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  for (const { name, show } of pictures) {
    if (colorScheme === 'dark' && !DARK.test(name)) continue;
    await show(page);
    save(`${name}.${view}`, await page.screenshot({ fullPage: true }));
  }
  await context.close();
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ isWanted: (name: string) => boolean, save: (name: string, png: Buffer) => void }} task
 */
export async function picturePages(browser, { isWanted, save }) {
  const api = await createApi(samplePagesWorld());
  await api.listen({ port: 0, host: '127.0.0.1' });
  try {
    const address = (await api.getUrl()).replace('[::1]', '127.0.0.1');
    const pages = SAMPLE_PAGES.map((sample) => pagePicture(address, sample));
    const pictures = [...pages, ...(await mailPictures())].filter(({ name }) => isWanted(name));
    for (const view of VIEWS) await shoot(browser, view, pictures, save);
  } finally {
    await api.close();
  }
}
