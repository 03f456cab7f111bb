import { addressOf, newId, planMails, type AccessRepository, type Database, type MailPlanSettings } from '@laurel/db';
import { BASE_PATH, CODE_MINUTES, makeAuth, OIDC, secretFor, type Auth, type AuthSettings } from './better-auth.ts';
import { returnPath } from './return-path.ts';
import { csrfToken } from './same-origin.ts';
import type { BrowserFacts, Entry, SessionView, SignInDesk } from './sign-in.desk.ts';
import type { SignedIn } from './visitor.ts';

export interface SignInParts {
  readonly database: Database;
  readonly access: AccessRepository;
  readonly settings: AuthSettings & MailPlanSettings;
  /** Wakes the mail relay. */
  readonly mailPlanned: () => void;
}

const ZONE = 'Asia/Ho_Chi_Minh';

function headersOf({ cookie, agent, address }: Partial<BrowserFacts>): Headers {
  const headers = new Headers();
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (agent !== undefined) headers.set('user-agent', agent);
  if (address !== undefined) headers.set('x-forwarded-for', address);
  return headers;
}

/** Sign-in over the library of docs/adr; a new session at each entry, the one before it ended. */
export class SignInService implements SignInDesk {
  readonly hasOidc: boolean;
  private readonly parts: SignInParts;
  private readonly auth: Auth;

  constructor(parts: SignInParts) {
    this.parts = parts;
    this.hasOidc = parts.settings.oidc !== null;
    this.auth = makeAuth(parts.database, parts.settings, async (email) => (await parts.access.accountFor(email))?.name ?? null);
  }

  async visitorOf(cookie: string | undefined): Promise<SignedIn | null> {
    if (cookie === undefined || !cookie.includes('laurel.session_token=')) return null;
    const found = await this.sessionOf(cookie);
    if (!found) return null;
    const identity = await this.parts.access.identityOf(found.user.email);
    if (identity.people.length === 0 && identity.roles.length === 0) return null;
    const name = identity.people[0]?.fullName ?? found.user.name;
    return { userId: found.user.id, sessionId: found.session.id, name, expiresAt: found.session.expiresAt.getTime(), identity };
  }

  /** The library hides why it fails: where the database is away, asking it throws what says so. */
  private async sessionOf(cookie: string): ReturnType<Auth['api']['getSession']> {
    try {
      return await this.auth.api.getSession({ headers: headersOf({ cookie }) });
    } catch (error) {
      await this.parts.database.pool.query('SELECT 1');
      throw error;
    }
  }

  async sendCode(given: string): Promise<void> {
    const email = addressOf(given);
    const account = await this.parts.access.accountFor(email);
    if (!account) return;
    const code = await this.auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
    const { people } = await this.parts.access.identityOf(email);
    const link = `${this.parts.settings.publicUrl}/sign-in#${new URLSearchParams({ email, code }).toString()}`;
    const mail = {
      subjectKey: `sign-in:${newId()}`,
      programme: people[0]?.programme ?? '',
      personId: people[0]?.id ?? 'account',
      kind: 'code',
      occurrence: 1,
      toAddress: email,
      language: account.language,
      content: {
        about: 'account',
        occasion: { is: 'sign-in-code', code, link, minutes: CODE_MINUTES },
        recipient: account.name,
        zone: ZONE,
      },
    } as const;
    await planMails(this.parts.database.pool, [mail], this.parts.settings);
    this.parts.mailPlanned();
  }

  async enterWithCode(email: string, code: string, browser: BrowserFacts): Promise<Entry | null> {
    const { cookie, ...facts } = browser;
    const answer = await this.auth.api.signInEmailOTP({
      body: { email: addressOf(email), otp: code },
      headers: headersOf(facts),
      asResponse: true,
    });
    if (!answer.ok) return null;
    await this.endSession(cookie);
    return { cookies: answer.headers.getSetCookie() };
  }

  async enterWithInvitation(token: string, browser: BrowserFacts): Promise<Entry | null> {
    const email = await this.parts.access.takeInvitation(token);
    if (email === null) return null;
    const code = await this.auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
    return this.enterWithCode(email, code, browser);
  }

  async oidcAddress(returnTo: string): Promise<(Entry & { readonly location: string }) | null> {
    const { publicUrl } = this.parts.settings;
    const body = {
      provider: OIDC,
      callbackURL: `${publicUrl}${returnPath(returnTo)}`,
      errorCallbackURL: `${publicUrl}/sign-in`,
      disableRedirect: true,
    };
    const answer = await this.auth.api.signInSocial({ body, headers: new Headers(), asResponse: true });
    if (!answer.ok) return null;
    const { url } = (await answer.json()) as { readonly url?: string };
    return url === undefined ? null : { cookies: answer.headers.getSetCookie(), location: url };
  }

  async enterWithOidc(query: string, browser: BrowserFacts): Promise<Entry & { readonly location: string }> {
    const { publicUrl } = this.parts.settings;
    const request = new Request(`${publicUrl}${BASE_PATH}/callback/${OIDC}?${query}`, { headers: headersOf(browser) });
    const answer = await this.auth.handler(request);
    const location = answer.headers.get('location') ?? '/sign-in?error=oidc';
    const url = new URL(location, publicUrl);
    const home = url.origin === new URL(publicUrl).origin ? `${url.pathname}${url.search}` : '/sign-in?error=oidc';
    return { cookies: answer.headers.getSetCookie(), location: returnPath(home) };
  }

  async leave(cookie: string | undefined): Promise<Entry> {
    const answer = await this.auth.api.signOut({ headers: headersOf({ cookie }), asResponse: true });
    return { cookies: answer.headers.getSetCookie() };
  }

  async sessions({ userId, sessionId }: SignedIn): Promise<readonly SessionView[]> {
    const rows = await this.parts.database.prisma.authSession.findMany({
      where: { userId, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
      id,
      current: id === sessionId,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      address: ipAddress,
      agent: userAgent,
    }));
  }

  async revoke({ userId }: SignedIn, sessionId: string): Promise<boolean> {
    const { count } = await this.parts.database.prisma.authSession.deleteMany({ where: { id: sessionId, userId } });
    return count === 1;
  }

  csrfOf({ sessionId }: SignedIn): string {
    return csrfToken(secretFor('csrf', this.parts.settings.secret), sessionId);
  }

  private async endSession(cookie: string | undefined): Promise<void> {
    const before = cookie === undefined ? null : await this.sessionOf(cookie);
    if (before) await this.parts.database.prisma.authSession.deleteMany({ where: { id: before.session.id } });
  }
}
