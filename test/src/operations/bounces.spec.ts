import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareStack, waitFor, type Stack, type SunkMail } from '../stack/index.ts';
import { Operator, QUICK } from './operator.ts';

const maildir = mkdtempSync(join(tmpdir(), 'laurel-maildir-'));

/** A delivery status notification as a mail server writes it (RFC 3464), to the return path of the mail. */
function notification(returnPath: string, action: 'failed' | 'delayed'): string {
  const status = action === 'failed' ? '5.1.1' : '4.4.1';
  return [
    'From: MAILER-DAEMON@mx.example.vn',
    `To: <${returnPath}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="phan"',
    '',
    '--phan',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.vn',
    '',
    'Final-Recipient: rfc822; truong@example.vn',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; the mailbox does not answer',
    '--phan--',
    '',
  ].join('\r\n');
}

describe('mails that come back', () => {
  let stack: Stack;
  let operator: Operator;

  beforeAll(async () => {
    const settings = { ...QUICK, BOUNCE_ADDRESS: 'bounce@example.vn', BOUNCE_MAILDIR: maildir };
    stack = await prepareStack({ settings });
    stack.startWorkers();
    await stack.startApi();
    operator = await Operator.at(stack);
  }, 180_000);

  afterAll(async () => {
    await stack.close();
    rmSync(maildir, { recursive: true });
  }, 60_000);

  /** A nomination whose first mail has been accepted, and that mail as the server took it. */
  async function mailed(unit: string): Promise<{ readonly id: string; readonly mail: SunkMail }> {
    const [id = ''] = await stack.submit(1, { unit });
    const mail = await waitFor('its mail', 30_000, async () => (await stack.sink.to(`truong.${unit}@example.vn`)).at(0));
    await waitFor('the ledger to know', 40_000, async () => (await stack.view.mailsOf(id)).every(({ state }) => state === 'accepted'));
    return { id, mail };
  }

  async function post(body: string): Promise<Readonly<Record<string, unknown>> | null> {
    const { status, json } = await operator.ask('/v1/bounces', { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body });
    expect(status).toBe(200);
    return json;
  }

  const asked = async (id: string): Promise<number> => (await stack.view.openTasksOf(id)).length;

  it('F19 by webhook, hours later: matched by return path, the superior asked once, the case shown', async () => {
    const { id, mail } = await mailed('phuong-01');
    expect(mail.from).toMatch(/^bounce\+[a-z2-7]{52}@example\.vn$/);
    const told = notification(mail.from, 'failed');
    expect(await post(told)).toEqual({ status: 'noted', is: 'hard', nominationId: id });
    await waitFor('the superior', 40_000, async () => (await asked(id)) === 2);
    const group = await operator.sees('MAIL_UNDELIVERABLE', id);
    expect(group.evidence).toContain('thư bị trả về: 5.1.1');
    expect(await post(told)).toMatchObject({ status: 'noted' });
    const { items } = await operator.remedy({
      remedy: 'correct-address',
      target: { groupKey: group.groupKey },
      address: 'truong.dung@example.vn',
    });
    expect(items).toMatchObject([{ status: 'done' }]);
    await waitFor('the mail at its right address', 40_000, async () => (await stack.sink.to('truong.dung@example.vn')).length > 0);
    await operator.seesNoMore('MAIL_UNDELIVERABLE', id);
    expect(await asked(id)).toBe(2);
  }, 120_000);

  it('only notes that a mail is late, and takes the notice of a provider', async () => {
    const { id, mail } = await mailed('phuong-02');
    expect(await post(notification(mail.from, 'delayed'))).toEqual({ status: 'noted', is: 'soft', nominationId: id });
    const [row] = await stack.view.mailsOf(id);
    expect(row).toMatchObject({ state: 'accepted', lastError: expect.stringContaining('4.4.1') });
    expect(await asked(id)).toBe(1);
    const notice = JSON.stringify({ returnPath: mail.from, action: 'failed', status: '5.2.2' });
    const answer = await operator.ask('/v1/bounces', { method: 'POST', headers: { 'content-type': 'application/json' }, body: notice });
    expect(answer.json).toMatchObject({ status: 'noted', is: 'hard' });
    await waitFor('the superior', 40_000, async () => (await asked(id)) === 2);
  }, 90_000);

  it('reads a Maildir, once', async () => {
    const { id, mail } = await mailed('phuong-03');
    // As a mail server does it: written whole, then moved in.
    mkdirSync(join(maildir, 'tmp'), { recursive: true });
    mkdirSync(join(maildir, 'new'), { recursive: true });
    writeFileSync(join(maildir, 'tmp', '1'), notification(mail.from, 'failed'));
    renameSync(join(maildir, 'tmp', '1'), join(maildir, 'new', '1'));
    await waitFor('the ledger to know', 30_000, async () => (await stack.view.mailsOf(id)).some(({ state }) => state === 'bounced'));
    await waitFor('the superior', 40_000, async () => (await asked(id)) === 2);
  }, 90_000);

  it('leaves alone what names no mail of ours, and asks for what is missing', async () => {
    expect(await post('From: a@example.vn\r\nTo: b@example.vn\r\nSubject: x\r\n\r\nhello\r\n')).toMatchObject({ status: 'ignored' });
    expect(await post(notification(`bounce+${'a'.repeat(52)}@example.vn`, 'failed'))).toMatchObject({ status: 'ignored' });
    const answer = await operator.ask('/v1/bounces', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"action":"failed"}',
    });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/returnPath' }] } });
    expect((await stack.http.ask('/v1/bounces', { method: 'POST', body: 'x' })).status).toBe(401);
  }, 60_000);

  it('leaves every invariant whole', async () => {
    expect(await stack.verify()).toEqual([]);
  }, 60_000);
});
