import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submittedEvent, waitFor, type EventWishes } from '../stack/index.ts';
import { SecurityDesk, type Browser, type Told } from './desk.ts';
import { FilledLists } from './filled-lists.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const PAPER = Buffer.from('%PDF-1.4\n% Báo cáo thành tích\n');
const SHA256 = createHash('sha256').update(PAPER).digest('hex');
const REASON = { reason: 'Theo hồ sơ' };
/** Two versions that differ. */
const COMPARED = 'cong-dan-thu-do-uu-tu/difference?from=2024.1&to=2024.1-rehearsal';
/** Past holidays, and a Saturday that is worked. */
const SIMULATED = `${PROGRAMME}/simulation?filedOn=2024-04-22`;

const nominations = '/v1/console/nominations';
const programmes = '/v1/console/programmes';

/** What is looked at while the nomination lives; `{id}` is the nomination, `{nominee}` who it is for. Councils are looked at where they meet. */
const LOOKED_AT = [
  ...['me', 'facets', 'overview', 'nominations', 'programmes', 'audit', 'access/grants'].map((page) => `/v1/console/${page}`),
  ...['', '/timeline', '/mails', '/afterwards', '/workflow'].map((part) => `${nominations}/{id}${part}`),
  ...[PROGRAMME, COMPARED, SIMULATED].map((page) => `${programmes}/${page}`),
  ...[`/v1/console/people?programme=${PROGRAMME}`, '/v1/auth/sessions', '/v1/reports/titles', '/v1/reports/timeliness'],
  ...['/v1/nominations', '/v1/nominations/{id}', '/v1/nominations/{id}/timeline', '/v1/complaints', '/v1/recalls', '/v1/reexaminations'],
  ...['', '/look-alikes', '/suspected-duplicates', '/{nominee}', '/{nominee}/proposals'].map((part) => `/v1/nominees${part}`),
  ...['/v1/decisions/unnumbered', '/v1/operations/health', '/v1/operations/objections'],
];

/** Lists that stay empty here, and why that is right. */
const EMPTY: readonly string[] = [
  // Nothing fails here; workers are of no build.
  `${nominations}/{id}/workflow /pendingActivities`,
  // A return waits as a stage does, whose lists are filled.
  ...['pressedAt', 'steppedOverAfterDue', 'swapDaysWorked'].map((list) => `${programmes}/${SIMULATED} /returned/${list}`),
  `${programmes}/${SIMULATED} /warnings`,
  '/v1/operations/health /taskQueue/builds',
];

type Body = Readonly<Record<string, unknown>>;
/** An answer of several lists by their names. */
type Lists = Readonly<Record<string, readonly { readonly id: string }[]>>;

