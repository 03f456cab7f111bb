import { AccessRepository, type AuditLink, InvariantReading, PeopleRepository } from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../stack/index.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';

describe('what is done about access and people', () => {
  let stack: Stack;
  let access: AccessRepository;
  let people: PeopleRepository;

  beforeAll(async () => {
    stack = await startStack();
    access = new AccessRepository(stack.database);
    people = new PeopleRepository(stack.database);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  const grant = (name: string): Promise<string> =>
    access.grant({
      ...{ email: `${name}@example.test`, programme: PROGRAMME, personId: null, role: 'auditor', unit: null },
      ...{ from: Date.now(), to: null, by: 'spec', reason: 'thanh tra' },
    });

  const grantsOf = (name: string): Promise<number> => stack.view.count(`role_grant WHERE email = '${name}@example.test'`);

  async function linksOf(stream: string): Promise<readonly AuditLink[]> {
    return (await new InvariantReading(stack.database).links([stream])).get(stream) ?? [];
  }

  /** Runs something while no link can be added to a stream. */
  async function withoutLinks(stream: string, attempt: () => Promise<unknown>): Promise<void> {
    await stack.view.rows(`ALTER TABLE audit_event ADD CONSTRAINT no_more CHECK (nomination_id <> '${stream}') NOT VALID`);
    try {
      await expect(attempt()).rejects.toThrow('no_more');
    } finally {
      await stack.view.rows('ALTER TABLE audit_event DROP CONSTRAINT no_more');
    }
  }

  it('is granted once when the same is asked five times at once, with one link', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => grant('mot-lan')));
    const links = (await linksOf('access')).filter(({ facts }) => facts['grantId'] === ids[0]);
    expect([new Set(ids).size, await grantsOf('mot-lan'), links.length]).toEqual([1, 1, 1]);
    expect(links[0]).toMatchObject({ action: 'role-granted', actor: 'spec', reason: 'thanh tra' });
  });

  it('is not done when its link cannot be written', async () => {
    await withoutLinks('access', () => grant('khong-dau-vet'));
    expect(await grantsOf('khong-dau-vet')).toBe(0);

    const id = await grant('con-giu');
    await withoutLinks('access', () => access.end(id, 'spec', 'thôi nhiệm vụ'));
    expect(await grantsOf('con-giu')).toBe(await stack.view.count(`role_grant WHERE id = '${id}' AND valid_to IS NULL`));

    const stranger = { id: 'khong-dau-vet', fullName: 'Hồ Thị Diễm My', email: 'my@example.test', language: 'vi' } as const;
    await withoutLinks(`people:${PROGRAMME}`, () => people.savePerson(PROGRAMME, stranger));
    expect(await stack.view.count(`person WHERE id = 'khong-dau-vet'`)).toBe(0);
  });

  it('makes one chain however many write at once', async () => {
    const before = (await linksOf('access')).length;
    const names = Array.from({ length: 12 }, (_, index) => `cung-luc-${index}`);
    const ids = await Promise.all(names.map(grant));
    const answers = await Promise.all(ids.map((id) => access.end(id, 'spec', 'hết việc')));
    expect(answers).toEqual(ids.map(() => true));
    expect(await access.end(ids[0] ?? '', 'spec', 'một lần nữa')).toBe(false);
    expect((await linksOf('access')).map(({ seq }) => seq)).toEqual(Array.from({ length: before + 24 }, (_, index) => index + 1));
    expect(await stack.verify({ settleMs: 300 })).toEqual([]);
  });
});
