import { extendClock } from '../calendar/index.ts';
import { isAfterwards, type ActBody, type Act } from './act.ts';
import { isBarred, mayStandIn } from './barred.ts';
import type { CaseFile, CaseTask, Refusal, RefusalCode } from './case-file.ts';
import type { Change } from './change.ts';
import { awardStands, endCase, follow, resumeStage } from './course.ts';
import { Draft, type CaseContext } from './draft.ts';
import {
  closeComplaint,
  complain,
  isHeard,
  numberDecision,
  override,
  refusalOfReopening,
  reopen,
  revoke,
  settle,
} from './afterwards/index.ts';
import { missingDocuments, needsReason, rulesOf } from './stages/index.ts';
import { tellSuperior } from './escalation.ts';
import { recordSessionOutcome } from './session-outcome.ts';
import { levelOf } from './standing.ts';
import {
  declareConflict,
  decline,
  extendTask,
  grantMoreTime,
  hearFeedback,
  liftConflict,
  refusalOfActor,
  refusalOfClosed,
  refusalOfTask,
  succeed,
  tellNewDeadline,
} from './task-acts.ts';
import { occasionOf, pauseFor, replan, resumeAfter } from './waiting.ts';

type Body<Kind extends ActBody['kind']> = Extract<ActBody, { kind: Kind }>;

/**
 * Records what somebody did. Pure: the same case, act and instant give the same change. An act that the rules forbid
 * changes nothing and says why.
 */
export function recordAct(file: CaseFile, context: CaseContext, act: Act): Change | Refusal {
  const draft = new Draft(file, context, act);
  const refused = file.endedAt === null || isAfterwards(act.body.kind) ? apply(draft, act.body) : refusalOfEnded(file, act.body);
  return refused === null ? draft.seal() : { refused };
}

function refusalOfEnded(file: CaseFile, body: ActBody): RefusalCode {
  if (!('taskId' in body)) return 'CASE_ENDED';
  return refusalOfClosed(file.tasks.find(({ id }) => id === body.taskId)) ?? 'ALREADY_DECIDED';
}

type Recording<Kind extends ActBody['kind']> = (draft: Draft, body: Body<Kind>) => RefusalCode | null;

/** The registry: a new kind of act adds its function and one line here. */
const RECORDINGS: { readonly [Kind in ActBody['kind']]: Recording<Kind> } = {
  decide,
  delegate: (draft, body) => passOn(draft, body, 'delegated'),
  reassign: (draft, body) => passOn(draft, body, 'reassigned'),
  complete,
  withdraw,
  hold,
  'lift-hold': liftHold,
  extend,
  'more-time': grantMoreTime,
  conflict: declareConflict,
  'lift-conflict': liftConflict,
  'not-me': decline,
  feedback: hearFeedback,
  succeed,
  undeliverable: escalateUndelivered,
  'session-outcome': recordSessionOutcome,
  'campaign-dates': (draft) => moveDates(draft, 'campaign-dates-changed'),
  note: (draft, { remedy }) => note(draft, remedy),
  recalculate,
  terminate,
  override,
  complain,
  revoke,
  reopen,
  'number-decision': numberDecision,
};

function apply(draft: Draft, body: ActBody): RefusalCode | null {
  return (RECORDINGS[body.kind] as Recording<ActBody['kind']>)(draft, body);
}

function decide(draft: Draft, body: Body<'decide'>): RefusalCode | null {
  const task = draft.file.tasks.find(({ id }) => id === body.taskId);
  const refused = refusalOfTask(draft, task) ?? (task ? refusalOfActor(draft, task) : null);
  if (refused || !task) return refused ?? 'NOT_YOUR_TASK';
  if (!task.choices.includes(body.choice)) return body.choice === 'return' ? 'RETURNS_EXHAUSTED' : 'CHOICE_NOT_ALLOWED';
  if (needsReason(body.choice) && !draft.act?.reason?.trim()) return 'REASON_REQUIRED';
  draft.closeTask(task.id, 'decided', body.choice);
  draft.tell('laurel.task.completed.v1', { taskId: task.id, choice: body.choice });
  if (isHeard(draft.file)) return settle(draft, body);
  const stage = draft.stage;
  draft.record('decided', { taskId: task.id, level: task.level, stage: task.stage, post: task.post, choice: body.choice });
  return follow(draft, rulesOf(stage).decide(draft, stage, task, body));
}

function passOn(draft: Draft, body: Body<'delegate' | 'reassign'>, state: 'delegated' | 'reassigned'): RefusalCode | null {
  const task = draft.file.tasks.find(({ id }) => id === body.taskId);
  const refused = refusalOfTask(draft, task) ?? (task && state === 'delegated' ? refusalOfActor(draft, task) : null);
  if (refused || !task) return refused ?? 'NOT_YOUR_TASK';
  if (state === 'delegated' && !task.choices.includes('delegate')) return 'CHOICE_NOT_ALLOWED';
  const person = draft.context.directory.people.get(body.toPersonId);
  if (!person || isAsked(draft, task, person.id)) return 'INVALID_ACT';
  // A returned dossier is completed, not decided: its officer's own work.
  const free = task.kind === 'completion' ? !isBarred(draft.file, person) : mayStandIn(draft.file, person);
  if (!free) return 'CONFLICT_OF_INTEREST';
  const actingFor = draft.context.directory.people.get(task.personId) ?? null;
  draft.closeTask(task.id, state);
  draft.record(state, { taskId: task.id, to: person.id });
  const { stage, kind, level, seat, choices, post, own } = task;
  draft.openTask({ stage, kind, level, seat, choices, own, assignee: { post, person, actingFor } }, { occasion: occasionOf(draft, task) });
  return null;
}

