import type { ConsultationStage, Text } from '@laurel/domain';
import { postList, superiorsOf } from '../../words/posts.ts';
import { text } from '../../words/text.ts';
import { clockWords, closeWords, escalationWords, reminderWords } from '../../words/waits.ts';
import type { Fact, Telling } from '../explanation.ts';
import { moreTimeFacts } from '../wait-facts.ts';
import { goesOn } from './outcomes.ts';
import type { StageOutcome, StageWords } from './stage-words.ts';

function silenceWords({ onSilence }: ConsultationStage): Text {
  return onSilence === 'agree' ? text('coi như đồng ý', 'counts as agreement') : text('coi như không đồng ý', 'counts as an objection');
}

function replyFacts(stage: ConsultationStage, telling: Telling): readonly Fact[] {
  const { bodies, wait } = stage;
  const [closes, counts] = [closeWords(wait), silenceWords(stage)];
  return [
    { id: 'clock', label: text('Thời hạn trả lời', 'Time to reply'), value: clockWords(wait.clock) },
    { id: 'reminders', label: text('Nhắc việc', 'Reminders'), value: reminderWords(wait.remindAt) },
    { id: 'escalation', label: text('Báo cấp trên', 'Superior is told'), value: escalationWords(wait.escalateAfter, superiorsOf(telling.posts, bodies)) },
    { id: 'silence', label: text('Nơi không trả lời', 'A body that is silent'), value: text(`${closes.vi} thì ${counts.vi}`, `${closes.en}, ${counts.en}`) },
  ];
}

function answerFacts({ answeredBy, answerWait }: ConsultationStage, telling: Telling): readonly Fact[] {
  const closes = closeWords(answerWait);
  return [
    { id: 'answeredBy', label: text('Ai giải trình ý kiến không đồng ý', 'Who answers objections'), value: telling.posts.name(answeredBy) },
    { id: 'answer/clock', label: text('Thời hạn giải trình', 'Time to answer'), value: clockWords(answerWait.clock) },
    { id: 'answer/reminders', label: text('Nhắc giải trình', 'Reminders to answer'), value: reminderWords(answerWait.remindAt) },
    { id: 'answer/escalation', label: text('Chậm giải trình, báo cấp trên', 'A late answer, superior is told'), value: escalationWords(answerWait.escalateAfter, telling.posts.superior(answeredBy)) },
    { id: 'answer/close', label: text('Hết hạn giải trình', 'The answer is overdue'), value: closes },
  ];
}

function outcomes(stage: ConsultationStage, { rules }: Telling): readonly StageOutcome[] {
  return [
    goesOn(rules, stage, text('Các nơi đồng ý, hoặc đã giải trình', 'All agree, or objections are answered')),
    { leads: 'end', when: text('Giữ ý kiến không đồng ý', 'An objection is upheld'), then: text('không đạt, khép hồ sơ', 'not qualified, the case ends') },
  ];
}

/** Several bodies are asked at once. */
export const consultationWords: StageWords<'consultation'> = {
  name: text('Hiệp y', 'Consultation'),
  asked: ({ bodies }) => bodies,
  facts: (stage, telling) => [
    { id: 'who', label: text('Hỏi ý kiến', 'Who is consulted'), value: postList(telling.posts, stage.bodies) },
    ...replyFacts(stage, telling),
    ...answerFacts(stage, telling),
    ...moreTimeFacts(stage.moreTime),
  ],
  outcomes,
  silence: (stage) => ({ leads: 'again', when: text('Nơi nào không trả lời', 'A body that is silent'), then: silenceWords(stage) }),
};
