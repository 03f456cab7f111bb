import type { CaseFile, Change } from './case-file.ts';
import { endCase, enterStage } from './course.ts';
import { Draft, type CaseContext } from './draft.ts';
import { placeHold } from './record-act.ts';
import { isDue, occasionOf } from './waiting.ts';

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
  const plan = file.wait?.plan;
  if (!plan || !isDue(file, context, 'remind')) return null;
  const draft = new Draft(file, context);
  const missed = plan.reminders.filter(({ occurrence, at }) => at <= context.at && !file.wait?.remindersDone.includes(occurrence));
  const latest = missed.at(-1)?.occurrence ?? 0;
  draft.set({ wait: { ...file.wait, remindersDone: [...file.wait.remindersDone, ...missed.map(({ occurrence }) => occurrence)] } });
  for (const task of draft.openTasks()) {
    draft.changeTask(task.id, { remindersSent: [...task.remindersSent, latest] });
    draft.mailTask(task, 'reminder', latest, occasionOf(draft, task));
    draft.tell('laurel.task.reminded.v1', { taskId: task.id, occurrence: latest });
  }
  draft.record('reminded', { occurrence: latest });
  return draft.seal();
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
