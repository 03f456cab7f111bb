import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { vietNam } from '../calendar/calendars.fixture.ts';
import type { Basis, ReviewerRule, RuleSet, TimeoutPolicy } from '../route/rule-set.ts';
import type { ActBody } from './act.ts';
import type { CaseTask } from './case-file.ts';
import { brokenRules } from './case-laws.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import {
  AGAIN,
  decision,
  directory,
  intake,
  panel,
  publication,
  REPORT,
  review,
  ruleSet,
  SUBMITTED_AT,
  ungrouped,
  wait,
} from './case.fixture.ts';

const HOUR = 3_600_000;

const panelled = (rule: ReviewerRule, timeout: TimeoutPolicy = AGAIN): RuleSet =>
  ungrouped({ stages: [intake(), review(), panel(rule, { timeout }), decision('district'), decision('city'), publication] });

const LAPSES_LATER: TimeoutPolicy = { kind: 'escalate-again', times: 1, everyWorkingDays: 3, then: 'lapse' };
const UP: TimeoutPolicy = { kind: 'hand-over', to: 'superior' };

const routes = {
  'as shipped': ruleSet(),
  'two titles': ungrouped({ withdrawUntil: 'final-level' }),
  'two of three': panelled({ kind: 'k-of-n', k: 2 }),
  'all of three': panelled({ kind: 'all' }, { kind: 'hand-over', to: 'substitute' }),
  'nothing returned': ruleSet({ completion: { maxReturns: 0, wait: wait(5) } }),
  impatient: ungrouped({
    completion: { maxReturns: 3, wait: wait(3) },
    stages: [
      intake(),
      review({ timeout: LAPSES_LATER, wait: wait(2, { remindAt: [] }) }),
      decision('district', { timeout: UP }),
      decision('city', { timeout: { kind: 'lapse' } }),
      publication,
    ],
  }),
} as const;

const away = { from: SUBMITTED_AT + 200 * HOUR, to: SUBMITTED_AT + 900 * HOUR, reason: 'Nghỉ phép' };
const staffs = {
  full: directory(),
  'nobody above': directory({ topmost: ['phuong-01/head', 'district/chairman', 'city/chairman', 'district/member-1'] }),
  'empty chairs': directory({
    vacant: ['district/vice-chairman', 'city/chairman'],
    substitutions: [{ post: 'district/chairman', personId: 'pho-quan', ...away }],
  }),
} as const;

/** A try at an act: `pick` chooses among the open tasks, now and then among all that ever were. */
type Try =
  | {
      readonly kind: 'decide';
      readonly pick: number;
      readonly choice: 'approve' | 'refer-up' | 'approve-and-refer-up' | 'reject' | 'return';
    }
  | { readonly kind: 'delegate' | 'reassign'; readonly pick: number; readonly toPersonId: string }
  | { readonly kind: 'complete'; readonly whole: boolean }
  | Extract<ActBody, { kind: 'hold' | 'lift-hold' | 'extend' | 'campaign-dates' | 'recalculate' | 'withdraw' | 'terminate' }>;

function bodyOf(story: CaseStory, tried: Try): ActBody {
  if (tried.kind === 'complete') return { kind: 'complete', documents: tried.whole ? [REPORT] : [] };
  if (!('pick' in tried)) return tried;
  const from = tried.pick % 7 === 6 ? story.file.tasks : story.open;
  const taskId = from[tried.pick % Math.max(1, from.length)]?.id ?? 'none';
  return tried.kind === 'decide' ? { ...tried, taskId, number: null, signedOn: null } : { ...tried, taskId };
}

const authority = fc.constant('Cơ quan điều tra');
const choice = fc.constantFrom('approve', 'refer-up', 'approve-and-refer-up', 'reject', 'return', 'approve', 'refer-up');
const toPersonId = fc.constantFrom(...staffs.full.people.keys());
const holdId = fc.constantFrom('h1', 'h2');
const rare = fc.constantFrom<Try>(
  { kind: 'recalculate', calendarVersion: '2' },
  { kind: 'campaign-dates' },
  { kind: 'withdraw' },
  { kind: 'terminate' },
);

const tries: fc.Arbitrary<Try> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: fc.constant('decide'), pick: fc.nat(40), choice }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('delegate', 'reassign'), pick: fc.nat(40), toPersonId }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('complete'), whole: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold'), holdId, authority }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('lift-hold'), holdId, authority, outcome: fc.constant('cleared') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('extend'), workingDays: fc.nat(5) }) },
  { weight: 1, arbitrary: rare },
);

