import { nextWake } from '../calendar/index.ts';
import type { TimeoutPolicy, WaitRule } from '../route/rule-set.ts';
import type { CaseFile, CaseTask, MailOccasion, OpenWait } from './case-file.ts';
import type { CaseContext, Draft } from './draft.ts';
import { missingDocuments } from './stages/intake.stage.ts';

/** Whether the step is the next that the case takes by itself, and its instant has come. */
export function isDue(file: CaseFile, context: CaseContext, step: 'remind' | 'escalate' | 'close'): boolean {
  const wait = file.wait;
  if (!wait?.plan || file.holds.length > 0 || file.endedAt !== null) return false;
  const wake = nextWake(wait.plan, new Set(wait.remindersDone), wait.escalated);
  return wake.kind === step && wake.at <= context.at;
}

/** What the open stage does when nobody answers until `closesAt`. */
export function timeoutOf(draft: Draft): TimeoutPolicy {
  if (draft.file.state === 'RETURNED') return { kind: 'lapse' };
  const stage = draft.stage;
  return 'timeout' in stage ? stage.timeout : { kind: 'lapse' };
}

/** The wait of the open stage, lengthened by what its timeout policy has granted so far; null where nobody is asked. */
export function waitRuleOf(draft: Draft, timeouts = draft.file.wait?.timeouts ?? 0): WaitRule | null {
  if (draft.file.state === 'RETURNED') return draft.context.rules.completion.wait;
  const stage = draft.context.rules.stages[draft.file.stageIndex];
  if (!stage || !('wait' in stage)) return null;
  const policy = stage.timeout;
  if (policy.kind !== 'escalate-again') return stage.wait;
  return { ...stage.wait, closesAfter: stage.wait.closesAfter + timeouts * policy.everyWorkingDays };
}

/** Plans the open wait again with some of its memory changed; what was sent stays sent. */
export function replan(draft: Draft, changes: Partial<Omit<OpenWait, 'plan'>> = {}): void {
  const wait = draft.file.wait;
  if (!wait) return;
  const changed = { ...wait, ...changes };
  const rule = waitRuleOf(draft, changed.timeouts);
  if (rule) draft.setWait(changed, rule);
}

/** What a mail about an open task is about: a review, or the parts that a returned dossier still lacks. */
export function occasionOf(draft: Draft, task: CaseTask): MailOccasion {
  if (task.kind !== 'completion') return { is: 'review' };
  const intake = draft.context.rules.stages.find((stage) => stage.kind === 'intake');
  const missing = intake ? missingDocuments(draft.file, intake).map(({ name }) => name) : [];
  return { is: 'completion', missing, reason: null };
}
