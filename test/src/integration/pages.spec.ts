import {
  AftermathRepository,
  CursorUnknown,
  GrantListReading,
  NomineeRepository,
  ObjectionRepository,
  SessionListReading,
  type Database,
  type PageAsked,
  type PageOf,
} from '@laurel/db';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldWords } from '@laurel/domain';
import { prepareStack, SECRET, type Stack } from '../stack/index.ts';

const NOMINATION = `
INSERT INTO nomination (id, programme, campaign, rule_set_version, calendar_version, submission, unit, officer_id, award, nominee, achievement,
                        basis, documents, submitted_at, state, level, stage, stage_index, seq, audit_hash, holds, outcomes, updated_at)
SELECT 'trang-' || i, 'dien-tap', 'trang', '1', '1', '1/TTr', CASE WHEN i % 2 = 0 THEN 'phuong-01' ELSE 'phuong-02' END, 'o', 'a',
       jsonb_build_object('fullName', 'Đỗ Thị Hòa'), jsonb_build_object('title', 'Cứu người'), 'single-deed', '[]', now(), 'DECIDED', 'l', 's', 0, 0, '', '[]', '[]', now()
  FROM generate_series(1, 9) i`;

/** Nine lines of each list; some instants are the same, and some lines are settled. */
const LINES = `
WITH made AS (
  SELECT i, 'trang-' || i AS nomination, timestamptz '2022-10-01T00:00:00.123Z' + (i / 3) * interval '1 minute' AS at,
         CASE WHEN i > 5 THEN timestamptz '2022-11-01T00:00:00Z' + (i / 4) * interval '1 day' END AS settled
    FROM generate_series(1, 9) i
), complaints AS (
  INSERT INTO complaint (id, nomination_id, ground, filed_by, instance, act_id, filed_at, due_at, outcome, settled_at)
  SELECT 'k' || i, nomination, CASE WHEN i % 3 = 0 THEN 'facts' ELSE 'procedure' END, 'Lê Thị Thu', 1, 'a' || i, at,
         CASE WHEN i <> 2 THEN at END, CASE WHEN settled IS NOT NULL THEN 'dismissed' END, settled FROM made
), recalls AS (
  INSERT INTO recall (id, nomination_id, what, state, due_since, recovered_at)
  SELECT 'r' || i, nomination, 'object', CASE WHEN settled IS NULL THEN 'due' ELSE 'recovered' END, at, settled FROM made
), again AS (
  INSERT INTO reexamination (id, revoked_nomination_id, award_record_id, nomination_id, rule, state, opened_at, settled_at)
  SELECT 'x' || i, 'trang-1', 'w', nomination, 'missing-prerequisite', CASE WHEN settled IS NULL THEN 'open' ELSE 'settled' END, at, settled FROM made
), flags AS (
  INSERT INTO duplicate_flag (nomination_id, kind, other_id, likeness, flagged_at) SELECT nomination, 'nomination', 'trang-1', 700 + i * 30, at FROM made
), objections AS (
  INSERT INTO objection (id, programme, nomination_id, task_id, person_id, opened_at) SELECT 'objection-t' || i, 'dien-tap', nomination, 't' || i, 'p', at FROM made
), nominees AS (
  INSERT INTO nominee (id, programme, identity, kind, full_name, folded, unit, birth_year)
  SELECT 'n' || i, 'dien-tap', 'trang-' || i, 'individual', CASE WHEN i % 2 = 0 THEN 'Đỗ Thị Hòa' ELSE 'Đỗ Thị Hoà' END, 'do thi hoa',
         'phuong-0' || i, 1971 FROM made WHERE i <= 5
)
INSERT INTO council_session (id, programme, campaign, rule_set_version, council, name_vi, name_en, zone, secret, absentees, meets_at, opens_at,
                             closes_at, closes_when_all_voted, state, created_by)
SELECT 's' || i, 'dien-tap', 'trang', '1', 'hoi-dong', 'Hội đồng', 'Council', 'Asia/Ho_Chi_Minh', true, 'none', at, at, at, true, 'closed', 'o' FROM made`;

const EVERYWHERE = { places: null, programme: 'dien-tap' };

interface Lists {
  readonly [list: string]: (page: PageAsked) => Promise<PageOf<object>>;
}

function listsOf(database: Database): Lists {
  const aftermath = new AftermathRepository(database);
  const nominees = new NomineeRepository(database);
  const sessions = new SessionListReading(database);
  const objections = new ObjectionRepository(database, { secret: SECRET, mailDomain: 'example.vn' });
  return {
    complaints: (page) => aftermath.complaints({ ...EVERYWHERE, ...page }),
    recalls: (page) => aftermath.recalls({ ...EVERYWHERE, ...page }),
    reexaminations: (page) => aftermath.reexaminations({ ...EVERYWHERE, ...page }),
    objections: (page) => objections.open(['dien-tap/*'], page),
    sessions: (page) => sessions.list({ places: ['dien-tap/*'], ...page }),
    grants: (page) => new GrantListReading(database).page({ programme: 'dien-tap', ...page }),
    'suspected duplicates': (page) => nominees.suspected({ ...EVERYWHERE, ...page }),
    'look-alikes': (page) => nominees.lookAlikes({ ...EVERYWHERE, ...page }),
    nominees: (page) => nominees.search({ q: 'do hoa', ...EVERYWHERE, ...page }),
    'nominees by name': (page) => nominees.search({ q: '', ...EVERYWHERE, ...page }),
  };
}

