import type { NoticeStage, Text } from '@laurel/domain';
import { text } from '../../words/text.ts';
import { clockWords, lengthWords } from '../../words/waits.ts';
import { answerFacts, moreTimeFacts } from '../wait-facts.ts';
import { goesOn } from './outcomes.ts';
import type { StageWords } from './stage-words.ts';

const BLOCKS: Readonly<Record<NoticeStage['endsBefore'], Text>> = {
  session: text('hội đồng chỉ họp khi đã hết hạn công khai', 'the council meets only when the notice is over'),
  decision: text('chỉ quyết định khi đã hết hạn công khai', 'nothing is decided before the notice is over'),
};

const ANSWER = {
  clock: text('Thời hạn trả lời góp ý', 'Time to answer a comment'),
  reminders: text('Nhắc trả lời', 'Reminders to answer'),
  escalation: text('Chậm trả lời, báo cấp trên', 'A late answer, superior is told'),
  close: text('Không trả lời', 'When nobody answers'),
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
    ...answerFacts(telling, answerWait, secretariat, ANSWER),
    ...moreTimeFacts(moreTime),
  ],
  outcomes: (stage, { rules }) => [
    goesOn(rules, stage, text('Hết hạn công khai, mọi góp ý đã được trả lời', 'The notice is over and every comment answered')),
  ],
  brief: ({ clock, secretariat, answerWait }, telling) => {
    const [length, who, within] = [clockWords(clock), telling.posts.shortName(secretariat), lengthWords(answerWait.clock)];
    return [
      text(`Hạn: ${length.vi}`, `Lasts: ${length.en}`),
      text(`Góp ý: ${who.vi} trả lời trong ${within.vi}`, `Comments: answered by the ${who.en} within ${within.en}`),
    ];
  },
  closing: () =>
    text('hết hạn công khai; đi tiếp khi mọi góp ý đã được trả lời', 'the notice is over; goes on once every comment is answered'),
  silence: () => null,
};
