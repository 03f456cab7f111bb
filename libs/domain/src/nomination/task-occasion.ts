import type { MailOccasion } from './case-file.ts';
import type { NewTask } from './new-task.ts';

/** What a mail about a task is about when nothing more needs to be said. */
export function occasionOfTask({ kind, choices }: Pick<NewTask, 'kind' | 'choices'>): MailOccasion {
  if (kind === 'appraisal') return { is: 'appraisal' };
  if (kind === 'notice') return { is: 'feedback-answer' };
  if (kind !== 'consultation') return { is: 'review' };
  return choices.includes('answer') ? { is: 'objection-answer' } : { is: 'consultation' };
}