const LISTS = Object.keys(listsOf({} as Database));

async function pagesOf(list: (page: PageAsked) => Promise<PageOf<object>>, limit: number): Promise<readonly (readonly object[])[]> {
  const pages: (readonly object[])[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await list({ limit, cursor });
    pages.push(items);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

describe('lists on a real database', () => {
  let stack: Stack;
  let lists: Lists;

  beforeAll(async () => {
    stack = await prepareStack();
    await stack.database.pool.query(NOMINATION);
    await stack.database.pool.query(LINES);
    lists = listsOf(stack.database);
  }, 60_000);

  afterAll(async () => {
    await stack.close();
  });

  const listOf = (name: string): Lists[string] => {
    const list = lists[name];
    if (!list) throw new Error(`No list ${name}`);
    return list;
  };

  it('tell the objections to one nomination alone', async () => {
    const objections = new ObjectionRepository(stack.database, { secret: SECRET, mailDomain: 'example.vn' });
    const { items } = await objections.open(['dien-tap/*'], { nominationId: 'trang-3', limit: 200 });
    expect(items.map(({ id }) => id)).toEqual(['objection-t3']);
  });

  it.each(LISTS)('tell every line of the %s once, page by page, in one order', async (name) => {
    const whole = await listOf(name)({ limit: 200 });
    expect([whole.items.length >= 5, whole.nextCursor]).toEqual([true, null]);
    const pages = await pagesOf(listOf(name), 2);
    expect(pages.flat()).toEqual(whole.items);
    expect(pages.map(({ length }) => length).slice(0, -1)).toEqual(pages.slice(1).map(() => 2));
  });

  it.each(LISTS)('refuse a cursor that no page of the %s has given', async (name) => {
    const cursor = Buffer.from(JSON.stringify(['k1'])).toString('base64url');
    await expect(listOf(name)({ limit: 2, cursor })).rejects.toThrow(CursorUnknown);
  });

  it('find grants by words of a name without diacritics, of an address or an id, and by role', async () => {
    const grants = new GrantListReading(stack.database);
    const found = async (asked: Parameters<GrantListReading['page']>[0]): Promise<readonly (string | null)[]> =>
      (await grants.page({ programme: 'dien-tap', ...asked })).items.map(({ personId }) => personId);
    const [one] = (await grants.page({ programme: 'dien-tap', limit: 1 })).items;
    const typed = foldWords(one?.fullName ?? '');
    expect(await found({ q: typed.split(' ').toReversed().join(' '), limit: 200 })).toContain(one?.personId);
    expect(await found({ q: 'chu-tich-quan', limit: 200 })).toEqual(expect.arrayContaining(['chu-tich-quan', 'pho-chu-tich-quan']));
    expect(await found({ role: 'authority', limit: 200 })).toHaveLength(2);
    expect(await found({ q: 'khong co ai', limit: 200 })).toEqual([]);
  });

  it('refuse the cursor of another list', async () => {
    const { nextCursor } = await listOf('nominees by name')({ limit: 2 });
    await expect(listOf('complaints')({ limit: 2, cursor: nextCursor ?? '' })).rejects.toThrow(CursorUnknown);
  });

  it('has what waits first, by its deadline, and then the settled, the latest first', async () => {
    const { items } = await new AftermathRepository(stack.database).complaints({ ...EVERYWHERE, limit: 200 });
    expect(items.map(({ id }) => id)).toEqual(['k1', 'k3', 'k4', 'k5', 'k2', 'k8', 'k9', 'k6', 'k7']);
  });

  it('narrows complaints to one ground, and still names every ground', async () => {
    const aftermath = new AftermathRepository(stack.database);
    const asked = { ...EVERYWHERE, ground: 'facts', limit: 2 };
    const { items } = await aftermath.complaints(asked);
    expect(items.map(({ ground }) => ground)).toEqual(['facts', 'facts']);
    expect((await aftermath.grounds(asked)).map(({ ground }) => ground)).toEqual(['facts', 'procedure']);
  });

  it('fills a page from the units that one may see alone', async () => {
    const { items } = await new NomineeRepository(stack.database).suspected({ places: ['dien-tap/phuong-02'], limit: 4 });
    expect(items.map(({ unit }) => unit)).toEqual(['phuong-02', 'phuong-02', 'phuong-02', 'phuong-02']);
  });
});
