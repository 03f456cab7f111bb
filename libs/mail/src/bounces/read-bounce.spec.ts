import { describe, expect, it } from '@jest/globals';
import { readBounce } from './read-bounce.ts';
import { hashesIn, returnPathOf } from './return-path.ts';

const hash = 'woe4lme7myu7ekoxpanwyavfi7v4m54mleld43bt4yvrvmyp7tsq';
const messageId = `<${hash}@laurel.example.vn>`;
const domain = 'laurel.example.vn';

interface Parts {
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly quoted?: string;
}

function report({
  to = `bounce+${hash}@example.vn`,
  action = 'failed',
  status = '5.1.1',
  quoted = `Message-ID: ${messageId}`,
}: Parts): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.vn',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is the mail system.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.vn',
      '',
      'Final-Recipient: rfc822; truong@example.vn',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 no such',
      '  mailbox here',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: x',
      quoted,
      '',
      'body',
      '--b--',
      '',
    ].join('\r\n'),
  );
}

describe('the return path', () => {
  it('names the one mail that it is of, in a local part that fits', () => {
    const path = returnPathOf('bounce@example.vn', messageId) ?? '';
    expect(path).toBe(`bounce+${hash}@example.vn`);
    expect(path.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(hashesIn(`<${path.toUpperCase()}>`)).toEqual([hash]);
  });

  it('is the sender’s own without a bounce address, or for another Message-ID', () => {
    expect(returnPathOf(null, messageId)).toBeNull();
    expect(returnPathOf('bounce@example.vn', '<other@example.vn>')).toBeNull();
    expect(returnPathOf('bounce@example.vn', undefined)).toBeNull();
  });
});

describe('a delivery status notification', () => {
  it('is matched by its return path, with what the other server said', async () => {
    expect(await readBounce(report({ quoted: '' }), domain)).toEqual({
      messageIds: [messageId],
      is: 'hard',
      diagnosis: '5.1.1 smtp; 550 5.1.1 no such mailbox here',
    });
  });

  it('is matched by the mail that it quotes when the return path was lost', async () => {
    expect(await readBounce(report({ to: 'thi-dua@example.vn' }), domain)).toMatchObject({ messageIds: [messageId], is: 'hard' });
  });

  it('is soft while the mail is only late', async () => {
    expect(await readBounce(report({ action: 'delayed', status: '4.4.1' }), domain)).toMatchObject({ is: 'soft' });
  });

  it('is nothing for a mail that has arrived, and for one of somebody else', async () => {
    expect(await readBounce(report({ action: 'delivered', status: '2.0.0' }), domain)).toBeNull();
    expect(await readBounce(report({ to: 'thi-dua@example.vn', quoted: 'Message-ID: <x@y.vn>' }), domain)).toBeNull();
  });

  it('is read from plain words where the server sends no report', async () => {
    const plain = `From: postmaster@mx.example.vn\r\nTo: bounce+${hash}@example.vn\r\nSubject: failure\r\n\r\n550 5.2.1 mailbox disabled\r\n`;
    expect(await readBounce(Buffer.from(plain), domain)).toMatchObject({ messageIds: [messageId], is: 'hard' });
    const absent = `From: truong@example.vn\r\nTo: bounce+${hash}@example.vn\r\nSubject: Out of office\r\n\r\nI am away.\r\n`;
    expect(await readBounce(Buffer.from(absent), domain)).toMatchObject({ is: 'soft' });
  });

  it('survives any bytes', async () => {
    expect(await readBounce(Buffer.from([0, 255, 13, 10, 45, 45]), domain)).toBeNull();
    expect(await readBounce(Buffer.alloc(0), domain)).toBeNull();
  });
});
