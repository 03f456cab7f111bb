import type { MoreTimeRule, PostRef, Text, TimeoutPolicy, WaitRule } from '@laurel/domain';
import { superiorsOf } from '../words/posts.ts';
import { text, workingDays } from '../words/text.ts';
import { clockWords, closeWords, escalationWords, reminderWords, timeoutWords } from '../words/waits.ts';
import type { Fact, Telling } from './explanation.ts';

/** By when people answer, how they are reminded, who is told, and what their silence does. */
export function waitFacts(
  telling: Telling,
  wait: WaitRule,
  timeout: TimeoutPolicy,
  asked: readonly PostRef[],
  moreTime?: MoreTimeRule | null,
): readonly Fact[] {
  const superior = superiorsOf(telling.posts, asked);
  const [closes, then] = [closeWords(wait), timeoutWords(timeout, superior)];
  return [
    { id: 'clock', label: text('Thời hạn', 'Time limit'), value: clockWords(wait.clock) },
    { id: 'reminders', label: text('Nhắc việc', 'Reminders'), value: reminderWords(wait.remindAt) },
    { id: 'escalation', label: text('Báo cấp trên', 'Superior is told'), value: escalationWords(wait.escalateAfter, superior) },
    {
      id: 'silence',
      label: text('Nếu không ai trả lời', 'When nobody answers'),
      value: text(`${closes.vi} thì ${then.vi}`, `${closes.en}, ${then.en}`),
    },
    ...moreTimeFacts(moreTime),
  ];
}

interface Labels {
  readonly clock: Text;
  readonly reminders: Text;
  readonly escalation: Text;
  readonly close: Text;
}

/** By when one post answers what was put to it; silence is passed on to the superior. */
export function answerFacts({ posts }: Telling, wait: WaitRule, post: PostRef, labels: Labels): readonly Fact[] {
  const superior = posts.superior(post);
  const [closes, then] = [closeWords(wait), timeoutWords({ kind: 'hand-over', to: 'superior' }, superior)];
  return [
    { id: 'answer/clock', label: labels.clock, value: clockWords(wait.clock) },
    { id: 'answer/reminders', label: labels.reminders, value: reminderWords(wait.remindAt) },
    { id: 'answer/escalation', label: labels.escalation, value: escalationWords(wait.escalateAfter, superior) },
    { id: 'answer/close', label: labels.close, value: text(`${closes.vi} thì ${then.vi}`, `${closes.en}, ${then.en}`) },
  ];
}

/** What a person who asks for more time is given; nothing is said where the rules give none. */
export function moreTimeFacts(rule: MoreTimeRule | null | undefined): readonly Fact[] {
  if (!rule) return [];
  const days = workingDays(rule.workingDays);
  const value = text(
    `người được hỏi tự xin, được ngay, không ai phải duyệt: thêm ${days.vi}, nhiều nhất ${rule.times} lần`,
    `whoever is asked takes it, granted at once by the rules: ${days.en} more, at most ${rule.times === 1 ? 'once' : `${rule.times} times`}`,
  );
  return [{ id: 'moreTime', label: text('Xin thêm thời gian', 'Asking for more time'), value }];
}

/** Whether the task may be given to someone else. */
export function delegationFact(allowed: boolean): Fact {
  const value = allowed
    ? text('được giao người khác làm thay', 'the task may be given to someone else')
    : text('không được giao người khác', 'the task may not be given to anyone else');
  return { id: 'delegation', label: text('Giao việc', 'Delegation'), value };
}
