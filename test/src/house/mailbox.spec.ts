import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { freePort } from '../../../tools/stack.mjs';

const script = fileURLToPath(new URL('../../../tools/mailbox.mjs', import.meta.url));

interface StoredMail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

let folder: string;
let ports: { smtp: number; web: number };
let mailbox: ChildProcess;

async function startMailbox(): Promise<void> {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    MAILBOX_SMTP_PORT: String(ports.smtp),
    MAILBOX_PORT: String(ports.web),
    MAILBOX_FILE: join(folder, 'mails.jsonl'),
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  mailbox = child;
  // It speaks once it listens.
  await once(child.stdout, 'data');
}

async function killMailbox(): Promise<void> {
  const gone = once(mailbox, 'exit');
  mailbox.kill('SIGKILL');
  await gone;
}

async function send(subject: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: ports.smtp, secure: false });
  await transport.sendMail({
    from: 'thi-dua@example.vn',
    to: 'can.bo.01@example.vn',
    subject,
    text: `Kính gửi: ${subject}`,
    headers: { 'X-Laurel-Kind': 'assignment' },
  });
  transport.close();
}

const page = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${String(ports.web)}${path}`)).text();
const mails = async (query = ''): Promise<StoredMail[]> => JSON.parse(await page(`/email${query}`)) as StoredMail[];

describe('the local mailbox', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laurel-mailbox-'));
    ports = { smtp: await freePort(), web: await freePort() };
    await startMailbox();
  });

  afterEach(async () => {
    await killMailbox();
    await rm(folder, { recursive: true });
  });

  it('still has an acknowledged mail after being killed', async () => {
    await send('Đề nghị xét tặng danh hiệu');
    await killMailbox();
    await startMailbox();
    const [mail] = await mails();
    expect(mail?.subject).toBe('Đề nghị xét tặng danh hiệu');
    expect(mail?.to).toEqual(['can.bo.01@example.vn']);
    expect(mail?.headers['x-laurel-kind']).toBe('assignment');
    expect(mail?.text.trim()).toBe('Kính gửi: Đề nghị xét tặng danh hiệu');
  });

  it('gives what came after a mail, newest last', async () => {
    for (const subject of ['một', 'hai', 'ba']) await send(subject);
    const [first] = await mails();
    expect((await mails(`?after=${first?.id ?? ''}`)).map(({ subject }) => subject)).toEqual(['hai', 'ba']);
  });

  it('never gives the same id again after being emptied', async () => {
    await send('trước');
    const [before] = await mails();
    await fetch(`http://127.0.0.1:${String(ports.web)}/email`, { method: 'DELETE' });
    expect(await mails()).toEqual([]);
    await killMailbox();
    await startMailbox();
    await send('sau');
    expect(Number((await mails())[0]?.id)).toBeGreaterThan(Number(before?.id));
  });

  it('finds mails by recipient and shows none of a mail outside its frame', async () => {
    await send('<script>alert(1)</script>');
    expect(await page('/?q=can.bo.01')).toContain('1 thư');
    expect(await page('/?q=nobody')).toContain('0 thư');
    expect(await page('/')).not.toContain('<script>alert');
  });
});
