import { ApplicationFailure, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import {
  ACT_RECORDED_SIGNAL,
  ACT_REFUSED,
  GET_STANDING_QUERY,
  SUBMIT_ACT_UPDATE,
  SUBMIT_DECISION_UPDATE,
  WAKE_UPDATE,
  type ActOutcome,
  type Standing,
  type SubmitActInput,
  type SubmitDecisionInput,
} from '@laurel/contracts';
import { isAfterwards, type RefusalCode } from '@laurel/domain';
import type { NominationStory } from './nomination-story.ts';
import { stageOf } from './stages/index.ts';

const submitDecisionUpdate = defineUpdate<ActOutcome, [SubmitDecisionInput]>(SUBMIT_DECISION_UPDATE);
const submitActUpdate = defineUpdate<ActOutcome, [SubmitActInput]>(SUBMIT_ACT_UPDATE);
const wakeUpdate = defineUpdate(WAKE_UPDATE);
const actRecordedSignal = defineSignal<[SubmitActInput]>(ACT_RECORDED_SIGNAL);
const getStandingQuery = defineQuery<Standing | null>(GET_STANDING_QUERY);

function refuse(code: RefusalCode | null): void {
  if (code !== null) throw ApplicationFailure.nonRetryable(code, ACT_REFUSED);
}

/** Registers what the nomination listens to. A refused update leaves no trace in the history. */
export function listenForActs(story: NominationStory): void {
  setHandler(submitDecisionUpdate, ({ actId }) => story.record(actId), {
    validator: (input: SubmitDecisionInput) => {
      if (story.standing && story.isSureOf(input.taskId)) refuse(stageOf(story).refusalOf(story.standing, input));
    },
  });
  setHandler(submitActUpdate, ({ actId }) => story.record(actId), {
    // A decision has its own update, whose validator knows the task.
    validator: ({ kind }: SubmitActInput) => {
      if (story.hasEnded() && !isAfterwards(kind)) refuse('CASE_ENDED');
      refuse(kind === 'decide' ? 'INVALID_ACT' : null);
    },
  });
  setHandler(actRecordedSignal, async ({ actId }) => {
    await story.record(actId);
  });
  setHandler(wakeUpdate, () => undefined);
  setHandler(getStandingQuery, () => story.standing);
}
