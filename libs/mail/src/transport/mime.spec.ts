import { describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { renderMail } from '../render-mail.ts';
import { sampleMails } from '../samples.ts';
import { composeMime } from './mime.ts';

const [sample] = sampleMails();
if (!sample) throw new Error('No samples');
const rendered = await renderMail(sample.mail, sample.link, sample.now);
const at = Date.UTC(2026, 8, 1, 2, 3, 4);

describe('composeMime', () => {
  const message = composeMime({ from: { name: 'Thi đua, khen thưởng', address: 'thi-dua@example.vn' }, to: 'an@example.vn', rendered, at });

  test('reads back as it was rendered, accents included', async () => {
    const mail = await PostalMime.parse(message);
    expect(mail.subject).toBe(rendered.subject);
    expect(mail.html?.trim()).toBe(rendered.html.trim());
    expect(mail.text?.trim()).toBe(rendered.text.trim());
    expect(mail.from).toMatchObject({ name: 'Thi đua, khen thưởng', address: 'thi-dua@example.vn' });
    expect(mail.to).toMatchObject([{ address: 'an@example.vn' }]);
    expect(mail.messageId).toBe(rendered.headers['Message-ID']);
    expect(mail.date).toBe('2026-09-01T02:03:04.000Z');
    for (const [name, value] of Object.entries(rendered.headers)) {
      expect(mail.headers.find(({ key }) => key === name.toLowerCase())?.value).toBe(value);
    }
  });

  test('is ASCII in lines of at most 998 characters that end in CRLF', () => {
    const text = message.toString('latin1');
    expect(text).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test('keeps each id on the line of its name', () => {
    expect(message.toString('latin1')).toContain(`\r\nMessage-ID: ${rendered.headers['Message-ID'] ?? ''}\r\n`);
  });

  test('lets no subject begin a second header', async () => {
    const subject = 'Hồ sơ\r\nBcc: ai@example.vn';
    const mail = await PostalMime.parse(
      composeMime({ from: { name: '', address: 'a@example.vn' }, to: 'b@example.vn', rendered: { ...rendered, subject }, at }),
    );
    expect(mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
  });
});
