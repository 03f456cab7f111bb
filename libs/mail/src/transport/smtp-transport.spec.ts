import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import PostalMime from 'postal-mime';
import { renderMail } from '../render-mail.ts';
import { sampleMails } from '../samples.ts';
import { dkimHolds, dkimTags } from './dkim.fixture.ts';
import { MailSettingsInvalid, type MailSettings } from './mail-settings.ts';
import type { OutgoingMail } from './mail-transport.ts';
import { SmtpTransport } from './smtp-transport.ts';
import { refusal, rudeServer, smtpServer, type TestServer } from './smtp.fixture.ts';

const [sample] = sampleMails();
if (!sample) throw new Error('No samples');
const mail: OutgoingMail = { to: 'an@example.vn', attempts: 0, rendered: await renderMail(sample.mail, sample.link, sample.now) };
const settings: MailSettings = {
  url: '',
  from: 'Thi đua <thi-dua@example.vn>',
  ratePerSecond: 1_000,
  connections: 2,
  dkim: null,
};
/** For servers that never answer. Those that do are waited for as in production: a busy machine is no fault of theirs. */
const hurried: Partial<MailSettings> = { timeouts: { connectMs: 300, greetingMs: 300, silenceMs: 300, totalMs: 2_000 } };
/** For servers that answer until the final dot. */
const hurriedAtTheEnd: Partial<MailSettings> = { timeouts: { silenceMs: 1_000 } };

// A run on a machine that does other things as well.
jest.setTimeout(30_000);

const open: { close(): void }[] = [];
const servers: TestServer[] = [];

function transportTo(server: TestServer, more: Partial<MailSettings> = {}): SmtpTransport {
  const transport = new SmtpTransport({ ...settings, url: server.url, ...more });
  servers.push(server);
  open.push(transport);
  return transport;
}

const pems = new Map<string, string>();

