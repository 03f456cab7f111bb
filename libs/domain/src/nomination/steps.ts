import type { CaseFile } from './case-file.ts';
import type { Change } from './change.ts';
import { endCase, enterStage } from './course.ts';
import { Draft, type CaseContext } from './draft.ts';
import { placeHold } from './record-act.ts';
import { noteSuspects } from './registry.ts';
import { dueWaits, type RunningWait } from './running-waits.ts';
import { occasionOf } from './waiting.ts';

/**
 * Steps that time or the engine takes. Each is pure and answers null when it is not (or no longer) due: whoever comes
 * twice, or late, changes nothing.
 */

/** Receives a submitted nomination: intake by the rules, then the first stage with people in it. */
export function receive(file: CaseFile, context: CaseContext, holds: readonly string[]): Change | null {
  if (file.state !== 'SUBMITTED') return null;
  const draft = new Draft(file, context);
  draft.set({ state: 'RECEIVED' });
  draft.record('received', { ruleSetVersion: context.rules.version });
  draft.tell('laurel.nomination.received.v1', { programme: context.rules.programme, award: file.award });
  noteSuspects(draft);
  enterStage(draft, 0);
  if (draft.file.endedAt === null) for (const holdId of holds) holdAtReceipt(draft, holdId);
  return draft.seal();
}

function holdAtReceipt(draft: Draft, holdId: string): void {
  placeHold(draft, holdId);
  draft.record('held', { holdId });
}

/** Reminds everyone whose task is open. Reminders missed while nothing ran are one reminder, not a burst. */
export function remind(file: CaseFile, context: CaseContext): Change | null {
  const due = dueWaits(file, context.at, 'remind');
  if (due.length === 0) return null;
  const draft = new Draft(file, context);
  for (const running of due) remindAll(draft, running);
  return draft.seal();
}

function remindAll(draft: Draft, running: RunningWait): void {
  const { plan, remindersDone } = running.wait;
  const missed = plan?.reminders.filter(({ occurrence, at }) => at <= draft.at && !remindersDone.includes(occurrence)) ?? [];
  const latest = missed.at(-1)?.occurrence ?? 0;
  draft.changeWait(running, { remindersDone: [...remindersDone, ...missed.map(({ occurrence }) => occurrence)] });
  for (const task of running.tasks) {
    draft.changeTask(task.id, { remindersSent: [...task.remindersSent, latest] });
    draft.mailTask(task, 'reminder', latest, occasionOf(draft, task));
    draft.tell('laurel.task.reminded.v1', { taskId: task.id, occurrence: latest });
  }
  draft.record('reminded', { occurrence: latest });
}

/** Publishes a decided case: its awards are conferred and the nominator is told. */
export function publish(file: CaseFile, context: CaseContext): Change | null {
  if (file.state !== 'DECIDED' || file.holds.length > 0) return null;
  const draft = new Draft(file, context);
  draft.record('published');
  draft.tell('laurel.nomination.conferred.v1');
  endCase(draft, 'CONFERRED');
  return draft.seal();
}
