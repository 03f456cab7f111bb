import type { Assignee } from '../people/directory.ts';
import type { StageKind } from '../route/rule-set.ts';
import type { CaseTask, Choice, OwnWait } from './case-file.ts';
import type { MailKind, MailOccasion } from './change.ts';

export interface NewTask {
  readonly stage: string;
  readonly kind: StageKind;
  readonly level: string;
  readonly seat: number;
  readonly choices: readonly Choice[];
  readonly assignee: Assignee;
  /** A deadline of this seat's own; by default the stage's holds. */
  readonly own?: OwnWait | null;
}

export interface TaskMail {
  readonly kind?: MailKind;
  readonly occurrence?: number;
  readonly occasion?: MailOccasion;
}

/** A task as it begins. */
export function openedTask(task: NewTask, { id, round, openedAt }: Pick<CaseTask, 'id' | 'round' | 'openedAt'>): CaseTask {
  const { stage, kind, level, seat, choices, assignee } = task;
  const { post, person, actingFor } = assignee;
  const asked = { id, stage, kind, level, seat, round, choices, post, personId: person.id, actingForId: actingFor?.id ?? null };
  const closing = { choice: null, closedAt: null, closedByAct: null };
  return { ...asked, ...closing, state: 'open', openedAt, remindersSent: [], escalatedAt: null, own: task.own ?? null };
}
