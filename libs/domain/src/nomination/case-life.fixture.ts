import { expect } from '@jest/globals';
import fc from 'fast-check';
import { vietNam, vn } from '../calendar/calendars.fixture.ts';
import type { Unit } from '../people/directory.ts';
import { ballotRule } from '../ballot/ballot.fixture.ts';
import type { Basis, ReviewerRule, RuleSet, SessionStage, StageDef, TimeoutPolicy } from '../route/rule-set.ts';
import type { Text } from '../time.ts';
import type { ActBody } from './act.ts';
import type { CaseTask, RefusalCode } from './case-file.ts';
import { brokenRules } from './case-laws.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { bodyOf, tries, type Try } from './case-tries.fixture.ts';
import {
  AGAIN,
  appraisal,
  consultation,
  decision,
  directory,
  intake,
  notice,
  panel,
  publication,
  REPORT,
  review,
  ruleSet,
  SUBMITTED_AT,
  ungrouped,
  wait,
} from './case.fixture.ts';
import { CaseBlocked } from './draft.ts';

export const HOUR = 3_600_000;

const panelled = (rule: ReviewerRule, timeout: TimeoutPolicy = AGAIN): RuleSet =>
  ungrouped({ stages: [intake(), review(), panel(rule, { timeout }), decision('district'), decision('city'), publication] });

const LAPSES_LATER: TimeoutPolicy = { kind: 'escalate-again', times: 1, everyWorkingDays: 3, then: 'lapse' };
const UP: TimeoutPolicy = { kind: 'hand-over', to: 'superior' };
const moreTime = { workingDays: 2, times: 2 };

const publicly = (...before: readonly StageDef[]): RuleSet =>
  ungrouped({ stages: [intake(), review({ moreTime }), ...before, decision('district'), decision('city'), publication] });

const SESSION: SessionStage = {
  ...{ kind: 'session', key: 'hop', level: 'district', council: 'quan', award: 'ntvt-district', ballot: ballotRule(), passes: 'go-on' },
};

const heard = {
  fileWithin: { mode: 'calendar-days', days: 30, countStartDay: false },
  handler: 'district/vice-chairman',
  wait: wait(10),
} as const;
const ground = (key: string): { readonly ground: string; readonly text: Text } => ({ ground: key, text: { vi: key, en: key } });

/** What every route has after its result. */
export const AFTER_THE_RESULT = {
  complaint: { grounds: [ground('procedure')], ...heard, second: { ...heard, handler: 'city/emulation-office' } },
  revocation: { grounds: [ground('fraud')] },
} as const satisfies Partial<RuleSet>;

export const routes = {
  'as shipped': ruleSet(),
  'two titles': ungrouped({ withdrawUntil: 'final-level' }),
  'two of three': panelled({ kind: 'k-of-n', k: 2 }),
  'all of three': panelled({ kind: 'all' }, { kind: 'hand-over', to: 'substitute' }),
  'nothing returned': ruleSet({ completion: { maxReturns: 0, wait: wait(5) } }),
  'appraised, consulted, published': publicly(appraisal({ moreTime }), consultation({ moreTime }), notice()),
  'silence objects': publicly(consultation({ onSilence: 'object', wait: wait(2) }), notice({ answerWait: wait(1) })),
  'published shortly': publicly(notice({ clock: { mode: 'calendar-days', days: 3, countStartDay: false } }), appraisal({ timeout: AGAIN })),
  'voted on': ruleSet({ stages: [intake(), review(), SESSION, decision('district'), decision('city'), publication] }),
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
const unit = (key: string, validTo: string | null, successor: string | null): Unit => ({
  key,
  name: { vi: key, en: key },
  parent: null,
  validFrom: '2000-01-01',
  validTo,
  successor,
});

/** The first moment after the last day of the ward that is merged in the staff `merged`. */
export const MERGED_AT = vn('2025-06-13 00:00');

export const staffs = {
  full: directory(),
  'nobody above': directory({ topmost: ['phuong-01/head', 'district/chairman', 'city/chairman', 'district/member-1'] }),
  'empty chairs': directory({
    vacant: ['district/vice-chairman', 'city/chairman'],
    substitutions: [{ post: 'district/chairman', personId: 'pho-quan', ...away }],
  }),
  merged: directory({
    units: [unit('phuong-01', '2025-06-12', 'phuong-moi'), unit('phuong-moi', null, null)],
    posts: [
      ['phuong-moi/head', 'district/vice-chairman', 'dong-nghiep'],
      ['phuong-moi/officer', 'phuong-moi/head', 'thu-ky'],
    ],
  }),
} as const;

/** What happens next: an act after some hours, or nothing until the case moves by itself; `late` is an engine that slept. */
export interface Happening {
  readonly act: Try | null;
  readonly hours: number;
  readonly late: boolean;
}

export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: tries, hours: fc.nat(60), late: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant(null), hours: fc.nat(400), late: fc.boolean() }) },
);

export const courses: fc.Arbitrary<readonly Happening[]> = fc.array(happenings, { minLength: 1, maxLength: 30, size: 'max' });

