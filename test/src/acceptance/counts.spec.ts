import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const REVOCATION = { grounds: [{ ground: 'fraud', text: { vi: 'Gian dối trong kê khai', en: 'Fraud' } }] };
const NOMINATIONS = 12;

interface Titled {
  readonly award: string;
  readonly level: string;
  readonly issuer: string;
}

interface Report {
  readonly total: number;
  readonly asOf: string;
  readonly knownAt: string;
  readonly counts: readonly (Titled & {
    readonly count: number;
    readonly rows: readonly (Titled & { readonly id: string; readonly signedOn: string; readonly recordedAt: string })[];
  })[];
}

/** Scenario 2 (document 000): the twelve that go up, and two counts of one season that both stay true. */
describe('city titles by two times', () => {
  let world: RegistryStack;
  let ids: readonly string[];
  let beforeTheLast: string;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'dem', rules: { revocation: REVOCATION } });
    ids = await Promise.all(Array.from({ length: NOMINATIONS }, () => world.fileUpToDistrict({ campaign: 'dem' })));
    await Promise.all(ids.map((id) => world.answer(id, 'district', 'refer-up')));
  }, 150_000);

  afterAll(async () => {
    await world.close();
  });

  const count = async (asOf: string, knownAt?: string): Promise<unknown> =>
    (await world.titles(`campaign=dem&asOf=${asOf}${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`))['total'];

  it('are 8 on 29/9/2022, and 9 with the decision of 30/9/2022', async () => {
    const [late = '', ...others] = ids;
    await Promise.all(others.slice(0, 3).map((id) => world.answer(id, 'city', 'reject')));
    await Promise.all(others.slice(3).map((id) => world.answer(id, 'city', 'approve', { number: '5600/QĐ-UBND', signedOn: '2022-09-28' })));
    beforeTheLast = new Date().toISOString();
    expect(await count('2022-09-30')).toBe(8);
    await world.answer(late, 'city', 'approve', { signedOn: '2022-09-30' });
    expect([await count('2022-09-29'), await count('2022-09-30')]).toEqual([8, 9]);
    expect(await count('2022-09-30', beforeTheLast)).toBe(8);
  }, 90_000);

  it('stay what they were when a title is taken back', async () => {
    const [, , , , revoked = ''] = ids;
    const before = new Date().toISOString();
    const body = { ground: 'fraud', paper: '6000/QĐ-UBND', reason: 'Kết luận thanh tra', revokedOn: '2022-11-15' };
    const done = await world.post(`/v1/nominations/${revoked}/revocations`, body, 'mot-lan');
    expect(done).toMatchObject({ status: 200, json: { state: 'REVOKED' } });
    expect((await world.post(`/v1/nominations/${revoked}/revocations`, body, 'mot-lan')).json).toEqual(done.json);
    expect([await count('2022-09-29'), await count('2022-09-30'), await count('2022-11-14'), await count('2022-11-15')]).toEqual([
      8, 9, 9, 8,
    ]);
    expect(await count('2022-11-15', before)).toBe(9);
    expect(await world.get(`/v1/nominations/${revoked}`)).toMatchObject({
      state: 'REVOKED',
      revocations: [{ ground: 'fraud', revokedOn: '2022-11-15' }],
      recalls: [{ what: 'object', state: 'due' }],
    });
    const { entries } = (await world.get(`/v1/nominations/${revoked}/timeline`)) as { entries: readonly { action: string }[] };
    expect(entries.filter(({ action }) => action === 'revoked')).toHaveLength(1);
  }, 60_000);

  it('join one decision when its number comes late, and totals equal the rows (invariant 13)', async () => {
    const [late = ''] = ids;
    const { decisions } = (await world.get(`/v1/nominations/${late}`)) as {
      decisions: readonly { id: string; level: string; number: string | null }[];
    };
    const unnumbered = decisions.find(({ level }) => level === 'city');
    expect(unnumbered?.number).toBeNull();
    const numbered = { number: '5600/QĐ-UBND', signedOn: '2022-09-28' };
    const before = new Date().toISOString();
    expect(await world.post(`/v1/decisions/${unnumbered?.id ?? ''}/number`, numbered)).toMatchObject({ status: 200, json: numbered });
    const lines = await world.stack.view.count(`decision d JOIN decision_line l ON l.decision_id = d.id WHERE d.number = '5600/QĐ-UBND'`);
    expect([lines, await world.stack.view.count(`decision WHERE number = '5600/QĐ-UBND'`)]).toEqual([9, 1]);
    expect([await count('2022-09-29'), await count('2022-09-29', before), await count('2022-09-30', before)]).toEqual([9, 8, 9]);
    const report = await world.titles('campaign=dem&asOf=2022-12-31');
    const counts = report['counts'] as readonly { count: number; rows: readonly object[] }[];
    expect(counts.map(({ count: counted, rows }) => counted === rows.length)).toEqual([true]);
    expect(report).toMatchObject({ total: 8, asOf: '2022-12-31' });
    expect(await world.stack.view.count('award_record WHERE programme = $1', [PROGRAMME])).toBe(10);
  }, 60_000);

  it('say what is counted and as of when, and total the rows behind them, on any day and by any knowledge (invariant 13)', async () => {
    const hours = fc.integer({ min: -24, max: 24 }).map((hour) => new Date(Date.now() + hour * 3_600_000).toISOString());
    const days = fc
      .date({ min: new Date('2022-09-20'), max: new Date('2022-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(
        days,
        fc.constantFrom('', 'level=city', 'award=ntvt-city'),
        fc.oneof(hours, fc.constant(beforeTheLast)),
        async (asOf, what, knownAt) => {
          const report = (await world.titles(`campaign=dem&asOf=${asOf}&knownAt=${knownAt}&${what}`)) as unknown as Report;
          expect([report.asOf, Date.parse(report.knownAt)]).toEqual([asOf, Date.parse(knownAt)]);
          const rows = report.counts.flatMap((counted) => counted.rows.map((row) => [counted, row] as const));
          expect(report.total).toBe(rows.length);
          for (const { count, rows: behind } of report.counts) expect(count).toBe(behind.length);
          for (const [{ award, level, issuer }, row] of rows) {
            expect(row).toMatchObject({ award, level, issuer });
            expect(row.signedOn <= asOf && Date.parse(row.recordedAt) <= Date.parse(knownAt)).toBe(true);
          }
          expect(new Set(rows.map(([, { id }]) => id)).size).toBe(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  }, 90_000);
});
