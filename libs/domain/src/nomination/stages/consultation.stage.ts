import type { ConsultationStage } from '../../route/rule-set.ts';
import type { CaseFile, CaseTask } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { roundOf } from '../round.ts';
import { closeTwins, NOT_OFFERED, passed, WAIT, type StageRules, type StageVerdict } from './stage-rules.ts';

/** The seat of the one who answers objections comes after those of the bodies. */
const answerSeat = ({ bodies }: ConsultationStage): number => bodies.length;

function tasksOf(file: CaseFile, { key }: ConsultationStage): readonly CaseTask[] {
  return file.tasks.filter(({ stage, round }) => stage === key && round === roundOf(file));
}

/** True once every body has answered and objections wait for their answer. */
function isAnswering(file: CaseFile, stage: ConsultationStage): boolean {
  return tasksOf(file, stage).some(({ seat }) => seat === answerSeat(stage));
}

/** What a body has said, or what its silence counts as; null while it is asked. */
function saidBy(file: CaseFile, stage: ConsultationStage, body: number): 'agree' | 'object' | null {
  const settled = tasksOf(file, stage).findLast(({ seat, state }) => seat === body && (state === 'decided' || state === 'lapsed'));
  return settled?.choice === 'agree' || settled?.choice === 'object' ? settled.choice : null;
}

/** Goes on when every body has agreed; objections are put before the one who answers them, on a clock of its own. */
function settle(draft: Draft, stage: ConsultationStage): StageVerdict {
  const said = stage.bodies.map((_, body) => saidBy(draft.file, stage, body));
  if (said.includes(null)) return WAIT;
  if (!said.includes('object')) return passed(draft);
  const assignee = draft.assignee(draft.postMeant(stage.answeredBy));
  const { key, level, answerWait } = stage;
  draft.startWait(answerWait, draft.at);
  draft.openTask({ stage: key, kind: 'consultation', level, seat: answerSeat(stage), choices: ['answer', 'uphold'], assignee });
  draft.record('objections-to-answer', { objections: said.filter((choice) => choice === 'object').length });
  return WAIT;
}

/** Several bodies are asked at once; silence counts as the rules say, and an objection is answered before going on. */
export const consultationStage: StageRules<'consultation'> = {
  state: 'CONSULTING',
  wait: (file, stage) => (isAnswering(file, stage) ? stage.answerWait : stage.wait),
  open(draft, stage) {
    stage.bodies.forEach((reference, seat) => {
      const assignee = draft.assignee(draft.postMeant(reference));
      draft.openTask({ stage: stage.key, kind: 'consultation', level: stage.level, seat, choices: ['agree', 'object'], assignee });
    });
    return WAIT;
  },
  decide(draft, stage, task, { choice }) {
    closeTwins(draft, task);
    if (choice === 'agree' || choice === 'object') return settle(draft, stage);
    if (choice === 'uphold') return { then: 'refuse', state: 'NOT_QUALIFIED', rule: null };
    return choice === 'answer' ? passed(draft) : NOT_OFFERED;
  },
  elapse(draft, stage, silent) {
    if (isAnswering(draft.file, stage)) return null;
    for (const task of silent) {
      draft.closeTask(task.id, 'lapsed', stage.onSilence);
      draft.tell('laurel.task.lapsed.v1', { taskId: task.id });
      draft.record('silence-counted', { taskId: task.id, post: task.post, as: stage.onSilence });
    }
    return settle(draft, stage);
  },
};
