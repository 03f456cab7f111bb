import { NominationOverview } from '@laurel/db';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Played } from '../../../tools/demo/player.mjs';
import { Killer, type Part } from './killer.ts';
import { SeasonStack } from './season-stack.ts';

/** What the programme's plan foresees of the 112 nominations. */
const TABLE = {
  district: 85,
  city: 9,
  notQualifiedAtCity: 3,
  notQualified: 4,
  ineligible: 10,
  cumulative: 3,
  'counted-in-annual-award': 3,
  'thematic-wrap-up': 2,
  'ad-hoc-within-duty': 2,
  lapsed: 1,
  returned: 5,
  districtDecisions: 1,
  '2022-09-29': 8,
  '2022-09-30': 9,
  doubles: 0,
};
/** Scenario 1: fifteen units with a list each, one paper with 85 lines, and the arithmetic of document 000. */
const SHAPE = { nominations: 112, units: 15, submissions: 15, returned: 5, linesOfTheDistrictsDecision: [85] };
const { district, city, notQualifiedAtCity, ineligible, notQualified, lapsed } = TABLE;
/** The same on the first page of the console, by state and level. */
const ENDINGS = {
  'CONFERRED city': city,
  'CONFERRED district': district,
  'INELIGIBLE grassroots': ineligible,
  'LAPSED grassroots': lapsed,
  'NOT_QUALIFIED city': notQualifiedAtCity,
  'NOT_QUALIFIED district': notQualified,
};
const EVERY_PART: readonly Part[] = ['worker', 'api', 'postgres', 'temporal'];

/** SEASON_SEED=<number> plays the kills of an earlier run again. */
const seed = Number(process.env['SEASON_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const tableOf = ({ rows }: Played): Readonly<Record<string, number>> => Object.fromEntries(rows.map(({ key, seen }) => [key, seen]));

/** Problems together with what was killed when; nothing where there is no problem. */
const withStory = (problems: readonly string[], { story }: Killer): readonly string[] =>
  problems.length === 0 ? [] : [...problems, ...story];

async function shapeOf({ stack: { view } }: SeasonStack): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await view.rows<Readonly<Record<string, number>>>(`
    SELECT count(*)::int AS nominations, count(DISTINCT unit)::int AS units, count(DISTINCT (unit, submission))::int AS submissions,
           (count(*) FILTER (WHERE returns > 0))::int AS returned FROM nomination`);
  const papers = await view.rows<{ lines: number }>(`
    SELECT count(*)::int AS lines FROM decision_line WHERE level = 'district' AND outcome = 'AWARD_HERE' GROUP BY decision_id`);
  return { ...row, linesOfTheDistrictsDecision: papers.map(({ lines }) => lines) };
}

async function endingsOf({ stack }: SeasonStack): Promise<Readonly<Record<string, number>>> {
  const { endings } = await new NominationOverview(stack.database).of({ places: null });
  return Object.fromEntries(endings.map(({ state, level, count }) => [`${state} ${level}`, count]));
}

describe('the season of Nam Từ Liêm 2022', () => {
  let season: SeasonStack | null = null;

  afterEach(async () => {
    await season?.close();
    season = null;
  }, 30_000);

  it('adds up: 112 = 85 + 12 + 10 + 4 + 1, and of the 12 that go up 9 are given the title', () => {
    expect([city + notQualifiedAtCity, district + 12 + ineligible + notQualified + lapsed]).toEqual([12, SHAPE.nominations]);
  });

  it('ends with 85 district and 9 city titles, each mail sent once, and is not played twice', async () => {
    season = await SeasonStack.start({});
    const played = await season.play();
    expect(played.differences).toEqual([]);
    expect(tableOf(played)).toEqual(TABLE);
    expect(played.mails).toEqual({ byKind: { assignment: 219, confirmation: 214, result: 112 }, distinct: 545, repeats: 0 });
    expect(played.retries).toEqual({});
    expect(played.answers.recorded).toBe(214);
    expect(await season.verify(played)).toEqual([]);
    expect(await shapeOf(season)).toEqual(SHAPE);
    expect(await endingsOf(season)).toEqual(ENDINGS);

    const again = await season.play();
    expect(again).toMatchObject({ alreadyPlayed: true, differences: [], mails: played.mails, answers: { recorded: 0, closedBefore: 0 } });
    expect(tableOf(again)).toEqual(TABLE);
  }, 300_000);

  it(`ends with the same table when worker, API, PostgreSQL and Temporal are killed at any moment (SEASON_SEED=${String(seed)})`, async () => {
    season = await SeasonStack.start({ ownPostgres: true, ownTemporal: true });
    const killer = new Killer(season.stack, seed, [...EVERY_PART, ...EVERY_PART]);
    const watching = killer.watch();
    const played = await season
      .play(({ done }) => killer.reached(done))
      .catch((cause: unknown) => {
        throw new Error(`Not played to the end. Killed: ${killer.story.join('; ')}`, { cause });
      })
      .finally(() => killer.finish());
    await watching;
    await season.stack.view.waitForMails(90_000);
    expect(withStory([...played.differences, ...killer.endedByThemselves, ...(await season.verify(played))], killer)).toEqual([]);
    expect(tableOf(played)).toEqual(TABLE);
    expect(played.mails.distinct).toBe(545);
    expect(played.mails.repeats).toBeLessThanOrEqual(killer.inFlight);
  }, 300_000);
});
