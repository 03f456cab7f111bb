import {
  instantAt,
  rulesOn,
  type Instant,
  type IsoDate,
  type Route,
  type RuleSet,
  type StageDef,
  type Text,
  type TimeoutPolicy,
  type WaitRule,
} from '@laurel/domain';
import { levelName, wordsOf } from '../explain/stages/index.ts';
import type { PeopleFile } from '../people-file.ts';
import { momentOf } from '../words/dates.ts';
import { PostNames, superiorsOf } from '../words/posts.ts';
import { timeoutWords } from '../words/waits.ts';
import type { Pace, SimulatedStage, Simulation } from './simulation.ts';
import { planDates, type PlannedWait } from './wait-dates.ts';
import { calendarWarnings, restWarning } from './warnings.ts';

interface Journey {
  readonly rules: RuleSet;
  readonly posts: PostNames;
  readonly pace: Pace;
}

interface Passage {
  readonly stage: SimulatedStage;
  readonly left: Instant;
  readonly planned: PlannedWait | null;
}

/**
 * The dates that a nomination filed at the opening of the office on `filedOn` would meet, if every stage sends it on: to
 * the highest level, each stage answered at the pace given. Nothing is paused, returned or extended on the way.
 * @throws RangeError when `filedOn` is no date.
 */
export function simulate(rules: RuleSet, people: PeopleFile, filedOn: IsoDate, pace: Pace, route: Route | null = null): Simulation {
  return journeyOn(route ? rulesOn(rules, route) : rules, people, filedOn, pace, route);
}

function journeyOn(rules: RuleSet, people: PeopleFile, filedOn: IsoDate, pace: Pace, route: Route | null): Simulation {
  const { calendar, completion } = rules;
  const filed = instantAt(calendar, filedOn, calendar.office.dayOpens);
  const journey = { rules, posts: new PostNames(people), pace };
  const passages: Passage[] = [];
  for (const stage of rules.stages) passages.push(pass(journey, stage, passages.at(-1)?.left ?? filed));
  const returned = completion.maxReturns > 0 ? planDates(calendar, completion.wait, { kind: 'lapse' }, filed) : null;
  const last = Math.max(
    filed,
    ...[...passages.map(({ planned }) => planned), returned].flatMap((planned) => (planned ? [planned.dueAt, planned.closesAt] : [])),
  );
  return {
    programme: rules.programme,
    version: rules.version,
    route: route && { key: route.key, name: route.name },
    filedOn,
    pace,
    calendar: { id: calendar.id, version: calendar.version },
    stages: passages.map(({ stage }) => stage),
    returned: returned?.dates ?? null,
    warnings: [...restWarning(calendar, filedOn), ...calendarWarnings(calendar, filedOn, momentOf(calendar, last).on)],
  };
}

function pass({ rules, posts, pace }: Journey, stage: StageDef, reached: Instant): Passage {
  const wait = waitOf(stage);
  const planned = wait ? planDates(rules.calendar, wait, timeoutOf(stage), reached) : null;
  const left = planned === null ? reached : leftAt(planned, pace);
  const words = wordsOf(stage);
  const simulated: SimulatedStage = {
    key: stage.key,
    kind: stage.kind,
    name: words.name,
    level: levelName(rules, stage.level),
    reachedAt: momentOf(rules.calendar, reached),
    earliest: words.earliest ?? null,
    wait: planned?.dates ?? null,
    atClose: planned === null ? null : closeWordsOf(posts, stage),
    leftAt: momentOf(rules.calendar, left),
  };
  return { stage: simulated, left, planned };
}

/** The wait for people, or the time that a notice lasts. */
function waitOf(stage: StageDef): WaitRule | null {
  if ('wait' in stage) return stage.wait;
  return stage.kind === 'notice' ? { clock: stage.clock, remindAt: [], escalateAfter: null, closesAfter: 0 } : null;
}

function closeWordsOf(posts: PostNames, stage: StageDef): Text {
  const closing = wordsOf(stage).closing?.(stage);
  if (closing) return closing;
  const policy = timeoutOf(stage);
  const last: TimeoutPolicy =
    policy.kind !== 'escalate-again' ? policy : policy.then === 'lapse' ? { kind: 'lapse' } : { kind: 'hand-over', to: 'superior' };
  return timeoutWords(last, superiorsOf(posts, wordsOf(stage).asked(stage)));
}

function timeoutOf(stage: StageDef): TimeoutPolicy {
  return 'timeout' in stage ? stage.timeout : { kind: 'lapse' };
}

function leftAt({ dueAt, closesAt }: PlannedWait, pace: Pace): Instant {
  return pace === 'due' ? dueAt : closesAt;
}
