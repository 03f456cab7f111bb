import { DigestRepository, DocumentRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareStack, SECRET, waitFor, type Answer, type Stack, type SunkMail, type TaskSeen } from '../stack/index.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const HEAD = 'truong-phuong-01';
const linkIn = (mail: SunkMail): string => /https?:\/\/\S+?(\/t\/[\w-]{43,})/.exec(mail.text)?.[1] ?? '';

describe('the pages behind mailed links', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack();
    // Talkative, so that the last of these suites has something to search.
    stack.worker.start({ LOG_LEVEL: 'debug' });
    stack.api.start({ LOG_LEVEL: 'debug' });
    await stack.http.waitUntilLive();
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  }, 60_000);

  async function headTask(): Promise<TaskSeen> {
    const [id = ''] = await stack.submit(1);
    return stack.view.waitForTask(id, 'grassroots');
  }

  const html = { accept: 'text/html' };
  const visit = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    stack.http.ask(path, { headers: { ...html, ...headers } });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = html): Promise<Answer> =>
    stack.http.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  function mailOf(kind: string, to: string, fits: (mail: SunkMail) => boolean = () => true): Promise<SunkMail> {
    return waitFor(`a mail of kind ${kind} to ${to}`, 30_000, async () =>
      (await stack.sink.delivered()).findLast((mail) => mail.headers['x-laurel-kind'] === kind && mail.to.includes(to) && fits(mail)),
    );
  }

  it('confirm a decision by mail, under the number that the page names', async () => {
    const task = await headTask();
    const recorded = await post(`/t/${stack.tokenOf(task.id)}`, { decision: 'approve' });
    const reference = /class="ref">([^<]+)</.exec(recorded.text)?.[1] ?? 'none';
    const mail = await mailOf('confirmation', `truong.phuong-01@example.vn`, ({ headers }) => headers['x-laurel-task'] === task.id);
    expect(mail.text).toContain(reference);
    expect(await stack.view.count(`mail_ledger WHERE kind = 'confirmation' AND task_id = $1`, [task.id])).toBe(1);
    expect(await post(`/t/${stack.tokenOf(task.id)}`, { decision: 'approve' })).toMatchObject({
      status: 200,
      text: expect.stringContaining(reference),
    });
  }, 60_000);

  it('hold the nomination and tell the secretariat, once, when an answer was not its person’s', async () => {
    const task = await headTask();
    await post(`/t/${stack.tokenOf(task.id)}`, { decision: 'approve' });
    const link = linkIn(await mailOf('confirmation', 'truong.phuong-01@example.vn', ({ headers }) => headers['x-laurel-task'] === task.id));
    const objections = (): Promise<number> => stack.view.count('objection WHERE task_id = $1', [task.id]);

    expect((await visit(link)).text).toContain('Không phải tôi');
    expect((await post(link, { decision: 'approve' })).status).toBe(422);
    expect(await objections()).toBe(0);

    const answers = await Promise.all([post(link, { sure: 'yes', reason: 'Tôi đi công tác.' }), post(link, { sure: 'yes' })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await objections()).toBe(1);
    await waitFor('the hold', 40_000, async () => {
      const [row] = await stack.view.rows<{ held: boolean }>('SELECT held FROM nomination WHERE id = $1', [task.nominationId]);
      return row?.held === true;
    });
    const next = await stack.view.waitForTask(task.nominationId, 'district');
    expect((await visit(`/t/${stack.tokenOf(next.id)}`)).text).toContain('Hồ sơ đang tạm dừng');
    const told = await waitFor('the mail to the secretariat', 40_000, async () =>
      (await stack.sink.delivered()).find(({ headers }) => headers['x-laurel-kind'] === 'objection'),
    );
    expect(told.headers['x-laurel-nomination']).toBe(task.nominationId);
    expect(await stack.view.count(`mail_ledger WHERE kind = 'objection' AND nomination_id = $1`, [task.nominationId])).toBe(1);
  }, 90_000);

  it('list a person’s tasks only behind a one-time code, and keep it from whoever has the bare link', async () => {
    const task = await headTask();
    const list = `/t/${stack.tokenOf(task.id)}/tasks`;
    const before = await stack.view.count('mail_code');
    expect((await visit(list)).text).not.toContain('class="plain"');
    expect(await stack.view.count('mail_code')).toBe(before);

    await post(list, { send: 'yes' });
    const code = /\b(\d{3} \d{3})\b/.exec((await mailOf('code', 'truong.phuong-01@example.vn')).text)?.[1] ?? '';
    expect((await post(list, { code: code === '000 000' ? '111111' : '000000' })).status).toBe(401);
    const entered = await post(list, { code });
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect([entered.status, cookie]).toEqual([303, expect.stringMatching(/HttpOnly; SameSite=Strict/)]);
    const pass = cookie.split(';', 1)[0] ?? '';
    expect((await visit(list, { cookie: pass })).text).toContain('Đỗ Thanh Quỳnh');
    expect((await post(list, { code })).status).toBe(401);

    const other = await stack.view.rows<{ id: string }>(`SELECT id FROM task WHERE person_id <> $1 LIMIT 1`, [HEAD]);
    if (other[0]) expect((await visit(`/t/${stack.tokenOf(other[0].id)}/tasks`, { cookie: pass })).text).not.toContain('class="plain"');
  }, 60_000);

  it('stop reminders with one press and bring a digest once a day instead', async () => {
    const task = await headTask();
    const page = `/t/${stack.tokenOf(task.id)}`;
    const wish = async (): Promise<string | undefined> =>
      (await stack.view.rows<{ reminders: string }>('SELECT reminders FROM person WHERE id = $1', [HEAD]))[0]?.reminders;

    expect((await visit(`${page}/unsubscribe`)).status).toBe(200);
    expect(await wish()).toBe('each');
    expect((await post(`${page}/unsubscribe`, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200);
    expect(await wish()).toBe('none');

    expect((await post(`${page}/preferences`, { language: 'en', reminders: 'digest' })).text).toContain('Saved.');
    expect(await wish()).toBe('digest');
    const digests = new DigestRepository(stack.database, { secret: SECRET, mailDomain: 'localhost' });
    expect(await digests.plan('2026-09-01', ZONE)).toBe(1);
    expect(await digests.plan('2026-09-01', ZONE)).toBe(0);
    const digest = await mailOf('digest', 'truong.phuong-01@example.vn');
    expect(digest.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect((await visit(linkIn(digest))).text).toContain('Your tasks');
    await post(`${page}/preferences`, { language: 'vi', reminders: 'each' });
  }, 60_000);

  it('serve the files of their own nomination and no other, as files', async () => {
    const task = await headTask();
    const [declared] = await stack.view.rows<{ sha256: string; id: string }>(
      `SELECT n.documents -> 0 ->> 'sha256' AS sha256, i.event_id AS id FROM nomination n JOIN inbox_event i ON i.nomination_id = n.id WHERE n.id = $1`,
      [task.nominationId],
    );
    const sha256 = declared?.sha256 ?? '';
    const page = `/t/${stack.tokenOf(task.id)}`;
    expect((await visit(`${page}/documents/${sha256}`)).status).toBe(404);
    const documents = new DocumentRepository(stack.database);
    expect(await documents.put({ sha256, mediaType: 'text/plain', bytes: Buffer.from('other bytes') })).toBe('mismatch');
    expect((await visit(`${page}/documents/${sha256}`)).status).toBe(404);
    await documents.put({ sha256, mediaType: 'text/plain', bytes: Buffer.from(declared?.id ?? '') });

    const file = await visit(`${page}/documents/${sha256}`);
    expect([file.status, file.text]).toEqual([200, declared?.id]);
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="bao-cao.pdf"');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const other = await headTask();
    expect((await visit(`/t/${stack.tokenOf(other.id)}/documents/${sha256}`)).status).toBe(404);
  }, 60_000);

  it('leave no token in what API and worker write', async () => {
    const task = await headTask();
    const token = stack.tokenOf(task.id);
    await visit(`/t/${token}`);
    await post(`/t/${token}`, { decision: 'unheard-of' });
    await visit(`/t/${token}/documents/${'0'.repeat(64)}`);
    await stack.http.ask(`/t/${token}%`, { headers: html });
    await waitFor('the log line', 40_000, () => Promise.resolve(stack.api.output.includes('/t/[token]')));
    const links = await stack.view.rows<{ id: string }>('SELECT id FROM task');
    const written = stack.api.output + stack.worker.output;
    expect(links.filter(({ id }) => written.includes(stack.tokenOf(id)))).toEqual([]);
  }, 60_000);
});
