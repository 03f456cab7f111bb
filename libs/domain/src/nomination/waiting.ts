import { pauseClock, resumeClock } from '../calendar/index.ts';
import type { ClockState } from '../calendar/calendar.types.ts';
import type { TimeoutPolicy, WaitRule } from '../route/rule-set.ts';
import { hearing, isHeard } from './afterwards/complain.ts';
import { holdCause } from './barred.ts';
import type { CaseTask } from './case-file.ts';
import type { MailOccasion } from './change.ts';
import type { Draft } from './draft.ts';
import { missingDocuments, rulesOf } from './stages/index.ts';
import { occasionOfTask } from './task-occasion.ts';

const TO_SUPERIOR: TimeoutPolicy = { kind: 'hand-over', to: 'superior' };

/** What the open stage does when nobody answers until `closesAt`; where its rules say nothing, the superior is asked. */
export function timeoutOf(draft: Draft): TimeoutPolicy {
  if (isHeard(draft.file)) return TO_SUPERIOR;
  if (draft.file.state === 'RETURNED') return { kind: 'lapse' };
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  return stage && 'timeout' in stage ? stage.timeout : TO_SUPERIOR;
}

/** The wait of the open stage, lengthened by what its timeout policy has granted so far; null where it has none. */
export function waitRuleOf(draft: Draft, timeouts = draft.file.wait?.timeouts ?? 0): WaitRule | null {
  const heard = hearing(draft);
  if (heard) return heard.wait;
  if (draft.file.state === 'RETURNED') return draft.context.rules.completion.wait;
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  const rule = stage && (rulesOf(stage).wait?.(draft.file, stage) ?? ('wait' in stage ? stage.wait : null));
  return rule ? lengthened(draft, rule, timeouts) : null;
}

/** The wait of one seat where it has a deadline of its own. */
export function ownRuleOf(draft: Draft, timeouts: number): WaitRule | null {
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  const rule = draft.file.state !== 'RETURNED' && stage ? rulesOf(stage).seatWait?.(stage) : undefined;
  return rule ? lengthened(draft, rule, timeouts) : waitRuleOf(draft, timeouts);
}

function lengthened(draft: Draft, rule: WaitRule, timeouts: number): WaitRule {
  const policy = timeoutOf(draft);
  if (policy.kind !== 'escalate-again') return rule;
  return { ...rule, closesAfter: rule.closesAfter + timeouts * policy.everyWorkingDays };
}

type ClockChange = (clock: ClockState, rule: WaitRule) => ClockState;

/** Plans every open wait again, its clock changed; what was sent stays sent. */
export function replan(draft: Draft, change: ClockChange = (clock) => clock): void {
  replanStage(draft, change);
  replanSeats(draft, change);
}

function replanStage(draft: Draft, change: ClockChange): void {
  const { wait } = draft.file;
  const rule = waitRuleOf(draft);
  if (wait && rule) draft.setWait({ ...wait, clock: change(wait.clock, rule) }, rule);
}

function replanSeats(draft: Draft, change: ClockChange): void {
  for (const { id, own } of draft.openTasks()) {
    const rule = own && ownRuleOf(draft, own.timeouts);
    if (rule) draft.changeTask(id, { own: draft.planned({ ...own, clock: change(own.clock, rule) }, rule) });
  }
}

/** Stops the clocks for a hold; a stage that runs on before the public keeps its own. */
export function pauseFor(draft: Draft, holdId: string): void {
  const { calendar } = draft.context;
  replanForHold(draft, (clock, rule) => pauseClock(calendar, rule.clock, clock, holdCause(holdId), draft.at));
}

export function resumeAfter(draft: Draft, holdId: string): void {
  const { calendar } = draft.context;
  replanForHold(draft, (clock, rule) => resumeClock(calendar, rule.clock, clock, holdCause(holdId), draft.at));
}

function replanForHold(draft: Draft, change: ClockChange): void {
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  const runsOn = stage !== undefined && draft.file.state !== 'RETURNED' && rulesOf(stage).runsOnHold === true;
  if (!runsOn) replanStage(draft, change);
  replanSeats(draft, change);
}

/** What a mail about an open task is about: a review, or the parts that a returned dossier still lacks. */
export function occasionOf(draft: Draft, task: CaseTask): MailOccasion {
  if (task.kind !== 'completion') return occasionOfTask(task, draft.file, draft.context.rules);
  const intake = draft.context.rules.stages.find((stage) => stage.kind === 'intake');
  const missing = intake ? missingDocuments(draft.file, intake).map(({ name }) => name) : [];
  return { is: 'completion', missing, reason: null };
}
