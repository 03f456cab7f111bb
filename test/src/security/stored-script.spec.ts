import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submittedEvent, waitFor } from '../stack/index.ts';
import { SecurityDesk, type Browser } from './desk.ts';

const PATIENCE_MS = 60_000;

/** What a browser would run if any page wrote it as it came. */
const SCRIPT = `"><script>alert(1)</script><img src=x onerror=alert(2)>'{{7*7}}`;
const RAW = /<script>alert|<img src=x|onerror=alert\(2\)>/;

const scripted = (field: string): string => `${field}${SCRIPT}`;

/** Every text that a nominator can fill, filled with a script. */
function scriptedNomination(): object {
  const { data } = submittedEvent();
  return {
    ...data,
    submission: scripted('12/TTr'),
    nominee: { ...data.nominee, fullName: scripted('Bùi Mỹ Vân'), reference: scripted('ma-ngoai') },
    achievement: { ...data.achievement, title: scripted('Cứu người'), summary: scripted('Tóm tắt') },
    documents: [{ kind: 'achievement-report', name: scripted('bao-cao.pdf'), sha256: createHash('sha256').update(SCRIPT).digest('hex') }],
  };
}

describe('a script in every field that somebody can fill', () => {
  let desk: SecurityDesk;
  let reader: Browser;
  let id: string;

  beforeAll(async () => {
    desk = await SecurityDesk.open({ NOT_CONFIRMED_AFTER_MS: '9000' }, 1);
    reader = await desk.personWith('secretariat', null, null);
    const key = await desk.keyWith(['events:write']);
    const body = {
      specversion: '1.0',
      id: 'script-1',
      source: '/units/phuong-01',
      type: 'laurel.nomination.submitted.v1',
      data: scriptedNomination(),
    };
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' };
    const told = await desk.ask('POST', '/v1/events', { headers, body });
    id = (JSON.parse(told.text) as { readonly nominationId: string }).nominationId;
  }, 120_000);

  afterAll(async () => {
    await desk.close();
  });

  const tokenOfOpenTask = (): Promise<string> =>
    waitFor('an open task', PATIENCE_MS, async () => {
      const text = `SELECT id FROM task WHERE nomination_id = $1 AND state = 'open' ORDER BY opened_at DESC LIMIT 1`;
      const { rows } = await desk.stack.database.pool.query<{ id: string }>(text, [id]);
      return rows[0] ? desk.stack.tokenOf(rows[0].id) : null;
    });

  it('is text on the page of the task', async () => {
    const page = await desk.ask('GET', `/t/${await tokenOfOpenTask()}`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Bùi Mỹ Vân&quot;&gt;&lt;script&gt;');
    expect(page.text).not.toMatch(RAW);
  }, 90_000);

  it('is text where a reviewer wrote it, on every page and in every mail that repeats it', async () => {
    const token = await tokenOfOpenTask();
    const answer = { decision: 'return', reason: scripted('Thiếu') };
    const posted = await desk.ask('POST', `/t/${token}`, { headers: { accept: 'text/html' }, body: answer });
    expect(posted.status).toBe(200);
    expect(posted.text).not.toMatch(RAW);
    const pages = [await desk.ask('GET', `/t/${token}`, { headers: { accept: 'text/html' } })];
    pages.push(await desk.ask('GET', `/t/${await tokenOfOpenTask()}`, { headers: { accept: 'text/html' } }));
    for (const { text } of pages) expect(text).not.toMatch(RAW);
  }, 90_000);

  it('is data in the API, never a document that a browser would show', async () => {
    for (const path of ['', '/timeline', '/mails']) {
      const told = await desk.askAs(reader, 'GET', `/v1/console/nominations/${id}${path}`);
      expect(told.status).toBe(200);
      expect(told.headers['content-type']).toMatch(/^application\/json/);
      expect(told.headers['x-content-type-options']).toBe('nosniff');
      expect(told.headers['content-security-policy']).toContain("default-src 'none'");
    }
    const list = await desk.askAs(reader, 'GET', `/v1/console/nominations?q=${encodeURIComponent('Bùi Mỹ')}`);
    expect(list.text).toContain('<script>alert(1)</script>');
    expect(list.headers['content-type']).toMatch(/^application\/json/);
  });

  it('is text in the problem that answers a scripted question', async () => {
    const told = await desk.askAs(reader, 'GET', `/v1/console/nominations?sort=${encodeURIComponent(SCRIPT)}`, {
      headers: { accept: 'text/html' },
    });
    expect(told.status).toBe(422);
    expect(told.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