/** A private key as the setting takes it; the same one each time. */
function pemOf(type: 'rsa' | 'ed25519'): string {
  const made = (): KeyObject =>
    (type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')).privateKey;
  const pem = pems.get(type) ?? made().export({ type: 'pkcs8', format: 'pem' }).toString();
  pems.set(type, pem);
  return pem;
}

afterEach(async () => {
  for (const transport of open.splice(0)) transport.close();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe('a server that takes mail', () => {
  test('is handed the mail whole, and its answer is kept', async () => {
    const server = await smtpServer();
    const verdict = await transportTo(server).send(mail);
    expect(verdict).toMatchObject({ is: 'accepted', response: expect.stringMatching(/^250/) });
    expect(await PostalMime.parse(server.taken[0] ?? '')).toMatchObject({
      subject: mail.rendered.subject,
      messageId: mail.rendered.headers['Message-ID'],
    });
  });

  test('gets many mails over few connections', async () => {
    const server = await smtpServer();
    const transport = transportTo(server);
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => transport.send(mail)));
    expect(verdicts.every(({ is }) => is === 'accepted')).toBe(true);
    expect(server.taken).toHaveLength(40);
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  test('gets no more than the rate allows', async () => {
    const server = await smtpServer();
    const transport = transportTo(server, { ratePerSecond: 5 });
    const begun = Date.now();
    await Promise.all(Array.from({ length: 8 }, () => transport.send(mail)));
    expect(Date.now() - begun).toBeGreaterThanOrEqual(900);
  });

  test('gets every mail with a DKIM signature that holds when a key is set, both headers of one-click unsubscribing covered', async () => {
    const server = await smtpServer();
    const transport = transportTo(server, { dkim: { domain: 'example.vn', selector: 'laurel', privateKey: pemOf('rsa') } });
    const names = ['reminder-late.vi', 'assignment-review.en'];
    for (const { name, mail: claimed, link, now } of sampleMails().filter((one) => names.includes(one.name)))
      await transport
        .send({ ...mail, rendered: await renderMail(claimed, link, now) })
        .then(({ is }) => expect([name, is]).toEqual([name, 'accepted']));
    expect(server.taken).toHaveLength(names.length);
    const key = createPublicKey(pemOf('rsa'));
    expect(server.taken.map((message) => dkimHolds(message, key))).toEqual([true, true]);
    expect(server.taken.map((message) => dkimHolds(message.replace('an@example.vn', 'ba@example.vn'), key))).toEqual([false, false]);
    const tags = dkimTags(server.taken.find((message) => message.includes('List-Unsubscribe-Post')) ?? '');
    expect([tags?.get('d'), tags?.get('s')]).toEqual(['example.vn', 'laurel']);
    expect(tags?.get('h')?.split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
  });
});

describe('a server that refuses', () => {
  test.each([421, 450, 451])('with %i for the recipient defers the mail, not the channel', async (code) => {
    const server = await smtpServer({ onRcptTo: (_address, _session, done) => done(refusal(code, 'later')) });
    const verdict = await transportTo(server).send({ ...mail, attempts: 2 });
    expect(verdict).toMatchObject({ is: 'deferred', channel: false, reason: expect.stringContaining(String(code)) });
    const wait = verdict.is === 'deferred' ? verdict.retryAt - Date.now() : 0;
    expect(wait).toBeGreaterThan(9_000);
    expect(wait).toBeLessThanOrEqual(20_000);
  });

  test('with 550 for the recipient ends the mail', async () => {
    const server = await smtpServer({ onRcptTo: (_address, _session, done) => done(refusal(550, 'nobody of that name')) });
    expect(await transportTo(server).send(mail)).toMatchObject({ is: 'failed', reason: expect.stringContaining('550') });
  });

  test('with 451 after the message defers it, for that is an answer', async () => {
    const server = await smtpServer({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => done(refusal(451, 'greylisted')));
      },
    });
    expect(await transportTo(server).send(mail)).toMatchObject({ is: 'deferred', channel: false });
  });

  test('the login stops the channel', async () => {
    const server = await smtpServer({ onAuth: (_auth, _session, done) => done(refusal(535, 'wrong password')), allowInsecureAuth: true });
    const transport = transportTo(server, { url: server.url.replace('://', '://user:wrong@') });
    expect(await transport.send(mail)).toMatchObject({ is: 'deferred', channel: true, reason: expect.stringContaining('535') });
  });

  test('at the door with 421 stops the channel', async () => {
    expect(await transportTo(await rudeServer({ greeting: '421 too busy\r\n' })).send(mail)).toMatchObject({
      is: 'deferred',
      channel: true,
    });
  });
});

describe('a server that is not well', () => {
  test('or not there stops the channel', async () => {
    const server = await smtpServer();
    const transport = transportTo(server);
    await server.stop();
    expect(await transport.send(mail)).toMatchObject({ is: 'deferred', channel: true, reason: expect.stringContaining('ECONNREFUSED') });
  });

  test.each([
    ['never greets', { greeting: null }],
    ['falls silent after EHLO', { silentAfter: 'EHLO' }],
    ['hangs up after EHLO', { dropAfter: 'EHLO' }],
    ['falls silent after RCPT', { silentAfter: 'RCPT' }],
    ['hangs up on DATA', { dropAfter: 'DATA' }],
  ] as const)('and %s has not got the mail, within bounded time', async (_how, manner) => {
    const begun = Date.now();
    expect(await transportTo(await rudeServer(manner), hurried).send(mail)).toMatchObject({ is: 'deferred', channel: true });
    expect(Date.now() - begun).toBeLessThan(2_500);
  });

  test.each([
    ['falls silent in DATA', { silentAfter: '.' }],
    ['hangs up after the final dot', { dropAfter: '.' }],
  ] as const)('and %s may have the mail', async (_how, manner) => {
    const server = await rudeServer(manner);
    const verdict = await transportTo(server, hurriedAtTheEnd).send(mail);
    expect(verdict.is).toBe('unknown');
    expect(server.taken).toHaveLength(1);
    expect(server.connections).toBe(1);
  });
});

describe('what can never be sent', () => {
  test.each(['', 'an', 'an@example.vn\r\nRCPT TO:<x@example.vn>', 'an@example.vn, ba@example.vn', '<an@example.vn>'])(
    'an address like %j fails at once',
    async (to) => {
      const transport = new SmtpTransport({ ...settings, url: 'smtp://127.0.0.1:1' });
      open.push(transport);
      expect((await transport.send({ ...mail, to })).is).toBe('failed');
    },
  );

  test.each([
    ['SMTP_URL', { url: 'http://localhost' }],
    ['SMTP_URL', { url: 'localhost:25' }],
    ['MAIL_FROM', { url: 'smtp://localhost', from: 'Laurel' }],
    ['DKIM_PRIVATE_KEY', { url: 'smtp://localhost', dkim: { domain: 'example.vn', selector: 'laurel', privateKey: 'x' } }],
    ['DKIM_PRIVATE_KEY', { url: 'smtp://localhost', dkim: { domain: 'example.vn', selector: 'laurel', privateKey: pemOf('ed25519') } }],
  ])('settings with a wrong %s are refused at start, by name', (name, wrong) => {
    const make = (): SmtpTransport => new SmtpTransport({ ...settings, ...wrong });
    expect(make).toThrow(MailSettingsInvalid);
    expect(make).toThrow(name);
  });
});
