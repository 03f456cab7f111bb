import { groundOf } from '../complaint/index.ts';
import type { RuleSet } from '../route/rule-set.ts';
import type { CaseFile } from './case-file.ts';
import type { MailOccasion } from './change.ts';
import type { NewTask } from './new-task.ts';

/** What a mail about a task is about when nothing more needs to be said. */
export function occasionOfTask({ kind, choices }: Pick<NewTask, 'kind' | 'choices'>, file: CaseFile, rules: RuleSet): MailOccasion {
  if (kind === 'complaint' && file.complaint) {
    const { ground, instance } = file.complaint;
    return { is: 'complaint', ground: groundOf(rules.complaint, ground), instance };
  }
  if (kind === 'appraisal') return { is: 'appraisal' };
  if (kind === 'notice') return { is: 'feedback-answer' };
  if (kind !== 'consultation') return { is: 'review' };
  return choices.includes('answer') ? { is: 'objection-answer' } : { is: 'consultation' };
}
