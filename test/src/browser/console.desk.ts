import { AccessRepository } from '@laurel/db';
import type { Role } from '@laurel/domain';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { freePort } from '../../../tools/stack.mjs';
import { DescribedAnswers, prepareStack, waitFor, type AnswersDescribed, type Stack, type StackWishes } from '../stack/index.ts';
import { launch, type Viewport } from './chromium.ts';

/** The answers that a page is right to show: nothing there, not allowed, not signed in. */
const REFUSED = /status of 40[134] /;

export interface Visit {
  readonly email: string;
  readonly language: 'vi' | 'en';
  readonly viewport: Viewport;
}

/** The real console on a real stack, and people at browsers of their own. */
export class ConsoleDesk {
  readonly stack: Stack;
  readonly base: string;
  private readonly browser: Browser;
  private readonly access: AccessRepository;
  private readonly described: DescribedAnswers;

  private constructor(stack: Stack, base: string, browser: Browser, description: AnswersDescribed) {
    this.stack = stack;
    this.base = base;
    this.browser = browser;
    this.access = new AccessRepository(stack.database);
    this.described = new DescribedAnswers(description);
  }

  /** Looks for what is stuck every second unless the wishes say otherwise. */
  static async open(wishes: StackWishes = {}): Promise<ConsoleDesk> {
    const port = await freePort();
    const base = `http://localhost:${String(port)}`;
    const own = { PORT: String(port), PUBLIC_URL: base, STUCK_EVERY_SECONDS: '1', TEMPORAL_UI_URL: 'http://localhost:8233' };
    const stack = await prepareStack({ ...wishes, settings: { ...own, ...wishes.settings } });
    stack.startWorkers();
    stack.api.start();
    await waitFor('the console', 60_000, async () => (await fetch(base).catch(() => null))?.ok === true);
    const description = (await (await fetch(`${base}/openapi.json`)).json()) as AnswersDescribed;
    return new ConsoleDesk(stack, base, await launch(), description);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stack.close();
  }

  /** An address with the role everywhere, or in one unit of a programme. */
  async personWith(role: Role, programme: string | null = null, unit: string | null = null): Promise<string> {
    const email = `${role}.giao-dien@example.vn`;
    await this.access.grant({ email, personId: null, programme, unit, role, from: Date.now() - 1_000, to: null, by: 'spec', reason: null });
    return email;
  }

  /** The code of the last mail that brought one to the address. */
  async codeOf(email: string): Promise<string> {
    const text = `SELECT content -> 'occasion' ->> 'code' AS code FROM mail_ledger WHERE to_address = $1 AND kind = 'code' ORDER BY planned_at DESC, id LIMIT 1`;
    return waitFor('the code', 40_000, async () => (await this.stack.view.rows<{ code: string }>(text, [email]))[0]?.code ?? null);
  }

  /** Does the work in a browser where the person has signed in; answers what the browser's console complained
   *  about, and what the page was answered that the API does not describe so. */
  async visit({ email, language, viewport }: Visit, work: (page: Page) => Promise<void>): Promise<readonly string[]> {
    const context = await this.browser.newContext({ viewport, baseURL: this.base });
    try {
      await context.addInitScript(`localStorage.setItem('laurel-language', '${language}')`);
      await this.signIn(context, email);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const misdescribed = this.misdescribedFor(page);
      await work(page);
      return [...complaints, ...(await misdescribed())];
    } finally {
      await context.close();
    }
  }

  /** A page of somebody who has signed in and stays until the desk closes. */
  async seat({ email, language, viewport }: Visit): Promise<Page> {
    const context = await this.browser.newContext({ viewport, baseURL: this.base });
    await context.addInitScript(`localStorage.setItem('laurel-language', '${language}')`);
    await this.signIn(context, email);
    return context.newPage();
  }

  /** Nobody has signed in yet. */
  async atTheDoor(viewport: Viewport, work: (page: Page) => Promise<void>): Promise<readonly string[]> {
    const context = await this.browser.newContext({ viewport, baseURL: this.base });
    try {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const misdescribed = this.misdescribedFor(page);
      await work(page);
      return [...complaints, ...(await misdescribed())];
    } finally {
      await context.close();
    }
  }

  /** Collects answers of the API that are not as it describes them. */
  private misdescribedFor(page: Page): () => Promise<readonly string[]> {
    const read: Promise<readonly string[]>[] = [];
    // What came while the page went elsewhere cannot be read any more.
    page.on('response', (response) => read.push(this.wrongWith(response).catch(() => [])));
    return async () => (await Promise.all(read)).flat();
  }

  private async wrongWith(response: Response): Promise<readonly string[]> {
    const contentType = response.headers()['content-type'] ?? '';
    if (!/^application\/(problem\+)?json/.test(contentType)) return [];
    const url = new URL(response.url()).pathname;
    return this.described.wrongWith({
      method: response.request().method(),
      url,
      status: response.status(),
      contentType,
      text: await response.text(),
    });
  }

  private async signIn({ request }: BrowserContext, email: string): Promise<void> {
    await request.post('/v1/auth/code', { data: { email } });
    const answer = await request.post('/v1/auth/sign-in', { data: { email, code: await this.codeOf(email) } });
    if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  }
}

/** Scripts that fail, and what the content security policy stops. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Waits until the page shows what was asked: its heading, and nothing that still loads. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
}