export interface Beginning {
  readonly route: keyof typeof routes;
  readonly staff: keyof typeof staffs;
  readonly reported: boolean;
  readonly basis: Basis;
  readonly closesAfterHours: number | null;
  readonly held: boolean;
  readonly nomineeReference: string | null;
}

export const beginnings: fc.Arbitrary<Beginning> = fc.record({
  route: fc.constantFrom(...(Object.keys(routes) as (keyof typeof routes)[])),
  staff: fc.constantFrom(...(Object.keys(staffs) as (keyof typeof staffs)[])),
  reported: fc.constantFrom(true, true, false),
  basis: fc.oneof({ weight: 9, arbitrary: fc.constant('single-deed') }, { weight: 1, arbitrary: fc.constant('cumulative') }),
  closesAfterHours: fc.constantFrom(null, null, 60, 600),
  held: fc.constantFrom(false, false, false, true),
  nomineeReference: fc.constantFrom(null, null, 'truong', 'uy-vien-1'),
});

export function begin({ route, staff, reported, basis, closesAfterHours, nomineeReference }: Beginning): CaseStory {
  const campaignClosesAt = closesAfterHours === null ? null : SUBMITTED_AT + closesAfterHours * HOUR;
  return new CaseStory({
    rules: { ...routes[route], ...AFTER_THE_RESULT },
    people: staffs[staff],
    file: { documents: reported ? [REPORT] : [], basis, campaignClosesAt, nomineeReference },
  });
}

/** What a life tells those who watch it: every step taken by itself, every act with its answer. */
export interface Watcher {
  readonly acted?: (story: CaseStory, body: ActBody, refused: RefusalCode | null, before: CaseStory['file']) => void;
  readonly stood?: (story: CaseStory) => void;
}

const MOVES_DATES = new Set<ActBody['kind']>(['campaign-dates', 'recalculate']);

/** No act closes a wait: whoever is asked has time left, unless the season's end cuts a completion short. */
function leavesTime({ file, at, open }: CaseStory): boolean {
  if (file.state === 'RETURNED') return true;
  const closings = open.map(({ own }) => (own ?? file.wait)?.plan?.closesAt ?? Infinity);
  return closings.every((closesAt) => closesAt > at);
}

/** Takes a step again on what it left behind, as a worker does that died before its answer: nothing more may happen. */
function stepsOnce(story: CaseStory): void {
  const { next } = story.standing;
  const before = story.file;
  if (!next || next.at > story.at) story.wakeAgain();
  expect(story.file).toBe(before);
}

/** False where the case cannot go on until somebody mends the people: then it waits, visibly. */
export function unblocked(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof CaseBlocked) return false;
    throw error;
  }
}

function letTimePass(story: CaseStory, until: number, late: boolean, check: () => void): boolean {
  for (let next = story.standing.next; next && next.at <= until; next = story.standing.next) {
    if (late) story.at = until;
    const step = next.step;
    const went = unblocked(() => {
      if (!story.wake()) throw new Error(`${step} was due and did nothing`);
    });
    if (!went) return false;
    stepsOnce(story);
    check();
  }
  return true;
}

function act(story: CaseStory, tried: Try, watcher: Watcher): void {
  if (tried.kind === 'feedback' && story.file.state === 'ON_NOTICE')
    story.file = { ...story.file, feedbackReceived: story.file.feedbackReceived + 1 };
  const body = bodyOf(story, tried);
  if (body.kind === 'recalculate') story.calendar = vietNam(['2025-06-12', '2025-06-24']);
  if (body.kind === 'campaign-dates') story.file = { ...story.file, campaignClosesAt: story.at };
  const before = story.file;
  unblocked(() => {
    const refused = story.act(body);
    watcher.acted?.(story, body, refused, before);
    if (!refused && !MOVES_DATES.has(body.kind)) expect(leavesTime(story)).toBe(true);
  });
}

/** Tasks that were closed before and are not what they were. */
function rewritten(before: readonly CaseTask[], after: readonly CaseTask[]): readonly CaseTask[] {
  return before.filter((task, i) => task.state !== 'open' && JSON.stringify(task) !== JSON.stringify(after[i]));
}

/** A whole life: begun, lived through what happens, every law kept at every step. */
export function lived(beginning: Beginning, course: readonly Happening[], watcher: Watcher = {}): CaseStory {
  const story = begin(beginning);
  let before: readonly CaseTask[] = [];
  const check = (): void => {
    expect(brokenRules(story)).toEqual([]);
    expect(rewritten(before, story.file.tasks)).toEqual([]);
    before = story.file.tasks;
    watcher.stood?.(story);
  };
  if (!unblocked(() => story.receive(beginning.held ? ['h1'] : []))) return story;
  check();
  for (const { act: tried, hours, late } of course) {
    const until = story.at + hours * HOUR;
    if (!letTimePass(story, until, late, check)) return story;
    story.at = Math.max(story.at, until);
    if (!tried) continue;
    act(story, tried, watcher);
    check();
  }
  return story;
}
