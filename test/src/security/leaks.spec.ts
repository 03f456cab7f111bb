import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecurityDesk, type Browser, type Told } from './desk.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';

interface Lines {
  readonly items: readonly { readonly id: string; readonly unit: string; readonly programme: string }[];
  readonly total: { readonly count: number; readonly exact: boolean };
}

const linesOf = ({ text }: Told): Lines => JSON.parse(text) as Lines;

describe('what somebody of one unit sees', () => {
  let desk: SecurityDesk;
  let nominator: Browser;
  let district: Browser;
  let everywhere: Browser;
  let foreign: string;

  beforeAll(async () => {
    desk = await SecurityDesk.open();
    await desk.stack.submit(3, { unit: 'phuong-01' });
    const [id] = await desk.stack.submit(2, { unit: 'phuong-02' });
    foreign = id ?? '';
    await desk.stack.submit(1, { programme: 'dien-tap' });
    nominator = await desk.personWith('nominator', PROGRAMME, 'phuong-01');
    district = await desk.personWith('secretariat', PROGRAMME, 'district');
    everywhere = await desk.personWith('auditor', null, null);
  }, 60_000);

  afterAll(async () => {
    await desk.close();
  });

  it('is its own nominations, in the list and in its count', async () => {
    const { items, total } = linesOf(await desk.askAs(nominator, 'GET', '/v1/console/nominations'));
    expect(new Set(items.map(({ unit }) => unit))).toEqual(new Set(['phuong-01']));
    expect(total).toEqual({ count: 3, exact: true });
  });

  it('is what lies below the unit, of that programme only', async () => {
    const { items, total } = linesOf(await desk.askAs(district, 'GET', '/v1/console/nominations'));
    expect(new Set(items.map(({ programme }) => programme))).toEqual(new Set([PROGRAMME]));
    expect(total.count).toBe(5);
  });

  it('is everything for a grant without a unit', async () => {
    expect(linesOf(await desk.askAs(everywhere, 'GET', '/v1/console/nominations')).total.count).toBe(6);
  });

  it('does not grow by asking for another unit, searching or sorting', async () => {
    const queries = ['unit=phuong-02', 'q=quynh&sort=nominee', 'sort=due', 'sort=oldest', `programme=dien-tap`];
    for (const query of queries) {
      const { items } = linesOf(await desk.askAs(nominator, 'GET', `/v1/console/nominations?${query}`));
      expect(items.filter(({ unit }) => unit !== 'phuong-01')).toEqual([]);
    }
    const own = JSON.parse((await desk.askAs(nominator, 'GET', '/v1/nominations')).text) as {
      readonly items: readonly { readonly unit: string }[];
    };
    expect(own.items.map(({ unit }) => unit)).toEqual(['phuong-01', 'phuong-01', 'phuong-01']);
  });

  it('finds names without their diacritics', async () => {
    expect(linesOf(await desk.askAs(nominator, 'GET', '/v1/console/nominations?q=do%20thanh%20quynh')).items).toHaveLength(3);
    expect(linesOf(await desk.askAs(nominator, 'GET', `/v1/console/nominations?q=${encodeURIComponent('Đỗ Thanh')}`)).items).toHaveLength(
      3,
    );
    expect(linesOf(await desk.askAs(nominator, 'GET', '/v1/console/nominations?q=khong-co-ai')).items).toHaveLength(0);
  });

  it('pages by cursor through every line once, in every order', async () => {
    for (const sort of ['newest', 'oldest', 'due', 'nominee']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const more: string = cursor === null ? '' : `&cursor=${cursor}`;
        const told = await desk.askAs(everywhere, 'GET', `/v1/console/nominations?limit=2&sort=${sort}${more}`);
        const page = JSON.parse(told.text) as { readonly items: readonly { readonly id: string }[]; readonly nextCursor: string | null };
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(6);
      expect(seen).toHaveLength(6);
    }
  });

  it('counts only its own in the overview', async () => {
    const overview = JSON.parse((await desk.askAs(nominator, 'GET', '/v1/console/overview')).text) as { readonly total: number };
    expect(overview.total).toBe(3);
  });

  it('tells of a nomination of another unit what it tells of one that does not exist', async () => {
    for (const path of ['', '/timeline']) {
      const [hidden, absent] = [
        await desk.askAs(nominator, 'GET', `/v1/console/nominations/${foreign}${path}`),
        await desk.askAs(nominator, 'GET', `/v1/console/nominations/khong-co${path}`),
      ];
      const told = ({ text }: Told): object => ({ ...(JSON.parse(text) as object), correlationId: null });
      expect(hidden.status).toBe(404);
      expect(told(hidden)).toEqual(told(absent));
    }
  });

  it('names the units of the filters that it may look into', async () => {
    interface Facets {
      readonly programmes: readonly { readonly key: string; readonly units: readonly { readonly key: string }[] }[];
    }
    const { programmes } = JSON.parse((await desk.askAs(nominator, 'GET', '/v1/console/facets')).text) as Facets;
    expect(programmes.flatMap(({ units }) => units.map(({ key }) => key))).toEqual(['phuong-01']);
  });

  it('holds no addresses of people for those who do not write to them', async () => {
    const { items } = linesOf(await desk.askAs(nominator, 'GET', '/v1/console/nominations'));
    const page = await desk.askAs(nominator, 'GET', `/v1/console/nominations/${items[0]?.id ?? ''}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/@example\.vn/);
  });

  it('holds the documents of its own nominations, under the same 404 for others', async () => {
    const bytes = Buffer.from('%PDF-1.4 bao cao');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const text = `UPDATE nomination SET documents = jsonb_build_array(jsonb_build_object('kind', 'achievement-report', 'name', 'bao-cao.pdf', 'sha256', $1::text)) WHERE unit = 'phuong-02'`;
    await desk.stack.database.pool.query(text, [sha256]);
    await desk.stack.database.pool.query(`INSERT INTO document (sha256, media_type, size, bytes) VALUES ($1, 'application/pdf', $2, $3)`, [
      sha256,
      bytes.length,
      bytes,
    ]);
    expect((await desk.askAs(nominator, 'GET', `/v1/documents/${sha256}`)).status).toBe(404);
    expect((await desk.askAs(district, 'GET', `/v1/documents/${sha256}`)).status).toBe(200);
    expect((await desk.askAs(everywhere, 'GET', `/v1/documents/${sha256}`)).status).toBe(200);
  });

  it('exports what it shows and no more', async () => {
    const told = await desk.askAs(nominator, 'GET', '/v1/console/nominations/export?language=en');
    expect(told.headers['content-type']).toContain('spreadsheetml');
    expect(told.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('writes nothing by looking', async () => {
    const before = await desk.stack.view.count('audit_event');
    await desk.askAs(everywhere, 'GET', '/v1/console/audit');
    await desk.askAs(everywhere, 'GET', `/v1/console/nominations/${foreign}`);
    expect(await desk.stack.view.count('audit_event')).toBe(before);
  });
});
