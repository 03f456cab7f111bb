import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
  type ActivityOptions,
  type LocalActivityOptions,
} from '@temporalio/workflow';
import type { CaseStepInput, NominationActivities, RecordActInput, RecordActResult, Standing } from '@laurel/contracts';

/** Local first: one short transaction in the worker that holds the workflow, without a round trip to the server. */
const BRIEF: LocalActivityOptions = {
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '4s',
  retry: { initialInterval: '50ms', maximumInterval: '1s', nonRetryableErrorTypes: ['CaseBlocked', 'UnknownNomination'] },
};

/** What did not succeed at once goes on as an ordinary activity: it shows as pending and can be paused or retried. */
const PATIENT: ActivityOptions = {
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '30s', nonRetryableErrorTypes: ['UnknownNomination'] },
};

type Steps = Pick<NominationActivities, Exclude<keyof NominationActivities, 'recordAct'>>;

const SUMMARIES: { readonly [Name in keyof NominationActivities]: string } = {
  receiveNomination: 'Tiếp nhận, kiểm tra hồ sơ · receive and check the dossier',
  recordAct: 'Ghi nhận một hành động · record an act',
  remindReviewers: 'Nhắc việc · remind',
  escalateDelay: 'Báo cấp trên vì chậm · escalate the delay',
  closeOverdue: 'Hết hạn: áp dụng quy định · apply the timeout policy',
  publishResult: 'Công bố kết quả · publish the result',
};

function local(name: keyof NominationActivities): NominationActivities {
  return proxyLocalActivities<NominationActivities>({ ...BRIEF, summary: SUMMARIES[name] });
}

function patient(name: keyof NominationActivities): NominationActivities {
  return proxyActivities<NominationActivities>({ ...PATIENT, summary: SUMMARIES[name] });
}

/** A local activity that may not be retried fails with its own error, one that ran out of time or tries with this around it. */
function isStepFailure(error: unknown): boolean {
  return error instanceof ActivityFailure || error instanceof ApplicationFailure;
}

/** Takes a step of time or of the engine and answers with the standing that won. */
export async function takeStep(name: keyof Steps, input: CaseStepInput): Promise<Standing> {
  try {
    return await local(name)[name](input);
  } catch (error) {
    if (!isStepFailure(error)) throw error;
    return patient(name)[name](input);
  }
}

/** Records an act; the answer says whether it counted. */
export async function recordAct(input: RecordActInput): Promise<RecordActResult> {
  try {
    return await local('recordAct').recordAct(input);
  } catch (error) {
    if (!isStepFailure(error)) throw error;
    return patient('recordAct').recordAct(input);
  }
}