/** The matrix asks of what was just filed: its lists are empty, and an empty list fits any line. Here they are not. */
describe('what addresses answer of a nomination that has lived', () => {
  let desk: SecurityDesk;
  let key: Readonly<Record<string, string>>;
  let secretariat: Browser;
  let operator: Browser;
  let auditor: Browser;
  let id: string;
  let nominee: string;
  const lists = new FilledLists();
  const answered = new Set<string>();

  const get = async (who: Browser, path: string): Promise<Lists> => {
    const { status, text } = await desk.askAs(who, 'GET', path.replace('{id}', id).replace('{nominee}', nominee));
    if (status !== 200) return {};
    answered.add(path);
    const answer = JSON.parse(text) as Lists;
    lists.note(path, answer);
    return answer;
  };

  const post = async (who: Browser, path: string, body: object): Promise<Body> => {
    const headers = { 'idempotency-key': randomUUID() };
    const { status, text } = await desk.askAs(who, 'POST', path.replace('{id}', id), { body, headers });
    if (status > 299) throw new Error(`${path}: ${String(status)} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Body);
  };

  /** Answers by a mailed link, as a program does. */
  const byLink = (token: string, body: object): Promise<Told> =>
    desk.ask('POST', `/t/${token}`, { headers: { accept: 'application/json' }, body });

  const answer = async (level: string, decision: string): Promise<string> => {
    const token = desk.stack.tokenOf((await desk.stack.view.waitForTask(id, level)).id);
    const { status, text } = await byLink(token, { decision, ...REASON });
    expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ decision, reference: expect.any(String) })]);
    return token;
  };

  const look = async (): Promise<void> => {
    for (const path of LOOKED_AT) for (const who of [secretariat, operator, auditor]) await get(who, path);
  };

  const file = async (wishes: EventWishes, documents: readonly object[]): Promise<string> => {
    const { type, source, data } = submittedEvent(wishes);
    const event = { specversion: '1.0', id: randomUUID(), type, source, data: { ...data, documents } };
    const refused = { ...event, id: randomUUID(), data: {} };
    const headers = { ...key, 'content-type': 'application/cloudevents-batch+json' };
    const { text } = await desk.ask('POST', '/v1/events', { headers, body: [event, refused] });
    lists.note('POST /v1/events', JSON.parse(text));
    const { items } = JSON.parse(text) as { readonly items: readonly { readonly nominationId?: string }[] };
    return items[0]?.nominationId ?? '';
  };

  beforeAll(async () => {
    desk = await SecurityDesk.open({ NOT_CONFIRMED_AFTER_MS: '9000' }, 1);
    key = { authorization: `Bearer ${await desk.keyWith(['events:write', 'nominations:read'])}` };
    secretariat = await desk.signIn('pho-chu-tich-quan@example.vn');
    operator = await desk.personWith('operator', null, null);
    auditor = await desk.personWith('auditor', null, null);
  }, 120_000);

  afterAll(async () => {
    await desk.close();
  });

  it('comes with its paper, is held and let go, and is signed', async () => {
    id = await file({ reference: 'mot-doi' }, [{ kind: 'achievement-report', name: 'bao-cao.pdf', sha256: SHA256 }]);
    await file({ unit: 'phuong-02' }, [{ kind: 'achievement-report', name: 'bao-cao.pdf', sha256: SHA256 }]);
    const [row] = await desk.stack.view.rows<{ nominee: string }>('SELECT nominee_id AS nominee FROM nomination WHERE id = $1', [id]);
    nominee = row?.nominee ?? '';
    const paper = { headers: { ...key, 'content-type': 'application/pdf' }, body: PAPER };
    expect((await desk.ask('PUT', `/v1/documents/${SHA256}`, paper)).status).toBe(201);
    expect((await desk.ask('PUT', `/v1/documents/${SHA256}`, paper)).status).toBe(200);
    expect((await desk.ask('GET', `/v1/documents/${SHA256}`, { headers: key })).status).toBe(200);
    await answer('grassroots', 'approve');
    await desk.stack.view.waitForTask(id, 'district');
    lists.note(
      'POST actions',
      await post(secretariat, `${nominations}/{id}/actions`, { action: 'hold', authority: 'Thanh tra', ...REASON }),
    );
    await look();
    const [hold] = (await get(secretariat, `${nominations}/{id}`))['holds'] ?? [];
    await post(secretariat, `${nominations}/{id}/actions`, { action: 'lift-hold', holdId: hold?.id, outcome: 'cleared', ...REASON });
    const token = await answer('district', 'approve');
    await desk.stack.view.waitForState(id, 'CONFERRED');
    await look();
    const again = await byLink(token, { decision: 'reject', ...REASON });
    expect([again.status, JSON.parse(again.text)]).toEqual([
      409,
      expect.objectContaining({ closedBy: expect.any(String), closedAt: expect.any(String), decision: 'approve', taskState: 'decided' }),
    ]);
  }, 120_000);

  it('is objected to by whoever did not send an answer', async () => {
    const mail = await waitFor('the confirmation', 40_000, async () =>
      (await desk.stack.sink.delivered()).find(
        ({ headers }) => headers['x-laurel-kind'] === 'confirmation' && headers['x-laurel-nomination'] === id,
      ),
    );
    const told = await byLink(/\/t\/([\w-]{43,})/.exec(mail.text)?.[1] ?? '', { decision: 'objection' });
    expect([told.status, JSON.parse(told.text)]).toEqual([200, expect.objectContaining({ decision: 'objection' })]);
    await look();
    const [objection] = (await get(secretariat, '/v1/operations/objections'))['items'] ?? [];
    await post(operator, `/v1/operations/objections/${objection?.id ?? ''}/settle`, { outcome: 'cleared', ...REASON });
  }, 60_000);

  it('gets its number, is complained about, and is taken back', async () => {
    await looksLikeAnother();
    const [decision] = (await get(secretariat, '/v1/nominations/{id}'))['decisions'] ?? [];
    lists.note('POST number', await post(secretariat, `/v1/decisions/${decision?.id ?? ''}/number`, { number: '77/QĐ-UBND' }));
    const many = { number: '78/QĐ-UBND', signedOn: '2022-09-02', decisions: [decision?.id, 'khong-co'] };
    await post(secretariat, '/v1/decisions/numbers', many);
    await post(secretariat, '/v1/nominations/{id}/complaints', { ground: 'wrong-facts', by: 'Lê Thị Thu', ...REASON });
    await look();
    await answer('district', 'answer');
    await post(secretariat, '/v1/nominations/{id}/revocations', { ground: 'false-papers', paper: '79/QĐ-UBND', ...REASON });
    await look();
  }, 120_000);

  /** What only other nominations bring about, or rules that are not shipped here. */
  async function looksLikeAnother(): Promise<void> {
    await desk.stack.view.rows(
      `INSERT INTO reexamination (id, revoked_nomination_id, award_record_id, nomination_id, rule, state, opened_at)
       VALUES ('xem-lai', $1, 'khong-co', $1, 'thi-dua', 'open', now())`,
      [id],
    );
    await desk.stack.view.rows(
      `INSERT INTO duplicate_flag (nomination_id, kind, other_id, likeness, flagged_at)
       SELECT $1, 'nomination', id, 930, now() FROM nomination WHERE id <> $1`,
      [id],
    );
    await desk.stack.view.rows(
      `INSERT INTO hold (id, nominee_reference, authority, placed_from, lifted_from, outcome) VALUES ('tam-dung', 'mot-doi', 'Thanh tra', now(), now(), 'cleared')`,
    );
    await desk.stack.view.rows(`UPDATE nomination SET due_at = now() + interval '1 day' WHERE id <> $1`, [id]);
    await desk.stack.view.rows(`UPDATE nomination SET overrides = '["one-award-per-achievement"]' WHERE id = $1`, [id]);
  }

  it('has a nominee who is merged, parted and told from another', async () => {
    const [one, other] = (await get(secretariat, '/v1/nominees'))['items'] ?? [];
    const path = `/v1/nominees/${one?.id ?? ''}`;
    for (const [step, body] of [
      ['merge', { into: other?.id, ...REASON }],
      ['unmerge', REASON],
      ['different-from', { other: other?.id, ...REASON }],
      ['different-from/undo', { other: other?.id, ...REASON }],
    ] as const) {
      lists.note('POST nominee', await post(secretariat, `${path}/${step}`, body));
      lists.note('/v1/nominees/{nominee}', await get(secretariat, `/v1/nominees/${other?.id ?? ''}`));
      await look();
      await get(secretariat, '/v1/nominees/look-alikes?different=true');
    }
  }, 60_000);

  it('is put right by a remedy whose results can be read', async () => {
    const remedy = { remedy: 'resend-mail', target: { nominationId: id }, ...REASON };
    const { jobId } = await post(operator, '/v1/operations/remedies', remedy);
    lists.note('job', await get(operator, `/v1/operations/jobs/${String(jobId)}`));
  }, 60_000);

  it('came from every address, with something in every list', () => {
    expect(LOOKED_AT.filter((path) => !answered.has(path))).toEqual([]);
    expect(lists.empty).toEqual(EMPTY);
  });
});
