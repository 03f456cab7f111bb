import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Child } from '../stack/child.ts';
import { waitFor } from '../stack/index.ts';
import { SECRET } from '../stack/stack.ts';
import { cookieOf, ORIGIN, SecurityDesk } from './desk.ts';

const HEAD = 'truong.phuong-01@example.vn';
const OFFICER = 'can-bo.phuong-02@example.vn';

describe('sign-in', () => {
  let desk: SecurityDesk;

  beforeAll(async () => {
    desk = await SecurityDesk.open();
  }, 60_000);

  afterAll(async () => {
    await desk.close();
  });

  it('mails one code to an address that is known, and answers the same for one that is not', async () => {
    const known = await desk.ask('POST', '/v1/auth/code', { body: { email: HEAD.toUpperCase() } });
    const unknown = await desk.ask('POST', '/v1/auth/code', { body: { email: 'ke-la@example.vn' } });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(known.text).toBe(unknown.text);
    expect(await desk.stack.view.count(`mail_ledger WHERE kind = 'code' AND to_address = $1`, [HEAD])).toBe(1);
    expect(await desk.stack.view.count(`mail_ledger WHERE kind = 'code' AND to_address = $1`, ['ke-la@example.vn'])).toBe(0);
  });

  it('signs in with the code once, in a cookie that no script reads', async () => {
    const code = await desk.codeFor(HEAD);
    const told = await desk.ask('POST', '/v1/auth/sign-in', { body: { email: HEAD, code } });
    expect(told.status).toBe(200);
    const [cookie] = [told.headers['set-cookie']].flat();
    expect(cookie).toMatch(/^laurel\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await desk.ask('POST', '/v1/auth/sign-in', { body: { email: HEAD, code } });
    expect(again.status).toBe(401);
  });

  it('lets no code be guessed: five attempts, then not even the right one', async () => {
    const code = await desk.codeFor(OFFICER);
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let tried = 0; tried < 5; tried++)
      expect((await desk.ask('POST', '/v1/auth/sign-in', { body: { email: OFFICER, code: wrong } })).status).toBe(401);
    expect((await desk.ask('POST', '/v1/auth/sign-in', { body: { email: OFFICER, code } })).status).toBe(401);
  });

  it('slows down whoever goes on trying', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried < 12; tried++)
      statuses.push((await desk.ask('POST', '/v1/auth/sign-in', { body: { email: 'doan.mo@example.vn', code: '12345678' } })).status);
    expect(statuses.slice(0, 10)).toEqual(Array<number>(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('makes no account for an address that nobody here knows', async () => {
    expect(await desk.stack.view.count('auth_user WHERE email = $1', ['ke-la@example.vn'])).toBe(0);
  });

  it('begins a session of its own at each entry and ends the one before: none can be foisted on anybody', async () => {
    const planted = await desk.signIn(HEAD);
    const code = await desk.codeFor(HEAD);
    const told = await desk.ask('POST', '/v1/auth/sign-in', { body: { email: HEAD, code }, headers: { cookie: planted.cookie } });
    expect(told.status).toBe(200);
    expect(cookieOf(told)).not.toBe(planted.cookie);
    expect((await desk.ask('GET', '/v1/console/me', { headers: { cookie: planted.cookie } })).status).toBe(401);
    const invented = await desk.ask('GET', '/v1/console/me', { headers: { cookie: 'laurel.session_token=tu-dat-ra.khong-co-chu-ky' } });
    expect(invented.status).toBe(401);
  });

  it('lists sessions, and ends one of them at once', async () => {
    const [first, second] = [await desk.signIn(HEAD), await desk.signIn(HEAD)];
    const { sessions } = JSON.parse((await desk.askAs(second, 'GET', '/v1/auth/sessions')).text) as {
      readonly sessions: readonly { readonly id: string; readonly current: boolean }[];
    };
    const other = sessions.filter(({ current }) => !current).map(({ id }) => id);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    for (const id of other) expect((await desk.askAs(second, 'DELETE', `/v1/auth/sessions/${id}`)).status).toBe(204);
    expect((await desk.askAs(first, 'GET', '/v1/console/me')).status).toBe(401);
    expect((await desk.askAs(second, 'GET', '/v1/console/me')).status).toBe(200);
  });

  it('does not end the session of somebody else', async () => {
    const [mine, foreign] = [await desk.signIn(HEAD), await desk.signIn('truong.phuong-03@example.vn')];
    const { sessions } = JSON.parse((await desk.askAs(foreign, 'GET', '/v1/auth/sessions')).text) as {
      readonly sessions: readonly { readonly id: string }[];
    };
    expect((await desk.askAs(mine, 'DELETE', `/v1/auth/sessions/${sessions[0]?.id ?? ''}`)).status).toBe(404);
    expect((await desk.askAs(foreign, 'GET', '/v1/console/me')).status).toBe(200);
  });

  it('signs out', async () => {
    const browser = await desk.signIn('truong.phuong-04@example.vn');
    expect((await desk.askAs(browser, 'POST', '/v1/auth/sign-out')).status).toBe(204);
    expect((await desk.askAs(browser, 'GET', '/v1/console/me')).status).toBe(401);
  });

  it('prints the link of the first administrator once, at the first start', async () => {
    const admin = new Child('apps/api/dist/cli/admin.js', { ...desk.stack.servers.environment(SECRET), PUBLIC_URL: ORIGIN });
    admin.start({}, ['first', '--json']);
    expect(await admin.ended()).toBe(0);
    const { link } = JSON.parse(admin.output) as { readonly link: string };
    expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in#invitation=[\w-]{43}$/);
    const token = link.split('=')[1] ?? '';
    expect((await desk.ask('POST', '/v1/auth/invitation', { body: { token } })).status).toBe(200);
    const again = new Child('apps/api/dist/cli/admin.js', { ...desk.stack.servers.environment(SECRET), PUBLIC_URL: ORIGIN });
    again.start({}, ['first', '--json']);
    expect(await again.ended()).toBe(0);
    expect(JSON.parse(again.output)).toEqual({ link: null });
  }, 60_000);

  it('lets an invitation in once', async () => {
    await desk.access.grant({
      email: 'moi@example.vn',
      personId: null,
      programme: null,
      unit: null,
      role: 'operator',
      from: 0,
      to: null,
      by: 'spec',
      reason: null,
    });
    await desk.access.invite('moi@example.vn', 'mot-duong-dan-chi-dung-mot-lan', Date.now() + 60_000);
    const body = { token: 'mot-duong-dan-chi-dung-mot-lan' };
    const told = await desk.ask('POST', '/v1/auth/invitation', { body });
    expect(told.status).toBe(200);
    const me = await desk.ask('GET', '/v1/console/me', { headers: { cookie: cookieOf(told) } });
    expect(JSON.parse(me.text)).toMatchObject({ email: 'moi@example.vn', roles: [{ role: 'operator' }] });
    expect((await desk.ask('POST', '/v1/auth/invitation', { body })).status).toBe(401);
    await desk.access.invite('moi@example.vn', 'mot-duong-dan-da-qua-han-roi', Date.now() - 1);
    expect((await desk.ask('POST', '/v1/auth/invitation', { body: { token: 'mot-duong-dan-da-qua-han-roi' } })).status).toBe(401);
  });

  it('keeps whoever lost every role out from then on', async () => {
    const email = 'thoi-viec@example.vn';
    const id = await desk.access.grant({
      email,
      personId: null,
      programme: null,
      unit: null,
      role: 'auditor',
      from: 0,
      to: null,
      by: 'spec',
      reason: null,
    });
    const browser = await desk.signIn(email);
    expect(await desk.access.end(id, 'spec', 'Thôi việc')).toBe(true);
    await waitFor('the session to count no more', 40_000, async () => (await desk.askAs(browser, 'GET', '/v1/console/me')).status === 401);
  });

  it.each([
    ['//ke-xau.example', '/'],
    ['/\\ke-xau.example', '/'],
    ['https://ke-xau.example/x', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/ke-xau.example', '/'],
    ['/%2f%2fke-xau.example', '/%2f%2fke-xau.example'],
    ['/nominations?late=true#x', '/nominations?late=true#x'],
  ])('goes on to %s only where that is a page of this site', async (returnTo, expected) => {
    const email = 'truong.phuong-05@example.vn';
    const code = await desk.codeFor(email);
    const told = await desk.ask('POST', '/v1/auth/sign-in', { body: { email, code, returnTo }, headers: { 'x-forwarded-for': returnTo } });
    expect(JSON.parse(told.text)).toMatchObject({ returnTo: expected });
  });

  it.each([
    ['another origin', { origin: 'https://ke-xau.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a sign-in from %s', async (_, headers) => {
    const told = await desk.ask('POST', '/v1/auth/sign-in', { body: { email: HEAD, code: '12345678' }, headers });
    expect(told.status).toBe(403);
    expect(JSON.parse(told.text)).toMatchObject({ code: 'FORGED_REQUEST' });
  });

  it('takes a change only with the token of its own session, from its own site', async () => {
    const [mine, other] = [await desk.signIn('truong.phuong-06@example.vn'), await desk.signIn('truong.phuong-07@example.vn')];
    const leave = (headers: Readonly<Record<string, string>>): Promise<number> =>
      desk.ask('POST', '/v1/auth/sign-out', { headers: { cookie: mine.cookie, ...headers } }).then(({ status }) => status);
    expect(await leave({})).toBe(403);
    expect(await leave({ 'x-laurel-csrf': other.csrf, origin: ORIGIN })).toBe(403);
    expect(await leave({ 'x-laurel-csrf': mine.csrf, origin: 'https://ke-xau.example' })).toBe(403);
    expect(await leave({ 'x-laurel-csrf': mine.csrf, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await leave({ 'x-laurel-csrf': mine.csrf, origin: ORIGIN })).toBe(204);
  });
});
