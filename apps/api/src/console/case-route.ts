import { nextWake, NoRoute, rulesFor, type OpenWait, type Outcome, type RuleSet, type Text } from '@laurel/domain';
import type { CaseReading } from '@laurel/db';
import { explain, type PeopleFile } from '@laurel/programmes';

export type StageStanding = 'done' | 'current' | 'ahead' | 'not-reached';

export interface RouteStage {
  readonly key: string;
  readonly kind: string;
  readonly level: string;
  readonly name: Text;
  readonly standing: StageStanding;
  readonly outcome: Outcome | null;
  readonly decidedAt: string | null;
}

export interface RouteLevel {
  readonly key: string;
  readonly name: Text;
  readonly awards: boolean;
  readonly stages: readonly RouteStage[];
}

export interface Wake {
  readonly at: string;
  readonly is: 'reminder' | 'escalation' | 'close';
}

export interface Clock {
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly closesAt: string | null;
  readonly paused: boolean;
  readonly pausedBy: readonly string[];
  readonly late: boolean;
  /** The deadline lies beyond the years whose days off the calendar knows: only weekends are counted there. */
  readonly outsideCalendar: boolean;
  readonly ahead: readonly Wake[];
}

/** The rules of the route that a case takes; those of no route where none does any more. */
export function rulesOfCase(rules: RuleSet, { award, stream, recipientKind }: CaseReading): RuleSet {
  try {
    return rulesFor(rules, { award, stream, recipientKind });
  } catch (error) {
    if (error instanceof NoRoute) return rules;
    throw error;
  }
}

/** `Bước 2. Xét duyệt, Cấp phường` without its number: the picture shows it. */
function plainTitle({ vi, en }: Text): Text {
  const plain = (title: string): string => title.replace(/^[^.]+\. /, '');
  return { vi: plain(vi), en: plain(en) };
}

/** Names of the stages of one route as the explanation of the rules words them. */
export function stageNames(rules: RuleSet, people: PeopleFile): ReadonlyMap<string, Text> {
  const titles = explain({ ...rules, routes: [] }, people).sections.map(
    ({ id, title }) => [id.replace(/^stages\//, ''), plainTitle(title)] as const,
  );
  return new Map(titles);
}

/** Whether the case was decided at a level below the stage's, and went past it to the publication. */
function wasPassedOver(rules: RuleSet, { kind, level }: RuleSet['stages'][number], { outcomes }: CaseReading): boolean {
  const decided = outcomes.at(-1);
  if (!decided || kind === 'publication' || decided.outcome.endsWith('REFER_UP')) return false;
  const heightOf = (key: string): number => rules.levels.findIndex((one) => one.key === key);
  return heightOf(level) > heightOf(decided.level);
}

/** A result that is complained about is a result: the case is open for its handler alone. */
const RESULTS: ReadonlySet<string> = new Set(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE']);

/** Where a stage of the route stands for a case; an ended case has been in the stage it ended in. */
export function standingOf(index: number, rules: RuleSet, found: CaseReading): StageStanding {
  const { stageIndex, endedAt, state } = found;
  const open = endedAt === null && !RESULTS.has(state);
  const stage = rules.stages[index];
  if (stage && wasPassedOver(rules, stage, found)) return 'not-reached';
  if (index < stageIndex) return 'done';
  if (index === stageIndex) return open ? 'current' : 'done';
  return open ? 'ahead' : 'not-reached';
}

/** The route as data: the levels it passes, their stages, and where the case stands in them. */
export function routeOf(rules: RuleSet, people: PeopleFile, found: CaseReading): readonly RouteLevel[] {
  const names = stageNames(rules, people);
  const stages = rules.stages.map((stage, index): RouteStage => {
    const { key, kind, level } = stage;
    const outcome = kind === 'decision' || kind === 'review' ? found.outcomes.find((one) => one.level === level) : undefined;
    const last = !rules.stages
      .slice(index + 1)
      .some((later) => later.level === level && (later.kind === 'decision' || later.kind === 'review'));
    return {
      key,
      kind,
      level,
      name: names.get(key) ?? { vi: key, en: key },
      standing: standingOf(index, rules, found),
      outcome: last ? (outcome?.outcome ?? null) : null,
      decidedAt: last ? (outcome?.decidedAt ?? null) : null,
    };
  });
  const levels = rules.levels.map(({ key, name, awards }) => ({ key, name, awards, stages: stages.filter(({ level }) => level === key) }));
  return levels.filter(({ stages: own }) => own.length > 0);
}

const iso = (at: number): string => new Date(at).toISOString();

const IS = { remind: 'reminder', escalate: 'escalation', close: 'close' } as const;

/** What the wait still does by itself, in order. */
export function wakesAhead({ plan, remindersDone, escalated }: OpenWait): readonly Wake[] {
  if (!plan) return [];
  const wakes: Wake[] = [];
  const done = new Set(remindersDone);
  for (let told = escalated; ;) {
    const wake = nextWake(plan, done, told);
    wakes.push({ at: iso(wake.at), is: IS[wake.kind] });
    if (wake.kind === 'close') return wakes;
    if (wake.kind === 'remind') done.add(wake.occurrence);
    else told = true;
  }
}

/** The open wait as people read it; null while nobody is asked. */
export function clockOf({ wait, late, holdIds }: CaseReading): Clock | null {
  if (!wait) return null;
  const { clock, plan } = wait;
  return {
    startedAt: iso(clock.startedAt),
    dueAt: plan ? iso(plan.dueAt) : null,
    closesAt: plan ? iso(plan.closesAt) : null,
    paused: plan === null || holdIds.length > 0,
    pausedBy: [...new Set([...clock.pauses.map((cause) => cause.replace(/^hold:/, '')), ...holdIds])],
    late,
    outsideCalendar: plan?.outsideCalendar ?? false,
    ahead: wakesAhead(wait),
  };
}
