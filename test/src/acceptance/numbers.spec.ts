import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@laurel/contracts';
import type { AwardType } from '@laurel/domain';
import type { Answer } from '../stack/index.ts';
import { PROGRAMME, RegistryStack } from './registry-stack.ts';

const NUMBER = '12/QĐ-UBND';
const RULES = { decisionNumbers: [{ level: 'district', pattern: '{n}/QĐ-UBND', perYear: true }] };

const saidOf = (answer: Confirmation): string => (answer === 'NOT_CONFIRMED' || answer.recorded ? 'recorded' : answer.refused);

/** Numbers of papers under the rules: `{n}/QĐ-UBND`, numbered afresh each year. */
describe('the number of a decision', () => {
  let world: RegistryStack;

  beforeAll(async () => {
    world = await RegistryStack.start();
    await world.open({ campaign: 'so', rules: RULES });
  }, 90_000);

  afterAll(async () => {
    await world.close();
  });

  const filed = (count: number): Promise<readonly string[]> =>
    Promise.all(Array.from({ length: count }, () => world.fileUpToDistrict({ campaign: 'so' })));
  const papers = (number: string): Promise<readonly { signed_on: string; lines: number }[]> =>
    world.stack.view.rows(
      `SELECT d.signed_on::text, count(l.*)::int AS lines FROM decision d LEFT JOIN decision_line l ON l.decision_id = d.id
        WHERE d.programme = $1 AND ltrim(d.number, '0') = $2 GROUP BY d.id ORDER BY d.signed_on`,
      [PROGRAMME, number],
    );
  const decisionOf = async (id: string): Promise<string> => {
    const { decisions } = (await world.get(`/v1/nominations/${id}`)) as { decisions: readonly { id: string }[] };
    return decisions[0]?.id ?? '';
  };

  it('is given to one paper: of two signatures of one moment under one number and two dates one is refused', async () => {
    const ids = await filed(8);
    const answers = await Promise.all(
      ids.map((id, i) => world.answer(id, 'district', 'approve', { number: NUMBER, signedOn: `2022-09-0${String(i + 1)}` })),
    );
    expect(answers.map(saidOf).toSorted()).toEqual([...Array.from({ length: 7 }, () => 'NUMBER_TAKEN'), 'recorded']);
    expect(await papers(NUMBER)).toEqual([{ signed_on: expect.any(String), lines: 1 }]);
  }, 90_000);

  it('is refused on the page with the field and the cure, and taken with the day that it was signed on', async () => {
    const [[paper], [id = '']] = await Promise.all([papers(NUMBER), filed(1)]);
    const link = `/t/${world.stack.tokenOf((await world.stack.view.waitForTask(id, 'district')).id)}`;
    const signed = (number: string, signedOn: string): Promise<Answer> =>
      world.post(link, { decision: 'approve', reason: 'Theo hồ sơ', number, signedOn });
    const refused = await signed(NUMBER, '2022-10-10');
    const [day, month] = (paper?.signed_on ?? '').split('-').slice(1).reverse().map(Number);
    const named = `ký ngày ${String(day).padStart(2, '0')}/${String(month)}/2022, người ký: `;
    expect(refused).toMatchObject({
      status: 422,
      json: {
        code: 'NUMBER_TAKEN',
        detailVi: expect.stringContaining(named),
        paper: { number: NUMBER, signedOn: paper?.signed_on, signer: expect.stringMatching(/\p{L}+ \p{L}+/u) },
        errors: [{ pointer: '/number' }],
      },
    });
    expect(await signed(`0${NUMBER}`, paper?.signed_on ?? '')).toMatchObject({ status: 200 });
    expect(await papers(NUMBER)).toEqual([{ signed_on: paper?.signed_on, lines: 2 }]);
  }, 60_000);

  it('begins again each year', async () => {
    const [id = ''] = await filed(1);
    expect(saidOf(await world.answer(id, 'district', 'approve', { number: NUMBER, signedOn: '2021-12-31' }))).toBe('recorded');
    expect(await papers(NUMBER)).toHaveLength(2);
  }, 60_000);

  it('that comes late is refused where another paper has it; of two papers of one moment one gets it', async () => {
    const ids = await filed(2);
    await Promise.all(ids.map((id, i) => world.answer(id, 'district', 'approve', { signedOn: `2022-10-0${String(i + 1)}` })));
    const decisions = await Promise.all(ids.map(decisionOf));
    const numbered = (number: string): Promise<readonly unknown[]> =>
      Promise.all(decisions.map(async (id) => (await world.post(`/v1/decisions/${id}/number`, { number })).status));
    expect(await numbered(NUMBER)).toEqual([422, 422]);
    expect(await world.post(`/v1/decisions/${decisions[0] ?? ''}/number`, { number: NUMBER })).toMatchObject({
      json: { paper: { number: NUMBER, signer: expect.any(String) } },
    });
    expect((await numbered('13/QĐ-UBND')).toSorted()).toEqual([200, 422]);
    expect((await papers('13/QĐ-UBND')).filter(({ lines }) => lines > 0)).toHaveLength(1);
  }, 60_000);

  it('is given to many decisions at once, which become lines of one; what cannot have it says why, and the list holds the rest', async () => {
    const ids = await filed(3);
    await Promise.all(ids.map((id) => world.answer(id, 'district', 'approve', { signedOn: '2022-12-01' })));
    const decisions = await Promise.all(ids.map(decisionOf));
    const waiting = async (): Promise<readonly string[]> => {
      const { items } = (await world.get('/v1/decisions/unnumbered?limit=200')) as { items: readonly { id: string }[] };
      return items.map(({ id }) => id).filter((id) => decisions.includes(id));
    };
    expect(await waiting()).toHaveLength(3);
    const many = async (number: string, of: readonly string[]): Promise<unknown> =>
      (await world.post('/v1/decisions/numbers', { number, signedOn: '2022-12-02', decisions: of })).json;
    expect(await many(NUMBER, decisions.slice(0, 1))).toMatchObject({
      items: [{ status: 'refused', problem: { code: 'NUMBER_TAKEN', detailVi: expect.stringContaining(NUMBER) } }],
    });
    const recorded = ids.slice(0, 2).map((nominationId) => ({ nominationId, status: 'recorded', problem: null }));
    const [first = '', second = ''] = decisions;
    expect(await many('41/QĐ-UBND', [first, second, 'khong-co'])).toMatchObject({
      items: [...recorded, { decisionId: 'khong-co', status: 'refused', problem: { code: 'NOT_FOUND' } }],
    });
    expect((await papers('41/QĐ-UBND')).filter(({ lines }) => lines > 0)).toEqual([{ signed_on: '2022-12-02', lines: 2 }]);
    expect(await waiting()).toEqual(decisions.slice(2));
  }, 60_000);

  it('stays with a paper whose date is mended, and is free on no other day', async () => {
    const [first = '', second = '', third = ''] = await filed(3);
    const signedOn = '2022-11-07';
    for (const id of [first, second]) await world.answer(id, 'district', 'approve', { number: '20/QĐ-UBND', signedOn });
    const mended = { number: '20/QĐ-UBND', signedOn: '2022-11-08' };
    expect(await world.post(`/v1/decisions/${await decisionOf(first)}/number`, mended)).toMatchObject({ status: 200 });
    expect((await papers('20/QĐ-UBND')).filter(({ lines }) => lines > 0)).toEqual([{ signed_on: '2022-11-08', lines: 2 }]);
    expect(saidOf(await world.answer(third, 'district', 'approve', { number: '20/QĐ-UBND', signedOn }))).toBe('NUMBER_TAKEN');
    expect(saidOf(await world.answer(third, 'district', 'approve', mended))).toBe('recorded');
  }, 60_000);

  it('takes its place in the year to which its day of signing is mended, where that year has one', async () => {
    const awards = (award: AwardType): AwardType =>
      award.key === 'ntvt-district' ? { ...award, cap: { scope: 'programme', period: 'year', max: 1 } } : award;
    await world.open({ campaign: 'mot-nam-mot', rules: RULES, awards });
    const [first = '', next = ''] = await Promise.all([1, 2].map(() => world.fileUpToDistrict({ campaign: 'mot-nam-mot' })));
    const signed = (id: string, number: string, signedOn: string): Promise<Confirmation> =>
      world.answer(id, 'district', 'approve', { number, signedOn });
    const mended = async (id: string, number: string, signedOn: string): Promise<number> =>
      (await world.post(`/v1/decisions/${await decisionOf(id)}/number`, { number, signedOn })).status;
    expect(saidOf(await signed(first, '31/QĐ-UBND', '2020-12-30'))).toBe('recorded');
    expect(saidOf(await signed(next, '32/QĐ-UBND', '2020-12-31'))).toBe('CAP_REACHED');
    expect(await mended(first, '31/QĐ-UBND', '2019-12-30')).toBe(200);
    expect(saidOf(await signed(next, '32/QĐ-UBND', '2020-12-31'))).toBe('recorded');
    expect(await mended(first, '31/QĐ-UBND', '2020-12-30')).toBe(409);
    const places = await world.stack.view.rows(
      `SELECT nomination_id, right(scope, 4) AS year FROM award_slot WHERE nomination_id = ANY($1) AND scope LIKE 'cap|%' AND released_at IS NULL ORDER BY 2`,
      [[first, next]],
    );
    expect(places).toEqual([
      { nomination_id: first, year: '2019' },
      { nomination_id: next, year: '2020' },
    ]);
  }, 60_000);
});
