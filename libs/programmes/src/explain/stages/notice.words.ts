import type { NoticeStage, Text } from '@laurel/domain';
import { text } from '../../words/text.ts';
import { clockWords, closeWords, escalationWords, reminderWords } from '../../words/waits.ts';
import { moreTimeFacts } from '../wait-facts.ts';
import { goesOn } from './outcomes.ts';
import type { StageWords } from './stage-words.ts';

const BLOCKS: Readonly<Record<NoticeStage['endsBefore'], Text>> = {
  session: text('hội đồng chỉ họp khi đã hết hạn công khai', 'the council meets only when the notice is over'),
  decision: text('chỉ quyết định khi đã hết hạn công khai', 'nothing is decided before the notice is over'),
};

/** The nomination is before the public. */
export const noticeWords: StageWords<'notice'> = {
  name: text('Lấy ý kiến công khai', 'Public notice'),
  asked: () => [],
  facts: ({ clock, secretariat, answerWait, endsBefore, moreTime }, telling) => [
    { id: 'who', label: text('Công khai với', 'Before'), value: text('mọi người, ai cũng góp ý được', 'the public, anybody may comment') },
    { id: 'clock', label: text('Công khai trong', 'On notice for'), value: clockWords(clock) },
    { id: 'endsBefore', label: text('Chặn', 'Blocks'), value: BLOCKS[endsBefore] },
    { id: 'secretariat', label: text('Ai trả lời góp ý', 'Who answers comments'), value: telling.posts.name(secretariat) },
    { id: 'answer/clock', label: text('Thời hạn trả lời góp ý', 'Time to answer a comment'), value: clockWords(answerWait.clock) },
    { id: 'answer/reminders', label: text('Nhắc trả lời', 'Reminders to answer'), value: reminderWords(answerWait.remindAt) },
    { id: 'answer/escalation', label: text('Chậm trả lời, báo cấp trên', 'A late answer, superior is told'), value: escalationWords(answerWait.escalateAfter, telling.posts.superior(secretariat)) },
    { id: 'answer/close', label: text('Hết hạn trả lời', 'The answer is overdue'), value: closeWords(answerWait) },
    ...moreTimeFacts(moreTime),
  ],
  outcomes: (stage, { rules }) => [goesOn(rules, stage, text('Hết hạn công khai, mọi góp ý đã được trả lời', 'The notice is over and every comment answered'))],
  silence: () => null,
};
