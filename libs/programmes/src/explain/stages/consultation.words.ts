import type { ConsultationStage, Text } from '@laurel/domain';
import { postList, superiorsOf } from '../../words/posts.ts';
import { text } from '../../words/text.ts';
import { clockWords, closeWords, escalationWords, lengthWords, reminderWords } from '../../words/waits.ts';
import type { Fact, Telling } from '../explanation.ts';
import { answerFacts, moreTimeFacts } from '../wait-facts.ts';
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
    {
      id: 'escalation',
      label: text('Báo cấp trên', 'Superior is told'),
      value: escalationWords(wait.escalateAfter, superiorsOf(telling.posts, bodies)),
    },
    {
      id: 'silence',
      label: text('Nơi không trả lời', 'A body that is silent'),
      value: text(`${closes.vi} thì ${counts.vi}`, `${closes.en}, ${counts.en}`),
    },
  ];
}

const ANSWER = {
  clock: text('Thời hạn giải trình', 'Time to answer'),
  reminders: text('Nhắc giải trình', 'Reminders to answer'),
  escalation: text('Chậm giải trình, báo cấp trên', 'A late answer, superior is told'),
  close: text('Không giải trình', 'When nobody answers'),
};

function outcomes(stage: ConsultationStage, { rules }: Telling): readonly StageOutcome[] {
  return [
    goesOn(rules, stage, text('Các nơi đồng ý, hoặc đã giải trình', 'All agree, or objections are answered')),
    {
      leads: 'end',
      when: text('Giữ ý kiến không đồng ý', 'An objection is upheld'),
      then: text('không đạt, khép hồ sơ', 'not qualified, the case ends'),
    },
  ];
}

/** Several bodies are asked at once. */
export const consultationWords: StageWords<'consultation'> = {
  name: text('Hiệp y', 'Consultation'),
  asked: ({ bodies }) => bodies,
  facts: (stage, telling) => [
    { id: 'who', label: text('Hỏi ý kiến', 'Who is consulted'), value: postList(telling.posts, stage.bodies) },
    ...replyFacts(stage, telling),
    {
      id: 'answeredBy',
      label: text('Ai giải trình ý kiến không đồng ý', 'Who answers objections'),
      value: telling.posts.name(stage.answeredBy),
    },
    ...answerFacts(telling, stage.answerWait, stage.answeredBy, ANSWER),
    ...moreTimeFacts(stage.moreTime),
  ],
  outcomes,
  brief: ({ answeredBy, answerWait }, telling) => {
    const [who, within] = [telling.posts.shortName(answeredBy), lengthWords(answerWait.clock)];
    return [text(`Không đồng ý: ${who.vi} giải trình trong ${within.vi}`, `Objections: answered by the ${who.en} within ${within.en}`)];
  },
  closing: (stage) => text(`nơi không trả lời ${silenceWords(stage).vi}`, `a body that is silent ${silenceWords(stage).en}`),
  silence: (stage) => ({ leads: 'again', when: text('Nơi nào không trả lời', 'A body that is silent'), then: silenceWords(stage) }),
};
