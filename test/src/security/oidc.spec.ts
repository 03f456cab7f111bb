import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf, ORIGIN, SecurityDesk, type Told } from './desk.ts';
import { IdentityProvider } from './identity-provider.ts';

const HEAD = 'truong.phuong-01@example.vn';

describe('sign-in by the identity provider', () => {
  let provider: IdentityProvider;
  let desk: SecurityDesk;

  beforeAll(async () => {
    provider = await IdentityProvider.start();
    desk = await SecurityDesk.open({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'laurel', OIDC_CLIENT_SECRET: 'bi-mat-cua-laurel' });
  }, 60_000);

  afterAll(async () => {
    await desk.close();
    await provider.stop();
  });

  /** From the button to the return; `cookie` replaces the browser's own. */
  const throughProvider = async (returnTo: string, cookie?: string): Promise<Told> => {
    const start = await desk.ask('GET', `/v1/auth/oidc?returnTo=${encodeURIComponent(returnTo)}`);
    expect(start.status).toBe(302);
    const { query, redirectUri } = provider.agree(String(start.headers['location']));
    expect(redirectUri).toBe(`${ORIGIN}/v1/auth/oidc/callback`);
    return desk.ask('GET', `/v1/auth/oidc/callback?${query}`, { headers: { cookie: cookie ?? cookieOf(start), host: 'localhost:3000' } });
  };

  it('is offered where it is set', async () => {
    expect(JSON.parse((await desk.ask('GET', '/v1/auth/ways')).text)).toEqual({ mail: true, oidc: true });
  });

  it('lets in whoever is known here by an address that the provider has verified', async () => {
    provider.claims = { sub: 's-head', email: HEAD, email_verified: true, name: 'Tên ở nơi khác' };
    const back = await throughProvider('/nominations?late=true');
    expect([back.status, back.headers['location']]).toEqual([302, '/nominations?late=true']);
    const { cookie } = await desk.browserWith(cookieOf(back));
    const me = JSON.parse((await desk.ask('GET', '/v1/console/me', { headers: { cookie } })).text) as { readonly name: string };
    expect(me.name).toBe('Trần Quang Nghĩa');
  });

  it('lets nobody in who is not known here, however well the provider knows them', async () => {
    provider.claims = { sub: 's-stranger', email: 'nguoi-la@example.vn', email_verified: true, name: 'Người lạ' };
    const back = await throughProvider('/');
    expect(String(back.headers['location'])).toMatch(/^\/sign-in\?/);
    expect(await desk.stack.view.count('auth_user WHERE email = $1', ['nguoi-la@example.vn'])).toBe(0);
  });

  it('gives an account to nobody whose address the provider has not verified', async () => {
    await desk.signIn('truong.phuong-02@example.vn');
    provider.claims = { sub: 's-claims', email: 'truong.phuong-02@example.vn', email_verified: false, name: 'Kẻ mạo danh' };
    const back = await throughProvider('/');
    expect(String(back.headers['location'])).toMatch(/^\/sign-in\?/);
    expect((await desk.ask('GET', '/v1/console/me', { headers: { cookie: cookieOf(back) } })).status).toBe(401);
  });

  it('takes no answer that another browser began', async () => {
    provider.claims = { sub: 's-head', email: HEAD, email_verified: true, name: 'Trần Quang Nghĩa' };
    const back = await throughProvider('/', 'laurel.state=cua-nguoi-khac');
    expect((await desk.ask('GET', '/v1/console/me', { headers: { cookie: cookieOf(back) } })).status).toBe(401);
  });

  it.each(['https://ke-xau.example', '//ke-xau.example', '/\\ke-xau.example'])(
    'comes back to this site and never to %s',
    async (returnTo) => {
      provider.claims = { sub: 's-head', email: HEAD, email_verified: true, name: 'Trần Quang Nghĩa' };
      const back = await throughProvider(returnTo);
      expect(back.headers['location']).toBe('/');
    },
  );
});
