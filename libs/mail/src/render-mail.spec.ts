import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { ClaimedMail, NominationMailContent } from '@laurel/contracts';
import { MailNotRenderable } from './kinds/reading.ts';
import { renderAfresh } from './render-afresh.tsx';
import { documentOf, renderMail } from './render-mail.ts';
import { sampleMails, type SampleMail } from './samples.ts';

const samples = sampleMails();
const byName = samples.map((sample) => [sample.name, sample] as const);
const golden = (name: string): Promise<string> => readFile(new URL(`../golden/${name}`, import.meta.url), 'utf8');

function sampleOf(name: string): SampleMail {
  const found = samples.find((sample) => sample.name === name);
  if (!found) throw new Error(`No sample ${name}`);
  return found;
}

function withContent(name: string, content: Partial<NominationMailContent>, mail: Partial<ClaimedMail> = {}): SampleMail {
  const sample = sampleOf(name);
  const known = sample.mail.content;
  if (known.about !== 'nomination') throw new Error(`${name} is not about a nomination`);
  return { ...sample, mail: { ...sample.mail, ...mail, content: { ...known, ...content } } };
}

const render = ({ mail, link, now }: SampleMail): ReturnType<typeof renderMail> => renderMail(mail, link, now);

describe.each(byName)('%s', (name, sample) => {
  test('reads as its golden files say (`node libs/mail/golden/write.mjs` writes them anew)', async () => {
    const { html, text } = await render(sample);
    expect(text).toBe(await golden(`${name}.txt`));
    expect(html).toBe(await golden(`${name}.html`));
  });

  test('equals what react-email makes of it from beginning to end', async () => {
    const { html, text } = await render(sample);
    expect({ html, text }).toEqual(await renderAfresh(documentOf(sample.mail, sample.link, sample.now)));
  });

  test('has the one link of its page in both parts, or none', async () => {
    const { html, text } = await render(sample);
    const found = (part: string): string[] => [...new Set(part.match(/https?:\/\/[^\s"<]+\/[tn]\/[^\s"<]+/g) ?? [])];
    const expected = sample.link === null ? [] : [sample.link];
    expect(found(html)).toEqual(expected);
    expect(found(text)).toEqual(expected);
  });
});

describe('the subject', () => {
  test('is the same for all mails of a nomination in a language, so that they stay one conversation', async () => {
    const subjects = await Promise.all(
      samples
        .filter(({ mail }) => mail.language === 'vi' && mail.nominationId !== null)
        .map(async (sample) => (await render(sample)).subject),
    );
    expect([...new Set(subjects)]).toEqual(['Người tốt, việc tốt 2026: Nguyễn Thị Ngọc Huyền – Phường Mỹ Đình 1']);
  });
});

describe('the headers', () => {
  test('name task, nomination and kind, and one root of the conversation', async () => {
    const { headers } = await render(sampleOf('reminder-late.vi'));
    expect(headers).toEqual({
      'Message-ID': '<reminder-late.vi@laurel.example.vn>',
      'In-Reply-To': '<nomination.01K3V7Q2M8RZ5T4NXB6WJ9YC0D@laurel.example.vn>',
      References: '<nomination.01K3V7Q2M8RZ5T4NXB6WJ9YC0D@laurel.example.vn>',
      'List-Id': 'Laurel <nominations.laurel.example.vn>',
      'List-Unsubscribe': `<${String(sampleOf('reminder-late.vi').link)}/unsubscribe>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Laurel-Kind': 'reminder',
      'X-Laurel-Occurrence': '3',
      'X-Laurel-Nomination': '01K3V7Q2M8RZ5T4NXB6WJ9YC0D',
      'X-Laurel-Task': '01K3V7Q2M8RZ5T4NXB6WJ9YC0D-3-1',
    });
  });

  test('refuse ids that could begin another header', async () => {
    await expect(render(withContent('result-lapsed.vi', {}, { nominationId: 'a\r\nBcc: ai@example.vn' }))).rejects.toThrow(
      MailNotRenderable,
    );
  });
});

describe('hostile values', () => {
  const script = '<script>alert("1")</script> & \'x\'';
  const hostile = withContent('assignment-completion.vi', {
    nominee: script,
    recipient: 'An\r\nBcc: ai@example.vn',
    actingFor: '\u202Elanoitcerid\u200B',
    achievement: 'ữ'.repeat(5_000),
    occasion: { is: 'completion', missing: [{ vi: script, en: script }], reason: `${script}\n\u0000\n{{x}} \uE0003\uE001` },
  });

  test('are text in HTML and themselves in the text part', async () => {
    const { html, text, subject } = await render(hostile);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;x&#x27;');
    expect(text).toContain(script);
    expect(text).toContain('Kính gửi ông/bà An Bcc: ai@example.vn,');
    expect(text).toContain('thay cho lanoitcerid.');
    expect(subject).toBe(`Người tốt, việc tốt 2026: ${script} – Phường Mỹ Đình 1`);
  });

  test('render the same through a template as afresh', async () => {
    const { html, text } = await render(hostile);
    expect({ html, text }).toEqual(await renderAfresh(documentOf(hostile.mail, hostile.link, hostile.now)));
  });

  test('are cut where they are endless', async () => {
    const { html, subject } = await render(
      withContent('assignment-review.vi', { nominee: 'Ữ'.repeat(100_000), achievement: 'ữ'.repeat(100_000) }),
    );
    expect(html.length).toBeLessThan(20_000);
    expect(subject.length).toBeLessThan(250);
  });
});

describe('what cannot be told', () => {
  test.each([
    ['a kind without words', withContent('assignment-review.vi', {}, { kind: 'digest' })],
    [
      'RETURNED, which is no result',
      withContent('result-lapsed.vi', { occasion: { is: 'result', state: 'RETURNED', rule: null, reason: null } }),
    ],
    ['a task mail without link', { ...sampleOf('assignment-review.vi'), link: null }],
    ['a Message-ID of another form', withContent('assignment-review.vi', {}, { messageId: 'x' })],
  ])('%s', async (_what, sample) => {
    await expect(render(sample)).rejects.toThrow(MailNotRenderable);
  });
});

describe('the cost', () => {
  test('is below 0.3 ms of processor time for a mail whose shape was met before', async () => {
    for (const sample of samples) await render(sample);
    const begun = process.cpuUsage();
    for (let round = 0; round < 30; round++) for (const sample of samples) await render(sample);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000 / (30 * samples.length)).toBeLessThan(0.3);
  });
});
