import { PeopleRepository, RemediesRepository, SuccessionRepository, type DatedAddress } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, submittedEvent, type Stack } from '../stack/index.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const HOUR = 3_600_000;

describe('addresses from when to when', () => {
  let stack: Stack;
  let people: PeopleRepository;

  beforeAll(async () => {
    stack = await startStack();
    people = new PeopleRepository(stack.database);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  const held = (person: string): Promise<readonly DatedAddress[]> => people.addressesOf(PROGRAMME, person);

  async function now(person: string): Promise<string | undefined> {
    const text = 'SELECT email FROM person WHERE programme = $1 AND id = $2';
    return (await stack.view.rows<{ email: string }>(text, [PROGRAMME, person]))[0]?.email;
  }

  async function version(): Promise<number | undefined> {
    return (await stack.view.rows<{ version: number }>('SELECT version FROM directory_version WHERE programme = $1', [PROGRAMME]))[0]
      ?.version;
  }

  const save = (id: string, email: string, from?: number): Promise<void> =>
    people.savePerson(PROGRAMME, { id, fullName: 'Hồ Thị Diễm My', email, language: 'vi' }, from);

  /** Lets so much time pass for the addresses of a person. */
  const pass = (person: string, hours: number): Promise<readonly object[]> =>
    stack.view.rows(
      `UPDATE address_holding SET "from" = CASE WHEN "from" > 'epoch' THEN "from" - $3 * interval '1 hour' ELSE "from" END, "to" = "to" - $3 * interval '1 hour'
        WHERE programme = $1 AND person_id = $2`,
      [PROGRAMME, person, hours],
    );

  /** Submits a nomination, and says to which address the task of its head was mailed. */
  async function mailed(): Promise<string | undefined> {
    const [id = ''] = await stack.submit(1);
    const task = await stack.view.waitForTask(id);
    return (await stack.view.mailsOf(id)).find(({ taskId }) => taskId === task.id)?.to;
  }

  it('are one for everybody whom people.yaml names, from ever on, and stay one when it is taken over again', async () => {
    const without = `person p WHERE NOT EXISTS (SELECT 1 FROM address_holding a WHERE a.programme = p.programme AND a.person_id = p.id
                      AND a.email = p.email AND a."from" = 'epoch' AND a."to" IS NULL)`;
    expect([(await stack.view.count('person')) > 10, await stack.view.count(without)]).toEqual([true, 0]);
    const before = await stack.view.count('address_holding');
    await people.seed({
      ...{ programme: PROGRAMME, version: 1, people: new Map(), units: new Map(), posts: new Map(), holdings: [], substitutions: [] },
    });
    expect(await stack.view.count('address_holding')).toBe(before);
  });

  it('take mails to the old one until the new one begins, to the new one from then on, and say whose was which', async () => {
    const head = 'truong-phuong-01';
    const successions = new SuccessionRepository(stack.database);
    const old = await now(head);
    expect(await mailed()).toBe(old);
    const from = Date.now() + HOUR;
    await save(head, 'moi@example.vn', from);
    expect(await successions.moveAddresses()).toBe(0);
    expect([await now(head), await mailed()]).toEqual([old, old]);
    expect(await held(head)).toEqual([
      { email: old, from: 0, to: from },
      { email: 'moi@example.vn', from, to: null },
    ]);
    await pass(head, 2);
    const before = await version();
    const moved = (await Promise.all([successions.moveAddresses(), successions.moveAddresses()])).reduce((sum, one) => sum + one, 0);
    // The worker's own watch may have been there first.
    expect(moved).toBeLessThanOrEqual(1);
    expect([await now(head), await version()]).toEqual(['moi@example.vn', (before ?? 0) + moved]);
    expect([await mailed(), await successions.moveAddresses()]).toEqual(['moi@example.vn', 0]);
  }, 60_000);

  it('keep the old one when an undeliverable one is mended, and no address is in any audit', async () => {
    const person = 'pho-phuong-02';
    const old = await now(person);
    await new RemediesRepository(stack.database).correctAddress(PROGRAMME, person, 'da.sua.4711@example.vn');
    const rows = await held(person);
    expect(rows).toEqual([
      { email: old, from: 0, to: rows[1]?.from },
      { email: 'da.sua.4711@example.vn', from: expect.any(Number), to: null },
    ]);
    expect(Math.abs(Date.now() - (rows[1]?.from ?? 0))).toBeLessThan(HOUR);
    expect(await now(person)).toBe('da.sua.4711@example.vn');
    for (const table of ['audit_event', 'operator_log', 'outbox_event', 'act'])
      expect([table, await stack.view.count(`${table} x WHERE x::text LIKE '%4711%'`)]).toEqual([table, 0]);
    expect(await stack.view.count(`audit_event WHERE action = 'person-saved' AND facts ->> 'personId' = $1`, [person])).toBe(1);
  });

  it('leave one to come as it is when that of now is corrected, and change nothing when only a name does', async () => {
    const person = 'pho-phuong-03';
    const old = await now(person);
    const from = Date.now() + HOUR;
    await save(person, 'sau-nay@example.vn', from);
    await save(person, 'bay-gio@example.vn');
    const rows = await held(person);
    expect(rows.map(({ email }) => email)).toEqual([old, 'bay-gio@example.vn', 'sau-nay@example.vn']);
    expect(rows.map(({ to }) => to)).toEqual([rows[1]?.from, from, null]);
    await save(person, 'bay-gio@example.vn');
    expect([await held(person), await now(person)]).toEqual([rows, 'bay-gio@example.vn']);
    await save(person, 'bay-gio@example.vn', from);
    expect((await held(person)).map(({ email }) => email)).toEqual([old, 'bay-gio@example.vn', 'bay-gio@example.vn']);
  });

  it('never rewrite what was: an instant that is past counts as now', async () => {
    const person = 'pho-phuong-04';
    const old = await now(person);
    await save(person, 'hom-nay@example.vn', Date.now() - 48 * HOUR);
    const [first, second] = await held(person);
    expect([first?.email, second?.email]).toEqual([old, 'hom-nay@example.vn']);
    expect(Date.now() - (second?.from ?? 0)).toBeLessThan(HOUR);
  });

  it('follow one another without gap or overlap, also when several are entered at the same moment', async () => {
    const person = 'pho-phuong-05';
    const given = Array.from({ length: 6 }, (_, i) => save(person, `cung-luc-${String(i)}@example.vn`, Date.now() + (i % 2) * (HOUR + i)));
    await Promise.all(given);
    const rows = await held(person);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map(({ to }) => to)).toEqual([...rows.slice(1).map(({ from }) => from), null]);
    const current = rows.find(({ from, to }) => from <= Date.now() && (to === null || to > Date.now()));
    expect(await now(person)).toBe(current?.email);
  });

  it('begin with the first nomination of an officer whom nobody knew', async () => {
    const event = submittedEvent();
    const data = { ...event.data, nominator: { ...event.data.nominator, officer: 'can-bo-moi@example.vn' } };
    expect(await stack.accept({ ...event, data })).toMatchObject({ is: 'accepted' });
    const text = `SELECT a.email, a."to", a."from" = i.received_at AS received FROM address_holding a
                    JOIN person p ON p.programme = a.programme AND p.id = a.person_id JOIN inbox_event i ON i.event_id = $1 WHERE p.email = $2`;
    expect(await stack.view.rows(text, [event.id, 'can-bo-moi@example.vn'])).toEqual([
      { email: 'can-bo-moi@example.vn', to: null, received: true },
    ]);
  });
});
