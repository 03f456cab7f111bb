import type { Browser, Page } from 'playwright-core';
import { prepareStack, waitFor, type EventWishes, type Stack, type SunkMail, type TaskSeen } from '../stack/index.ts';
import { launch, PHONE, type Viewport } from './chromium.ts';

/** People with nothing but a mail and a browser that runs no scripts. */
export class MailDesk {
  readonly stack: Stack;
  private readonly browser: Browser;

  private constructor(stack: Stack, browser: Browser) {
    this.stack = stack;
    this.browser = browser;
  }

  /** `before`: what the database must hold before anything runs. */
  static async open(before: (stack: Stack) => Promise<unknown> = () => Promise.resolve()): Promise<MailDesk> {
    const stack = await prepareStack();
    await before(stack);
    stack.startWorkers();
    const [browser] = await Promise.all([launch(), stack.startApi()]);
    return new MailDesk(stack, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stack.close();
  }

  /** A page of somebody who was here never before. */
  async newPage(viewport: Viewport = PHONE): Promise<Page> {
    return (await this.browser.newContext({ viewport, javaScriptEnabled: false })).newPage();
  }

  /** The first task of a new nomination. */
  async asked(wishes: EventWishes = {}): Promise<TaskSeen> {
    const [id = ''] = await this.stack.submit(1, wishes);
    return this.stack.view.waitForTask(id, 'grassroots');
  }

  /** The mail of one kind about a task, whoever got it. */
  mailOf(task: TaskSeen, kind: string): Promise<SunkMail> {
    return this.mailWhere(
      `the ${kind} of ${task.id}`,
      ({ headers }) => headers['x-laurel-task'] === task.id && headers['x-laurel-kind'] === kind,
    );
  }

  /** The link of a task's mail of one kind, on the port where this stack answers. */
  async linkFrom(task: TaskSeen, kind: string): Promise<string> {
    const [, path = ''] = /https?:\/\/[^/\s]+(\/t\/[\w-]{43,})/.exec((await this.mailOf(task, kind)).text) ?? [];
    return `http://127.0.0.1:${String(this.stack.servers.apiPort)}${path}`;
  }

  /** The newest one-time code that was mailed to an address, after so many before it. */
  async codeFor(address: string, before: number): Promise<string> {
    const mails = await waitFor(`a code for ${address}`, 30_000, async () => {
      const codes = await this.codesFor(address);
      return codes.length > before && codes;
    });
    return /\b(\d{3} \d{3})\b/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  }

  async codesFor(address: string): Promise<readonly SunkMail[]> {
    return (await this.stack.sink.delivered()).filter(({ headers, to }) => headers['x-laurel-kind'] === 'code' && to.includes(address));
  }

  async stateOf({ id }: TaskSeen): Promise<string | undefined> {
    return (await this.stack.view.rows<{ state: string }>('SELECT state FROM task WHERE id = $1', [id]))[0]?.state;
  }

  /** Who is asked after somebody has stepped aside. */
  nextAfter(task: TaskSeen): Promise<TaskSeen> {
    return waitFor('the next person', 40_000, async () =>
      (await this.stack.view.openTasksOf(task.nominationId)).find(({ id }) => id !== task.id),
    );
  }

  private mailWhere(what: string, fits: (mail: SunkMail) => boolean): Promise<SunkMail> {
    return waitFor(what, 40_000, async () => (await this.stack.sink.delivered()).find(fits));
  }
}
