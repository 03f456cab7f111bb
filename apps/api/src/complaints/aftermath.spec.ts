import type { AftermathFilter, ComplaintLine, PageOf, RecallLine, ReexaminationLine } from '@laurel/db';
import { describe, expect, it, jest } from '@jest/globals';
import { fakeParts, KEY } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import type { ApiParts } from '../parts/parts.ts';
import { RULES } from '../tasks/task-page.fixture.ts';

// A module of Nest on a busy machine takes its time.
jest.setTimeout(30_000);

const ABOUT = {
  nominationId: 'n1',
  nominee: 'Hoàng Bích Vân',
  programme: 'ntvt',
  campaign: '2022',
  unit: 'u',
  award: 'ntvt-district',
  state: 'CONFERRED',
};
const COMPLAINT: ComplaintLine = {
  ...ABOUT,
  id: 'n1-c1',
  ruleSetVersion: '2022.1',
  ground: 'procedure',
  filedBy: 'Lê Thị Thu',
  instance: 1,
  filedAt: '2022-10-01T02:00:00.000Z',
  dueAt: '2022-10-31T10:00:00.000Z',
  late: false,
  handler: 'Nguyễn Thanh Trâm',
  outcome: null,
  settledAt: null,
};
const RECALL: RecallLine = {
  ...ABOUT,
  id: 'r1',
  state: 'due',
  what: 'money',
  amount: '1.5',
  dueSince: '2022-11-01T02:00:00.000Z',
  recoveredAt: null,
  recoveredBy: null,
  paper: null,
};
const AGAIN: ReexaminationLine = {
  ...ABOUT,
  id: 'x1',
  rule: 'missing-prerequisite',
  revokedNominationId: 'n0',
  revokedNominee: 'Hoàng Bích Vân',
  revokedAward: 'ntvt-city',
  openedAt: '2022-11-01T02:00:00.000Z',
  finding: null,
  settledAt: null,
  settledBy: null,
};

const complaint: NonNullable<typeof RULES.complaint> = {
  grounds: [{ ground: 'procedure', text: { vi: 'Sai trình tự', en: 'Wrong procedure' } }],
  fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
  handler: 'district/chairman',
  wait: { clock: { mode: 'calendar-days', days: 30, countStartDay: false }, remindAt: [], escalateAfter: null, closesAfter: 15 },
  second: null,
};

/** The API whose lists hold one line each; tells what the lists were asked. */
async function asking(url: string, units?: readonly string[]): Promise<{ status: number; body: unknown; asked: AftermathFilter[] }> {
  const asked: AftermathFilter[] = [];
  const listOf =
    <Line>(line: Line) =>
    (filter: AftermathFilter): Promise<PageOf<Line>> => {
      asked.push(filter);
      return Promise.resolve({ items: [line], nextCursor: 'on' });
    };
  const base = fakeParts();
  const parts: Partial<ApiParts> = {
    aftermath: {
      ...base.aftermath,
      complaints: listOf(COMPLAINT),
      grounds: () => Promise.resolve([COMPLAINT]),
      recalls: listOf(RECALL),
      reexaminations: listOf(AGAIN),
    },
    console: { ...base.console, rules: { ...base.console.rules, ruleSet: () => Promise.resolve({ ...RULES, complaint }) } },
  };
  const app = await createApi(fakeParts({ parts, grants: { scopes: ['nominations:read'], ...(units && { units }) } }));
  const answer = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${KEY}` } });
  await app.close();
  return { status: answer.statusCode, body: answer.json(), asked };
}

describe('what comes after results', () => {
  it('lists complaints with their grounds as the rules word them, only where the caller may look', async () => {
    const { status, body, asked } = await asking('/v1/complaints?open=true&programme=ntvt', ['u']);
    expect([status, asked]).toEqual([200, [{ open: true, programme: 'ntvt', limit: 50, places: ['u'] }]]);
    expect(body).toMatchObject({ items: [{ id: 'n1-c1', groundIn: { vi: 'Sai trình tự' }, handler: 'Nguyễn Thanh Trâm' }] });
    expect(body).toMatchObject({ grounds: [{ ground: 'procedure', groundIn: { vi: 'Sai trình tự' } }], nextCursor: 'on' });
    expect(JSON.stringify(body)).not.toContain('ruleSetVersion');
  });

  it('lists what must come back and who must be examined again, in every unit where none is named', async () => {
    const recalls = await asking('/v1/recalls?open=false');
    expect([recalls.status, recalls.asked]).toEqual([200, [{ open: false, limit: 50, places: null }]]);
    expect(recalls.body).toMatchObject({ items: [{ id: 'r1', what: 'money', amount: '1.5' }] });
    expect((await asking('/v1/reexaminations')).body).toMatchObject({ items: [{ id: 'x1', revokedNominationId: 'n0' }] });
  });

  it('goes on where the page before ended, and with one ground alone', async () => {
    const cursor = Buffer.from(JSON.stringify(['n1-c1', '1664589600.000000'])).toString('base64url');
    const { asked } = await asking(`/v1/complaints?ground=procedure&limit=20&cursor=${cursor}`);
    expect(asked).toEqual([{ ground: 'procedure', limit: 20, cursor, places: null }]);
    expect(await asking('/v1/recalls?cursor=a.b')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/cursor' }] } });
  });

  it('names the filter that is wrong', async () => {
    expect(await asking('/v1/complaints?open=ja')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/open' }] } });
  });
});
