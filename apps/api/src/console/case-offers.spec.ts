import type { CaseReading, NominationView } from '@laurel/db';
import type { Directory, RuleSet } from '@laurel/domain';
import { describe, expect, it } from '@jest/globals';
import { RULES } from '../tasks/task-page.fixture.ts';
import { offersOf, type OfferContext } from './case-offers.ts';

const ground = (key: string): { ground: string; text: { vi: string; en: string } } => ({ ground: key, text: { vi: key, en: key } });
const fileWithin = { mode: 'calendar-days', days: 90, countStartDay: false } as const;
const wait = { clock: fileWithin, remindAt: [], escalateAfter: null, closesAfter: 15 };
const rules: RuleSet = {
  ...RULES,
  complaint: { grounds: [ground('procedure')], fileWithin, handler: 'd/chair', wait, second: null },
  revocation: { grounds: [ground('fraud')] },
};

const posts = [
  { key: 'p/head', unit: 'phuong-01', title: { vi: 'Trưởng', en: 'Head' }, superior: 'd/chair' },
  { key: 'd/chair', unit: 'quan', title: { vi: 'Chủ tịch', en: 'Chairman' }, superior: null },
];
const directory = {
  posts: new Map(posts.map((post) => [post.key, post])),
  people: new Map(['an', 'binh'].map((id) => [id, { id }])),
  holdings: [
    { post: 'p/head', personId: 'an', from: 0, to: null },
    { post: 'd/chair', personId: 'binh', from: 0, to: null },
  ],
  units: new Map(),
  substitutions: [],
} as unknown as Directory;

const ENDED = {
  id: 'n1',
  unit: 'phuong-01',
  state: 'NOT_QUALIFIED',
  stage: 'ended',
  endedAt: '2022-09-01T00:00:00.000Z',
  underComplaint: false,
  held: false,
  overrides: [],
  outcomes: [],
  decisions: [],
  ineligibleRule: null,
} as unknown as NominationView;

/** It has come as far as the last stage, unless told otherwise. */
function offers(
  changes: Partial<NominationView> = {},
  personId: string | null = null,
  stageIndex = RULES.stages.length - 1,
): ReturnType<typeof offersOf> {
  const view = { ...ENDED, ...changes };
  const found = { stageIndex, endedAt: view.endedAt, state: view.state, outcomes: [] } as unknown as CaseReading;
  const context: OfferContext = { view, found, rules, stageNames: new Map(), directory, personId, at: 1 };
  return offersOf(context);
}

describe('what is offered after a result', () => {
  it('is a complaint once, while none is heard, and never before the result', () => {
    expect(offers().complain).toEqual([ground('procedure')]);
    expect(offers({ underComplaint: true, endedAt: null }).complain).toEqual([]);
    expect(offers({ state: 'WITHDRAWN' }).complain).toEqual([]);
  });

  it('is a revocation where an award holds, and a reopening where none does', () => {
    const given = { state: 'CONFERRED' } as const;
    expect([offers(given).revoke, offers(given).reopen]).toEqual([[ground('fraud')], []]);
    expect(offers().revoke).toEqual([]);
    expect(offers().reopen.map(({ key }) => key)).toEqual(RULES.stages.filter(({ kind }) => kind !== 'publication').map(({ key }) => key));
    expect(offers({}, null, 1).reopen.map(({ key }) => key)).toEqual(['intake', 'review']);
    expect(offers({ endedAt: null, state: 'RECEIVED' }, null, 1).reopen.map(({ key }) => key)).toEqual(['intake']);
    expect(offers({ state: 'REVOKED' }).revoke).toEqual([]);
    expect(offers({ held: true }).reopen).toEqual([]);
  });

  it('is an override for whoever holds a post of another unit, where the rule stands in the way', () => {
    const barred = { state: 'INELIGIBLE', ineligibleRule: 'one-award-per-achievement' } as const;
    expect(offers(barred, 'binh').override).toMatchObject({
      rules: ['one-award-per-achievement'],
      posts: [{ key: 'd/chair' }],
      person: 'binh',
    });
    expect(offers(barred, 'an').override.rules).toEqual([]);
    expect(offers({}, 'binh').override.rules).toEqual([]);
    expect(offers({ ...barred, underComplaint: true }, 'binh').override.rules).toEqual([]);
    expect(offers({ ...barred, overrides: ['one-award-per-achievement'] }, 'binh').override.rules).toEqual([]);
  });

  it('is a number for decisions that bear none and hold', () => {
    const decision = { id: 'd1', level: 'district', signedOn: '2022-09-01', number: null, supersededAt: null };
    const decisions = [decision, { ...decision, id: 'd2', number: '12/QĐ' }, { ...decision, id: 'd3', supersededAt: '2022-10-01' }];
    expect(offers({ decisions } as unknown as Partial<NominationView>).number).toEqual([
      { decisionId: 'd1', level: 'district', signedOn: '2022-09-01' },
    ]);
  });
});
