import { createApi, productionParts } from '@laurel/api';
import { readEnvironment } from '@laurel/config';
import { AccessRepository, KeyRepository, type Scope } from '@laurel/db';
import type { Role } from '@laurel/domain';
import { DescribedAnswers, prepareStack, type AnswersDescribed, type Stack } from '../stack/index.ts';
import { SECRET } from '../stack/stack.ts';

type Api = Awaited<ReturnType<typeof createApi>>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD';

export interface Ask {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Somebody at a browser: the cookie, and the token that changes carry. */
export interface Browser {
  readonly cookie: string;
  readonly csrf: string;
}

export const ORIGIN = 'http://localhost:3000';

/** The API in this process over a database of its own; workers run only where they are asked for. */
export class SecurityDesk {
  readonly stack: Stack;
  readonly api: Api;
  readonly access: AccessRepository;
  private readonly described: DescribedAnswers;

  private constructor(stack: Stack, api: Api, described: DescribedAnswers) {
    this.stack = stack;
    this.api = api;
    this.described = described;
    this.access = new AccessRepository(stack.database);
  }

  static async open(settings: Readonly<Record<string, string>> = {}, workers = 0): Promise<SecurityDesk> {
    const stack = await prepareStack({ workers });
    stack.startWorkers();
    const env = {
      ...stack.servers.environment(SECRET),
      PUBLIC_URL: ORIGIN,
      LOG_LEVEL: 'silent',
      NOT_CONFIRMED_AFTER_MS: '200',
      ...settings,
    };
    const api = await createApi(productionParts(readEnvironment(env)));
    const description = (await api.inject({ url: '/openapi.json' })).json<AnswersDescribed>();
    return new SecurityDesk(stack, api, new DescribedAnswers(description));
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.stack.close();
  }

  /** Throws where an answer is not what the API describes. */
  async ask(method: Method, url: string, { headers = {}, body }: Ask = {}): Promise<Told> {
    const answer = await this.api.inject({ method, url, headers: { ...headers }, ...(body && { payload: body }) });
    const told = { status: answer.statusCode, headers: answer.headers, text: answer.body, bytes: answer.rawPayload };
    const contentType = answer.headers['content-type'] ?? '';
    this.described.insist({ method, url, status: told.status, contentType, text: told.text });
    return told;
  }

  /** A request as the console's own page sends it. */
  askAs(browser: Browser, method: Method, url: string, ask: Ask = {}): Promise<Told> {
    const own = { cookie: browser.cookie, 'x-laurel-csrf': browser.csrf, origin: ORIGIN, host: 'localhost:3000' };
    return this.ask(method, url, { ...ask, headers: { ...own, ...ask.headers } });
  }

  async codeFor(email: string): Promise<string> {
    await this.ask('POST', '/v1/auth/code', { body: { email } });
    return this.lastCode(email);
  }

  async lastCode(email: string): Promise<string> {
    const text = `SELECT content -> 'occasion' ->> 'code' AS code FROM mail_ledger WHERE to_address = $1 AND kind = 'code' ORDER BY planned_at DESC, id LIMIT 1`;
    const { rows } = await this.stack.database.pool.query<{ code: string }>(text, [email]);
    return rows[0]?.code ?? '';
  }

  async signIn(email: string): Promise<Browser> {
    const told = await this.ask('POST', '/v1/auth/sign-in', { body: { email, code: await this.codeFor(email) } });
    if (told.status !== 200) throw new Error(`${email} could not sign in: ${told.text}`);
    return this.browserWith(cookieOf(told));
  }

  async browserWith(cookie: string): Promise<Browser> {
    const me = await this.ask('GET', '/v1/console/me', { headers: { cookie } });
    if (me.status !== 200) throw new Error(`not signed in: ${me.text}`);
    return { cookie, csrf: (JSON.parse(me.text) as { readonly csrf: string }).csrf };
  }

  /** Grants a role to an address of its own and signs it in. */
  async personWith(role: Role, programme: string | null, unit: string | null): Promise<Browser> {
    const email = `${role}.${unit ?? 'all'}.${programme ?? 'all'}@example.vn`;
    await this.access.grant({ email, personId: null, programme, unit, role, from: Date.now() - 1_000, to: null, by: 'spec', reason: null });
    return this.signIn(email);
  }

  async keyWith(scopes: readonly Scope[]): Promise<string> {
    return (await new KeyRepository(this.stack.database).create('spec', { scopes })).key;
  }
}

/** What the browser keeps of the answer's cookies. */
export function cookieOf({ headers }: Told): string {
  const set = headers['set-cookie'];
  return (Array.isArray(set) ? set : [String(set ?? '')]).map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}
