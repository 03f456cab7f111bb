#!/usr/bin/env node
// The local mailbox: takes every mail over SMTP, delivers none, shows them on a web page and as JSON.
//   MAILBOX_SMTP_PORT (1025), MAILBOX_PORT (1080), MAILBOX_FILE (.data/mailbox/mails.jsonl)
//   GET /email?after=<id>  DELETE /email
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import PostalMime, { decodeWords } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { MailStore } from './lib/mail-store.mjs';
import { listPage, mailPage, notFoundPage } from './lib/mailbox-page.mjs';
import { inRoot } from './lib/paths.mjs';

const HOST = '127.0.0.1';
const MAX_BYTES = 25 * 1024 * 1024;

/** @returns {Promise<Omit<import('./lib/mail-store.mjs').Mail, 'id'>>} */
async function parseMail(raw, envelope) {
  const mail = await PostalMime.parse(raw);
  const headers = {};
  for (const { key, value } of mail.headers) headers[key] = key in headers ? `${headers[key]}, ${decodeWords(value)}` : decodeWords(value);
  const date = new Date(mail.date ?? Date.now());
  return {
    from: mail.from?.address ?? (envelope.mailFrom ? envelope.mailFrom.address : ''),
    to: envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    date: (Number.isNaN(date.getTime()) ? new Date() : date).toISOString(),
    headers,
    text: mail.text ?? '',
    html: mail.html ?? '',
  };
}

function smtpServer(store) {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    logger: false,
    // 250 is said by the callback, so only after the mail is in the file.
    onData: (stream, session, callback) => {
      receive(stream, session, store).then(
        (id) => callback(null, `Taken as ${id}`),
        (error) => callback(Object.assign(new Error(error.message), { responseCode: error.responseCode ?? 451 })),
      );
    },
  });
}

async function receive(stream, session, store) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('Mail is larger than 25 MB'), { responseCode: 552 });
  return store.add(await parseMail(Buffer.concat(chunks), session.envelope));
}

const MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Links of a mail open in a new tab, as a mail client does it, and not inside the little frame. */
function opensElsewhere(html) {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

const sendPage = (response, body, status = 200) => send(response, status, 'text/html', body);
const sendJson = (response, body, status = 200) => send(response, status, 'application/json', body);

/** Writes the mails one by one, so that a full mailbox never stands in memory at once. */
async function sendMails(response, store, after) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.write('[');
  let separator = '';
  for (const entry of store.list(after)) {
    if (response.destroyed) return;
    if (!response.write(separator + (await store.read(entry)))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    separator = ',';
  }
  response.end(']');
}

async function handle(request, response, store) {
  const url = new URL(request.url, `http://${HOST}`);
  const [, first, id, part] = url.pathname.split('/');
  if (first === 'email' && id === undefined && request.method === 'DELETE') {
    await store.clear();
    return sendJson(response, '{"deleted":true}');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, '{"error":"GET or DELETE /email"}', 405);
  if (first === 'email' && id === undefined) return sendMails(response, store, url.searchParams.get('after') ?? undefined);
  if (first === 'status') return sendJson(response, JSON.stringify({ count: store.count, newest: Number(store.list().at(-1)?.id ?? 0) }));
  if (first === '') return sendPage(response, listPage(store.list(), url.searchParams.get('q') ?? ''));
  const entry = first === 'mail' || first === 'email' ? store.find(id) : undefined;
  if (!entry) return sendPage(response, notFoundPage(), 404);
  const json = await store.read(entry);
  if (first === 'email') return sendJson(response, json);
  if (part === 'html')
    return send(response, 200, 'text/html', opensElsewhere(JSON.parse(json).html), { 'content-security-policy': MAIL_POLICY });
  return sendPage(response, mailPage(JSON.parse(json)));
}

/**
 * Runs a mailbox.
 * @param {{ smtpPort: number, webPort: number, file: string, keep?: number }} options a port of 0 takes a free one
 * @returns {Promise<{ smtpPort: number, webPort: number, store: MailStore, stop: () => Promise<void> }>}
 */
export async function startMailbox({ smtpPort, webPort, file, keep }) {
  const store = new MailStore(file, keep);
  await store.open();
  const smtp = smtpServer(store);
  // A client that hangs up in the middle is its own business.
  smtp.on('error', () => {});
  const web = createServer((request, response) => {
    handle(request, response, store).catch((error) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, JSON.stringify({ error: error.message }), 500);
    });
  });
  await Promise.all([
    listen(smtp.server, smtpPort, () => smtp.listen(smtpPort, HOST)),
    listen(web, webPort, () => web.listen(webPort, HOST)),
  ]);
  const stop = () =>
    new Promise((resolve) => {
      web.close();
      web.closeAllConnections();
      smtp.close(resolve);
    }).then(() => store.close());
  return { smtpPort: smtp.server.address().port, webPort: web.address().port, store, stop };
}

async function listen(server, port, begin) {
  begin();
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(new Error(`port ${port}: ${error.message}`))),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const number = (name, fallback) => Number(process.env[name] || fallback);
  const mailbox = await startMailbox({
    smtpPort: number('MAILBOX_SMTP_PORT', 1025),
    webPort: number('MAILBOX_PORT', 1080),
    file: process.env['MAILBOX_FILE'] || inRoot('.data', 'mailbox', 'mails.jsonl'),
  });
  process.stdout.write(`mailbox: SMTP on ${mailbox.smtpPort}, web page on http://localhost:${mailbox.webPort}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void mailbox.stop().then(() => process.exit(0)));
}
