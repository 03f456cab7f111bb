import type { CaseAction, NominationDetail } from '../../api/types.ts';

/** What somebody has typed so far, whatever the action. */
export interface ActionDraft {
  readonly reason: string;
  readonly taskId: string;
  readonly to: string;
  readonly workingDays: string;
  readonly until: string;
  readonly authority: string;
  readonly holdId: string;
  readonly outcome: 'cleared' | 'confirmed';
}

export function emptyDraft(nomination: NominationDetail): ActionDraft {
  const taskId = nomination.tasks.find(({ state }) => state === 'open')?.id ?? '';
  const holdId = nomination.holdIds[0] ?? '';
  return { reason: '', taskId, to: '', workingDays: '3', until: '', authority: '', holdId, outcome: 'cleared' };
}

/** The end of a day in the councils' zone. */
const endOf = (date: string): string => `${date}T23:59:59+07:00`;

/** What would be sent; null while something needed is missing. */
export function actionBody(action: CaseAction['action'], draft: ActionDraft): CaseAction | null {
  const reason = draft.reason.trim();
  if (reason === '') return null;
  switch (action) {
    case 'withdraw':
    case 'resend':
      return { action, reason };
    case 'extend': {
      const workingDays = Number(draft.workingDays);
      return Number.isInteger(workingDays) && workingDays > 0 ? { action, reason, workingDays } : null;
    }
    case 'reassign':
      return draft.taskId !== '' && draft.to !== '' ? { action, reason, taskId: draft.taskId, to: draft.to } : null;
    case 'substitute':
      if (draft.taskId === '' || draft.to === '') return null;
      return { action, reason, taskId: draft.taskId, to: draft.to, ...(draft.until !== '' && { until: endOf(draft.until) }) };
    case 'hold':
      return draft.authority.trim() === '' ? null : { action, reason, authority: draft.authority.trim() };
    case 'lift-hold':
      return draft.holdId === '' ? null : { action, reason, holdId: draft.holdId, outcome: draft.outcome };
  }
}
