import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Child, prepareStack, SECRET, type Stack } from '../stack/index.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const POST = 'phuong-01/head';

interface Listed {
  readonly post: string;
  readonly person: { readonly id: string } | null;
  readonly actingFor: string | null;
}

describe('npm run people', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  async function people(...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = new Child('apps/worker/dist/cli/people.js', stack.servers.environment(SECRET));
    child.start({}, [...args, '--programme', PROGRAMME, '--json']);
    return { code: await child.ended(), said: child.output };
  }

  async function asked(): Promise<readonly [string | undefined, string | null | undefined]> {
    const posts = JSON.parse((await people('list')).said) as readonly Listed[];
    const found = posts.find(({ post }) => post === POST);
    return [found?.person?.id, found?.actingFor];
  }

  const substitutions = (): Promise<readonly object[]> =>
    stack.view.rows(
      `SELECT person_id AS person, "from", "to", reason FROM substitution WHERE programme = $1 AND post = $2 ORDER BY "from"`,
      [PROGRAMME, POST],
    );

  const audited = (): Promise<readonly object[]> =>
    stack.view.rows(`SELECT action, facts ->> 'personId' AS person FROM audit_event WHERE nomination_id = $1 ORDER BY seq`, [
      `people:${PROGRAMME}`,
    ]);

  it('names a substitute for whole days of the office, the last one included, and moves the end when told again', async () => {
    const order = ['substitute', '--post', POST, '--person', 'pho-phuong-01', '--from', '2026-09-01', '--reason', 'Nghỉ phép'];
    expect(await people(...order, '--to', '2026-09-05')).toMatchObject({ code: 0 });
    const from = new Date('2026-09-01T00:00:00+07:00');
    const stood = { person: 'pho-phuong-01', from, reason: 'Nghỉ phép' };
    expect(await substitutions()).toEqual([{ ...stood, to: new Date('2026-09-06T00:00:00+07:00') }]);
    expect(await people(...order, '--to', '2026-09-08T12:00:00+07:00')).toMatchObject({ code: 0 });
    expect(await substitutions()).toEqual([{ ...stood, to: new Date('2026-09-08T12:00:00+07:00') }]);
  }, 60_000);

  it('gives a post to somebody else, whoever is asked next, and twice is once', async () => {
    expect(await asked()).toEqual(['truong-phuong-01', null]);
    for (let times = 0; times < 2; times++)
      expect(await people('appoint', '--post', POST, '--person', 'pho-phuong-01', '--from', '2026-09-20')).toMatchObject({ code: 0 });
    expect(await asked()).toEqual(['pho-phuong-01', null]);
    const held = `SELECT person_id AS person, "to" IS NULL AS still FROM post_holding WHERE programme = $1 AND post = $2 ORDER BY "from"`;
    expect(await stack.view.rows(held, [PROGRAMME, POST])).toEqual([
      { person: 'truong-phuong-01', still: false },
      { person: 'pho-phuong-01', still: true },
    ]);
  }, 60_000);

  it('corrects an address, and every change has its line in the audit', async () => {
    const order = ['save', '--person', 'pho-phuong-01', '--name', 'Hồ Thị Diễm My', '--email', 'Diem.My@example.vn', '--language', 'en'];
    expect(await people(...order)).toMatchObject({ code: 0 });
    const person = `SELECT email, language FROM person WHERE programme = $1 AND id = 'pho-phuong-01'`;
    expect(await stack.view.rows(person, [PROGRAMME])).toEqual([{ email: 'diem.my@example.vn', language: 'en' }]);
    const actions = ['substitute-named', 'substitute-named', 'appointed', 'appointed', 'person-saved'];
    expect(await audited()).toEqual(actions.map((action) => ({ action, person: 'pho-phuong-01' })));
  }, 60_000);

  it('takes an address from a day to come on, and tells both', async () => {
    const order = ['save', '--person', 'pho-phuong-01', '--name', 'Hồ Thị Diễm My', '--language', 'en'];
    expect(await people(...order, '--email', 'My.2099@example.vn', '--from', '2099-01-01')).toMatchObject({ code: 0 });
    const from = Date.parse('2099-01-01T00:00:00+07:00');
    expect(JSON.parse((await people('addresses', '--person', 'pho-phuong-01')).said)).toEqual([
      { email: expect.stringContaining('@example.vn'), from: 0, to: expect.any(Number) },
      { email: 'diem.my@example.vn', from: expect.any(Number), to: from },
      { email: 'my.2099@example.vn', from, to: null },
    ]);
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    expect(await people(...order, '--email', 'diem.my@example.vn', '--from', today)).toMatchObject({ code: 0 });
    const audit = `SELECT facts - 'from' AS facts FROM audit_event WHERE nomination_id = $1 ORDER BY seq DESC LIMIT 2`;
    expect(await stack.view.rows(audit, [`people:${PROGRAMME}`])).toEqual(Array(2).fill({ facts: { personId: 'pho-phuong-01' } }));
  }, 60_000);

  it('ends a unit and names who follows it; a later day alone leaves that as it is', async () => {
    const row = `SELECT valid_to::text AS ends, successor FROM unit WHERE programme = $1 AND key = 'phuong-10'`;
    expect(await people('unit', '--unit', 'phuong-10', '--ends', '2098-12-31', '--successor', 'phuong-02')).toMatchObject({ code: 0 });
    expect(await stack.view.rows(row, [PROGRAMME])).toEqual([{ ends: '2098-12-31', successor: 'phuong-02' }]);
    const { said } = await people('unit', '--unit', 'phuong-10', '--ends', '2099-06-30');
    expect(JSON.parse(said)).toEqual({ unit: 'phuong-10', ends: '2099-06-30', successor: 'phuong-02' });
    expect(await stack.view.rows(row, [PROGRAMME])).toEqual([{ ends: '2099-06-30', successor: 'phuong-02' }]);
    const audit = `SELECT action, facts FROM audit_event WHERE nomination_id = $1 ORDER BY seq DESC LIMIT 2`;
    expect(await stack.view.rows(audit, [`people:${PROGRAMME}`])).toEqual([
      { action: 'unit-ended', facts: { unit: 'phuong-10', ends: '2099-06-30', successor: null } },
      { action: 'unit-ended', facts: { unit: 'phuong-10', ends: '2098-12-31', successor: 'phuong-02' } },
    ]);
  }, 60_000);

  const MY = ['save', '--person', 'pho-phuong-01', '--name', 'Hồ Thị Diễm My', '--email', 'diem.my@example.vn'];

  it.each([
    [[...MY, '--from', '2026-09-01'], '--from is past'],
    [['addresses', '--person', 'khong-co'], '--person "khong-co" is not known'],
    [['unit', '--unit', 'phuong-99', '--ends', '2026-12-31'], '--unit "phuong-99" is not known'],
    [['unit', '--unit', 'phuong-01'], '--ends is missing'],
    [['unit', '--unit', 'phuong-01', '--ends', '2026-02-30'], '--ends "2026-02-30" is no date'],
    [['unit', '--unit', 'phuong-01', '--ends', '2026-12-31T17:00:00+07:00'], '--ends "2026-12-31T17:00:00+07:00" is no date'],
    [['unit', '--unit', 'phuong-01', '--ends', '1900-01-01'], '--ends 1900-01-01 is before "phuong-01" began'],
    [['unit', '--unit', 'phuong-01', '--ends', '2098-12-31', '--successor', 'phuong-99'], '--successor "phuong-99" is not known'],
    [['unit', '--unit', 'phuong-01', '--ends', '2098-12-31', '--successor', 'phuong-01'], '--successor "phuong-01" leads back'],
    [['unit', '--unit', 'phuong-02', '--ends', '2098-12-31', '--successor', 'phuong-10'], '--successor "phuong-10" leads back'],
    [['appoint', '--post', 'phuong-01/khong-co', '--person', 'pho-phuong-01'], '--post "phuong-01/khong-co"'],
    [['appoint', '--post', POST, '--person', 'pho-phuong-01', '--from', '2026-02-30'], '--from "2026-02-30"'],
    [['appoint', '--post', POST, '--person', 'pho-phuong-01', '--from', '2026-09-01T08:00'], '--from "2026-09-01T08:00"'],
    [['substitute', '--post', POST, '--person', 'pho-phuong-01', '--from', '2026-09-05', '--reason', 'x'], '--to is missing'],
    [['dismiss'], 'There is no command "dismiss"'],
  ])(
    'says what is wrong with %j, and changes nothing',
    async (args, words) => {
      const before = await audited();
      const { code, said } = await people(...args);
      expect([code, said]).toEqual([2, expect.stringContaining(words)]);
      expect(said).not.toMatch(/^\s+at /m);
      expect(await audited()).toEqual(before);
    },
    60_000,
  );
});
