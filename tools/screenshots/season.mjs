// A Laurel of its own in a temporary folder, with a season under way: a council that met, nominations at every level, one
// mail that came back.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventsOut } from '../demo/events-out.mjs';
import { linkOf } from '../demo/mail-tally.mjs';
import { PatientClient } from '../demo/patient-client.mjs';
import { inRoot, nodeBinary, root } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';

const PATIENCE_MS = 120_000;
const COUNCIL = 'nam-tu-liem-thi-dua';
const OPEN = 'nam-tu-liem-ntvt';
/** So many answers are given; the others wait, some of them with the district. */
const ANSWERS = 60;
const LOOK_AGAIN_MS = 500;
/** Where mails come back to: `bounce+<52 characters of the Message-ID>@…`. */
const BOUNCES = { user: 'bounce', domain: 'example.vn' };

async function settingsIn(folder) {
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'MAILBOX_PORT', 'MAILBOX_SMTP_PORT'];
  const ports = [];
  for (const name of names) ports.push([name, String(await freePort())]);
  return { ...process.env, ...Object.fromEntries(ports), DATA_DIR: folder, BOUNCE_ADDRESS: `${BOUNCES.user}@${BOUNCES.domain}` };
}

/** Runs a script to its end. */
function run(args, env) {
  const child = spawn(nodeBinary(), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}:\n${said.slice(-2000)}`))));
  });
}

/** `npm start -- --json`, until it says that it is ready. */
function start(env) {
  const child = spawn(nodeBinary(), [inRoot('tools', 'start.mjs'), '--json'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ready = new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(line)));
    child.once('close', () => reject(new Error(`Laurel did not start:\n${said.slice(-2000)}`)));
  });
  return { child, ready };
}

const mailsOf = async (client, { mailbox }) => (await client.call(`${mailbox}/email`)).json();

/** Approves by the mailed links, the wards first and some of the district's too. */
async function answer(client, laurel, nominations) {
  const answered = new Set();
  for (const until = Date.now() + PATIENCE_MS; answered.size < ANSWERS && Date.now() < until; await sleep(LOOK_AGAIN_MS)) {
    const asked = (await mailsOf(client, laurel)).filter(
      ({ id, headers }) =>
        headers['x-laurel-kind'] === 'assignment' && nominations.has(headers['x-laurel-nomination']) && !answered.has(id),
    );
    for (const mail of asked.slice(0, ANSWERS - answered.size)) {
      const body = new URLSearchParams({ decision: 'approve' });
      await client.call(linkOf(mail), { method: 'POST', headers: { accept: 'application/json' }, body });
      answered.add(mail.id);
    }
  }
}

/** A mail server's report (RFC 3464) on the newest task mail: its reader is unknown there. */
async function bounce(client, laurel) {
  const mail = (await mailsOf(client, laurel)).findLast(({ headers }) => headers['x-laurel-kind'] === 'assignment');
  const returnPath = `${BOUNCES.user}+${mail.headers['message-id'].slice(1, 53)}@${BOUNCES.domain}`;
  const report = [
    ...['From: MAILER-DAEMON@mx.example.vn', `To: <${returnPath}>`, 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary="part"', '', '--part'],
    ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.vn', ''],
    ...[`Final-Recipient: rfc822; ${mail.to[0]}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; no such user'],
    ...['--part--', ''],
  ];
  const headers = { authorization: `Bearer ${laurel.developmentKey}`, 'content-type': 'message/rfc822' };
  await client.call(`${laurel.api}/v1/bounces`, { method: 'POST', headers, body: report.join('\r\n') });
}

/** Waits until the list of what is stuck names the mail that came back. */
async function untilSeen(client, laurel) {
  const headers = { authorization: `Bearer ${laurel.developmentKey}` };
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_AGAIN_MS)) {
    const { groups } = (await client.call(`${laurel.api}/v1/operations/stuck`, { headers })).json();
    if (groups.length > 0) return;
  }
}

async function play(laurel, env) {
  const client = new PatientClient(PATIENCE_MS);
  await run([inRoot('tools', 'with-stack.mjs'), 'tools/demo.mjs', '--programme', COUNCIL, '--json'], env);
  const lines = readFileSync(inRoot('programmes', OPEN, 'demo', 'events.ndjson'), 'utf8')
    .trim()
    .split('\n');
  const submitted = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'laurel.nomination.submitted.v1');
  const out = new EventsOut(client, { apiUrl: laurel.api, apiKey: laurel.developmentKey });
  const nominations = new Set();
  await out.sendAll(submitted, (eventId, nominationId) => nominations.add(nominationId));
  await answer(client, laurel, nominations);
  await bounce(client, laurel);
  await untilSeen(client, laurel);
  // The first administrator is an operator; pictures of every place take the other roles too.
  const admin = [inRoot('tools', 'with-stack.mjs'), 'apps/api/dist/cli/admin.js', 'invite', 'quan-tri@example.vn', '--role'];
  for (const role of ['auditor', 'secretariat']) await run([...admin, role], env);
}

/** @returns {Promise<{ address: string, invitation: string, stop: () => Promise<void> }>} `invitation` signs in once */
export async function startSeason() {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-screenshots-'));
  const env = await settingsIn(folder);
  const { child, ready } = start(env);
  const gone = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const laurel = await ready;
    await play(laurel, env);
    const invitation = new URLSearchParams(new URL(laurel.administratorLink).hash.slice(1)).get('invitation');
    return { address: laurel.api, invitation, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
