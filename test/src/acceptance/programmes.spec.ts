import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlayedPlan } from '../../../tools/demo/player.mjs';
import { SeasonStack } from './season-stack.ts';

/** The figures that stand in the source documents 001, 003 and 004, the assumed ones of 002, and the city's cap, in the order of the table. */
const FIGURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'nam-tu-liem-thi-dua': {
    'Labour Order, first class': 1,
    'Labour Order, third class': 1,
    'certificates of the PM': 4,
    'of the PM, epidemic work': 1,
    'flag of the city': 1,
    'awards in all': 8,
    '13 yes of 15: not qualified': 1,
  },
  'hai-ba-trung-thi-dua': { households: 9, individuals: 16, collectives: 5, 'stream: ad hoc, simplified': 4, 'by the city': 4 },
  'so-ldtbxh-ntvt': { 'grassroots titles': 22, 'city titles': 5, records: 27, issuers: 2, decisions: 2 },
  'so-xay-dung-ntvt': {
    'titles as of 12 Sep 2022': 0,
    'city fighters': 4,
    'a missing year: ineligible': 1,
    'the fourth of a unit waits': 1,
  },
  'cong-dan-thu-do-uu-tu': {
    'titles of 2024': 10,
    'the eleventh waits': 1,
    '13 yes of 15: not qualified': 1,
    'given in 2014: ineligible': 1,
  },
};

const seen = ({ rows }: PlayedPlan, labels: readonly string[]): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(labels.map((label) => [label, rows.find((row) => row.label.en === label)?.seen]));

/** Scenarios 5, 6, 9, 10 and 13 as whole seasons: five programmes at once on one installation. */
describe('the seasons of five programmes, played at once', () => {
  let stack: SeasonStack | null = null;
  let played: ReadonlyMap<string, PlayedPlan>;

  beforeAll(async () => {
    const season = (stack = await SeasonStack.start({}));
    const plays = Object.keys(FIGURES).map(async (programme) => [programme, await season.playPlanned(programme)] as const);
    played = new Map(await Promise.all(plays));
  }, 360_000);

  afterAll(async () => {
    await stack?.close();
  }, 60_000);

  it.each(Object.entries(FIGURES))('%s comes to the figures of its document', (programme, figures) => {
    const plan = played.get(programme);
    if (!plan) throw new Error(`${programme} was not played`);
    expect(plan.differences).toEqual([]);
    expect(seen(plan, Object.keys(figures))).toEqual(figures);
  });

  it('the notice of ten working days was over before the council voted: fourteen ballots, one by somebody away', () => {
    const plan = played.get('nam-tu-liem-thi-dua');
    expect(plan).toMatchObject({ votes: 14, mails: { byKind: { notice: 2, convening: 15 }, repeats: 0 } });
  });

  it('is not played twice', async () => {
    const again = await stack?.playPlanned('so-ldtbxh-ntvt');
    expect(again).toMatchObject({ alreadyPlayed: true, differences: [], answers: 0, mails: played.get('so-ldtbxh-ntvt')?.mails });
  }, 60_000);
});
