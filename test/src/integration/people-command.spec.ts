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

  it.each([
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