/** Whether the person has a voice in the same stage and round already: nobody gets a second one by being handed a seat. */
function isAsked(draft: Draft, { stage, round }: CaseTask, personId: string): boolean {
  const voices = draft.file.tasks.filter((task) => task.stage === stage && task.round === round && task.personId === personId);
  return voices.some(({ state }) => state === 'open' || state === 'decided');
}

/** Nobody waits for the escalation's hour when the one who is asked cannot have been reached. */
function escalateUndelivered(draft: Draft, { taskId }: Body<'undeliverable'>): RefusalCode | null {
  const task = draft.file.tasks.find(({ id }) => id === taskId);
  const closed = refusalOfClosed(task);
  if (closed || !task) return closed ?? 'NOT_YOUR_TASK';
  if (task.escalatedAt !== null) return 'INVALID_ACT';
  const told = tellSuperior(draft, task);
  draft.record('mail-undeliverable', { taskId, told });
  return null;
}

function complete(draft: Draft, body: Body<'complete'>): RefusalCode | null {
  if (draft.file.state !== 'RETURNED') return 'NOT_RETURNED';
  const replaced = new Set(body.documents.map(({ kind }) => kind));
  draft.set({ documents: [...draft.file.documents.filter(({ kind }) => !replaced.has(kind)), ...body.documents] });
  const intake = draft.context.rules.stages.find((stage) => stage.kind === 'intake');
  const missing = intake ? missingDocuments(draft.file, intake) : [];
  draft.record('completed', { documents: body.documents.length, stillMissing: missing.length });
  if (missing.length > 0) return null;
  if (draft.file.holds.length === 0) return resumeStage(draft);
  draft.set({ suspended: draft.file.suspended && { ...draft.file.suspended, completed: true } });
  return null;
}

function withdraw(draft: Draft): RefusalCode | null {
  const { rules } = draft.context;
  const finalLevel = rules.levels.at(-1)?.key;
  const inFinalLevel = rules.withdrawUntil === 'final-level' && levelOf(draft.file, rules) === finalLevel;
  if (draft.file.state === 'DECIDED' || isHeard(draft.file) || awardStands(draft) || inFinalLevel) return 'TOO_LATE_TO_WITHDRAW';
  draft.closeOpenTasks('withdrawn');
  draft.tell('laurel.nomination.withdrawn.v1');
  return end(draft, 'WITHDRAWN', 'withdrawn');
}

/** Stops the case; where a complaint is being heard, only its hearing: what was decided stays decided. */
function terminate(draft: Draft): null {
  if (!isHeard(draft.file)) return end(draft, 'TERMINATED', 'terminated');
  closeComplaint(draft, 'dropped');
  return null;
}

function end(draft: Draft, state: 'WITHDRAWN' | 'TERMINATED', action: string): null {
  draft.record(action);
  endCase(draft, state);
  return null;
}

/** Places a hold: every clock stops but that of a published notice, every outcome is blocked. Twice is once. */
export function placeHold(draft: Draft, holdId: string): void {
  draft.set({ holds: [...new Set([...draft.file.holds, holdId])] });
  pauseFor(draft, holdId);
}

function hold(draft: Draft, body: Body<'hold'>): RefusalCode | null {
  if (draft.file.holds.includes(body.holdId)) return 'INVALID_ACT';
  placeHold(draft, body.holdId);
  draft.record('held', { holdId: body.holdId, authority: body.authority });
  return null;
}

function liftHold(draft: Draft, body: Body<'lift-hold'>): RefusalCode | null {
  if (!draft.file.holds.includes(body.holdId)) return 'NOT_HELD';
  draft.set({ holds: draft.file.holds.filter((id) => id !== body.holdId) });
  resumeAfter(draft, body.holdId);
  const undone = body.reopen === undefined ? {} : { reopened: body.reopen, kept: refusalOfReopening(draft, body.reopen) };
  draft.record('hold-lifted', { holdId: body.holdId, authority: body.authority, outcome: body.outcome, ...undone });
  if (body.reopen !== undefined && undone.kept === null) return reopen(draft, { kind: 'reopen', stage: body.reopen });
  return draft.file.holds.length === 0 && draft.file.suspended?.completed ? resumeStage(draft) : null;
}

function extend(draft: Draft, body: Body<'extend'>): RefusalCode | null {
  const { workingDays, taskId } = body;
  if (draft.file.wait === null || !Number.isInteger(workingDays) || workingDays < 1) return 'INVALID_ACT';
  if (taskId !== undefined) return extendTask(draft, taskId, workingDays);
  replan(draft, (clock) => extendClock(clock, workingDays));
  draft.record('deadline-extended', { workingDays, dueAt: draft.dueAt });
  tellNewDeadline(draft, draft.openTasks());
  return null;
}

function recalculate(draft: Draft, { calendarVersion }: Body<'recalculate'>): null {
  draft.set({ calendarVersion });
  return moveDates(draft, 'deadlines-recalculated');
}

function moveDates(draft: Draft, action: string): null {
  const before = draft.file.wait?.plan?.closesAt ?? null;
  replan(draft);
  draft.record(action, { closedBefore: before, closesAt: draft.file.wait?.plan?.closesAt ?? null });
  return null;
}

function note(draft: Draft, remedy: string): null {
  draft.record('remedied', { remedy });
  return null;
}