/** What happens next: an act after some hours, or nothing until the case moves by itself; `late` is an engine that slept. */
interface Happening {
  readonly act: Try | null;
  readonly hours: number;
  readonly late: boolean;
}
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: tries, hours: fc.nat(60), late: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant(null), hours: fc.nat(400), late: fc.boolean() }) },
);

interface Beginning {
  readonly route: keyof typeof routes;
  readonly staff: keyof typeof staffs;
  readonly reported: boolean;
  readonly basis: Basis;
  readonly closesAfterHours: number | null;
  readonly held: boolean;
}
const beginnings: fc.Arbitrary<Beginning> = fc.record({
  route: fc.constantFrom(...(Object.keys(routes) as (keyof typeof routes)[])),
  staff: fc.constantFrom(...(Object.keys(staffs) as (keyof typeof staffs)[])),
  reported: fc.constantFrom(true, true, false),
  basis: fc.oneof({ weight: 9, arbitrary: fc.constant('single-deed') }, { weight: 1, arbitrary: fc.constant('cumulative') }),
  closesAfterHours: fc.constantFrom(null, null, 60, 600),
  held: fc.constantFrom(false, false, false, true),
});

function begin({ route, staff, reported, basis, closesAfterHours }: Beginning): CaseStory {
  const campaignClosesAt = closesAfterHours === null ? null : SUBMITTED_AT + closesAfterHours * HOUR;
  return new CaseStory({
    rules: routes[route],
    people: staffs[staff],
    file: { documents: reported ? [REPORT] : [], basis, campaignClosesAt },
  });
}

const MOVES_DATES = new Set<ActBody['kind']>(['campaign-dates', 'recalculate']);

/** No act closes a wait: whoever is asked has time left, unless the season's end cuts a completion short. */
function leavesTime({ file, at }: CaseStory): boolean {
  return !file.wait?.plan || file.state === 'RETURNED' || file.wait.plan.closesAt > at;
}

function live(story: CaseStory, { act, hours, late }: Happening, check: () => void): void {
  const until = story.at + hours * HOUR;
  for (let next = story.standing.next; next && next.at <= until; next = story.standing.next) {
    if (late) story.at = until;
    if (!story.wake()) throw new Error(`${next.step} was due and did nothing`);
    check();
  }
  story.at = Math.max(story.at, until);
  if (!act) return;
  const body = bodyOf(story, act);
  if (body.kind === 'recalculate') story.calendar = vietNam(['2025-06-12', '2025-06-24']);
  if (body.kind === 'campaign-dates') story.file = { ...story.file, campaignClosesAt: story.at };
  const refused = story.act(body);
  check();
  if (!refused && !MOVES_DATES.has(body.kind)) expect(leavesTime(story)).toBe(true);
}

/** Tasks that were closed before and are not what they were. */
function rewritten(before: readonly CaseTask[], after: readonly CaseTask[]): readonly CaseTask[] {
  return before.filter((task, i) => task.state !== 'open' && JSON.stringify(task) !== JSON.stringify(after[i]));
}

function lived(beginning: Beginning, course: readonly Happening[]): CaseStory {
  const story = begin(beginning);
  let before: readonly CaseTask[] = [];
  const check = (): void => {
    expect(brokenRules(story)).toEqual([]);
    expect(rewritten(before, story.file.tasks)).toEqual([]);
    before = story.file.tasks;
  };
  story.receive(beginning.held ? ['h1'] : []);
  check();
  for (const happening of course) live(story, happening, check);
  return story;
}

describe('whatever people do and whenever time passes', () => {
  const courses = fc.array(happenings, { minLength: 1, maxLength: 30 });

  it('keeps every law that a case lives by', () => {
    fc.assert(
      fc.property(beginnings, courses, (beginning, course) => void lived(beginning, course)),
      { numRuns: 400 },
    );
  });

  it('reaches every state that a case can end in', () => {
    const ends = fc.sample(fc.tuple(beginnings, courses), { numRuns: 300, seed: 3 }).map((args) => lived(...args).file.state);
    expect([...new Set(ends)]).toEqual(
      expect.arrayContaining(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE', 'LAPSED', 'WITHDRAWN', 'TERMINATED']),
    );
  });

  it('has ended, is held or asks somebody after half a year without a word from anyone', () => {
    const silence: Happening = { act: null, hours: 24 * 180, late: false };
    fc.assert(
      fc.property(beginnings, courses, (beginning, course) => {
        const { file, standing, open } = lived(beginning, [...course, silence]);
        expect(file.endedAt !== null || standing.held || open.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
