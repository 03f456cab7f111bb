import type { CaseReading } from '@laurel/db';
import type { RuleSet } from '@laurel/domain';
import type { PeopleFile } from '@laurel/programmes';
import { describe, expect, it } from '@jest/globals';
import { RULES } from '../tasks/task-page.fixture.ts';
import { clockOf, routeOf, stageNames } from './case-route.ts';

const PEOPLE: PeopleFile = { units: [], people: [], posts: [], substitutions: [] };
const CITY = { key: 'city', name: { vi: 'Thành phố', en: 'City' }, awards: true };
const LAST = RULES.stages.length - 1;

function found(changes: Partial<CaseReading>): CaseReading {
  return { stageIndex: LAST, endedAt: null, state: 'RECEIVED', outcomes: [], holdIds: [], ...changes } as CaseReading;
}

const standings = (changes: Partial<CaseReading>, rules: RuleSet = RULES): readonly string[] =>
  routeOf(rules, PEOPLE, found(changes)).flatMap(({ stages }) => stages.map(({ standing }) => standing));

describe('the route of a case', () => {
  it('stands at its stage while that is open, and nowhere once there is a result, also while it is complained about', () => {
    expect(standings({}).at(-1)).toBe('current');
    expect(standings({ state: 'CONFERRED' }).every((standing) => standing === 'done')).toBe(true);
    expect(standings({ endedAt: '2022-09-01T00:00:00.000Z', state: 'WITHDRAWN' }).every((standing) => standing === 'done')).toBe(true);
  });

  it('leaves out levels that it does not pass', () => {
    const levels = routeOf({ ...RULES, levels: [...RULES.levels, CITY] }, PEOPLE, found({})).map(({ key }) => key);
    expect(levels).toEqual(RULES.levels.map(({ key }) => key).filter((key) => RULES.stages.some(({ level }) => level === key)));
    expect(levels).not.toContain('city');
  });

  it('names its stages in words where the rules have several routes too', () => {
    const route = {
      key: 'khac',
      name: { vi: 'Đường khác', en: 'Another way' },
      for: {},
      stages: RULES.stages,
    } as RuleSet['routes'][number];
    const names = stageNames({ ...RULES, routes: [route] }, PEOPLE);
    expect(RULES.stages.map(({ key }) => names.get(key)?.vi ?? key)).toEqual(
      RULES.stages.map(({ key }) => stageNames(RULES, PEOPLE).get(key)?.vi),
    );
    expect(names.get(RULES.stages[0]?.key ?? '')?.vi).toMatch(/^Tiếp nhận/);
  });
});

describe('the clock of a case', () => {
  it('names each hold once', () => {
    const wait = { clock: { startedAt: 0, runningSince: null, usedMs: 0, pauses: ['hold:h1', 'return'], extendedBy: 0 }, plan: null };
    const clock = clockOf(found({ wait: wait as unknown as CaseReading['wait'], holdIds: ['h1'], late: false }));
    expect(clock).toMatchObject({ paused: true, pausedBy: ['h1', 'return'], outsideCalendar: false });
  });

  it('is flagged where it leaves the years that the calendar knows', () => {
    const clock = { startedAt: 0, runningSince: 0, usedMs: 0, pauses: [], extendedBy: 0 };
    const flagOf = (outsideCalendar: boolean): boolean | undefined => {
      const plan = { dueAt: 1, closesAt: 2, reminders: [], escalateAt: null, outsideCalendar };
      return clockOf(found({ wait: { clock, plan, remindersDone: [], escalated: false, timeouts: 0 }, late: false }))?.outsideCalendar;
    };
    expect([flagOf(true), flagOf(false)]).toEqual([true, false]);
  });
});
