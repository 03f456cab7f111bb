import type { NoticeStage } from '../../route/rule-set.ts';
import type { CaseFile } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { closeTwins, NOT_OFFERED, passed, WAIT, type StageRules, type StageVerdict } from './stage-rules.ts';

/** Feedbacks that came in and that nobody has been asked to answer yet: their acts are on the way. */
function areUnheard({ tasks, feedbackReceived }: CaseFile): boolean {
  return new Set(tasks.filter(({ kind }) => kind === 'notice').map(({ seat }) => seat)).size < feedbackReceived;
}

/** Feedbacks of an earlier notice that a reopening has left without an answer. */
function unansweredBefore({ tasks, feedbackReceived }: CaseFile): readonly number[] {
  const answered = new Set(tasks.filter(({ kind, state }) => kind === 'notice' && state === 'decided').map(({ seat }) => seat));
  return Array.from({ length: feedbackReceived }, (_, i) => i + 1).filter((number) => !answered.has(number));
}

/** A notice is given once for its place in the route, and once more each time the case comes there again. */
function occurrenceOf({ file, context }: Draft): number {
  return file.stageIndex + file.revivals * context.rules.stages.length;
}

/** Goes on once the clock has fully elapsed, every feedback has been heard and every one heard is answered. */
function completed(draft: Draft): StageVerdict {
  const endsAt = draft.file.wait?.plan?.closesAt;
  if (endsAt === undefined || draft.at < endsAt || draft.openTasks().length > 0 || areUnheard(draft.file)) return WAIT;
  draft.record('notice-over', { endedAt: endsAt });
  return passed(draft);
}

/** Nobody is asked until somebody of the public writes; each feedback is a seat of its own, numbered as they came. */
export const noticeStage: StageRules<'notice'> = {
  state: 'ON_NOTICE',
  wait: (_file, { clock }) => ({ clock, remindAt: [], escalateAfter: null, closesAfter: 0 }),
  seatWait: ({ answerWait }) => answerWait,
  runsOnHold: true,
  open(draft, stage) {
    const endsAt = draft.file.wait?.plan?.closesAt ?? draft.at;
    draft.record('notice-published', { endsAt, endsBefore: stage.endsBefore });
    draft.mailOfficer({ is: 'notice', endsAt }, 'notice', occurrenceOf(draft));
    for (const number of unansweredBefore(draft.file)) askForAnswer(draft, stage, number);
    return WAIT;
  },
  decide(draft, _stage, task, { choice }) {
    if (choice !== 'answer') return NOT_OFFERED;
    closeTwins(draft, task);
    return completed(draft);
  },
  elapse: (draft, _stage, silent) => (silent.length > 0 ? null : completed(draft)),
};

/** Puts a feedback before the secretariat, on a clock of its own. */
export function askForAnswer(draft: Draft, { key, level, secretariat, answerWait }: NoticeStage, number: number): void {
  const assignee = draft.assignee(draft.postMeant(secretariat));
  const own = draft.newOwnWait(answerWait);
  draft.openTask({ stage: key, kind: 'notice', level, seat: number, choices: ['answer'], assignee, own });
}
