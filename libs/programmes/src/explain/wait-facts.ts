import type { PostRef, TimeoutPolicy, WaitRule } from '@laurel/domain';
import { superiorsOf } from '../words/posts.ts';
import { text } from '../words/text.ts';
import { clockWords, closeWords, escalationWords, reminderWords, timeoutWords } from '../words/waits.ts';
import type { Fact, Telling } from './explanation.ts';

/** By when people answer, how they are reminded, who is told, and what their silence does. */
export function waitFacts(telling: Telling, wait: WaitRule, timeout: TimeoutPolicy, asked: readonly PostRef[]): readonly Fact[] {
  const superior = superiorsOf(telling.posts, asked);
  const [closes, then] = [closeWords(wait), timeoutWords(timeout, superior)];
  return [
    { id: 'clock', label: text('Thời hạn', 'Time limit'), value: clockWords(wait.clock) },
    { id: 'reminders', label: text('Nhắc việc', 'Reminders'), value: reminderWords(wait.remindAt) },
    { id: 'escalation', label: text('Báo cấp trên', 'Superior is told'), value: escalationWords(wait.escalateAfter, superior) },
    { id: 'silence', label: text('Nếu không ai trả lời', 'When nobody answers'), value: text(`${closes.vi} thì ${then.vi}`, `${closes.en}, ${then.en}`) },
  ];
}

/** Whether the task may be given to someone else. */
export function delegationFact(allowed: boolean): Fact {
  const value = allowed ? text('được giao người khác làm thay', 'the task may be given to someone else') : text('không được giao người khác', 'the task may not be given to anyone else');
  return { id: 'delegation', label: text('Giao việc', 'Delegation'), value };
}
