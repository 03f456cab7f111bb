import type { WorkflowStartOptions } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes, type SearchAttributePair } from '@temporalio/common';
import { nominationWorkflowId, WAITS, type NominationInput, type StartNomination } from '@laurel/contracts';
import type { TemporalSettings } from './connection.ts';

/** How workflows are started over a connection. */
export interface StartSettings {
  readonly settings: TemporalSettings;
  /** True where a worker polls over the same connection: the first workflow task is then handed over at once. */
  readonly eagerStart?: boolean;
  readonly continueAfterEvents?: number | undefined;
}

const KEYS = {
  state: defineSearchAttributeKey('LaurelState', SearchAttributeType.KEYWORD),
  level: defineSearchAttributeKey('LaurelLevel', SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('LaurelStage', SearchAttributeType.KEYWORD),
  programme: defineSearchAttributeKey('LaurelProgramme', SearchAttributeType.KEYWORD),
  campaign: defineSearchAttributeKey('LaurelCampaign', SearchAttributeType.KEYWORD),
  dueAt: defineSearchAttributeKey('LaurelDueAt', SearchAttributeType.DATETIME),
};

/**
 * How long the server waits for a worker that has taken a workflow task. Short, because it is also how long a nomination
 * stands still whose worker was killed in the middle of one; a step that takes longer asks for more time by itself.
 */
const WORKFLOW_TASK_TIMEOUT = '3s';

/** Where the nomination stands is told to the server's lists with its start, which costs nothing there. */
function attributesOf({ programme, campaign, standing }: StartNomination): TypedSearchAttributes {
  const pairs: SearchAttributePair[] = [
    { key: KEYS.state, value: standing?.state ?? 'SUBMITTED' },
    { key: KEYS.programme, value: programme },
    { key: KEYS.campaign, value: campaign },
  ];
  if (standing) pairs.push({ key: KEYS.level, value: standing.level }, { key: KEYS.stage, value: standing.stage });
  if (standing && standing.dueAt !== null) pairs.push({ key: KEYS.dueAt, value: new Date(standing.dueAt) });
  return new TypedSearchAttributes(pairs);
}

type FirstWait = Pick<WorkflowStartOptions, 'startDelay' | 'staticDetails' | 'requestEagerStart'>;

/**
 * A nomination that was received has nothing to do before its first act or instant: its first workflow task waits for them. An
 * update begins it sooner; a signal does not, see `first-wait.ts`.
 */
function firstWaitOf({ standing }: StartNomination, eagerStart: boolean): FirstWait {
  const next = standing?.next;
  const waitMs = next ? next.at - Date.now() : 0;
  if (!next || waitMs <= 0) return { requestEagerStart: eagerStart };
  return { startDelay: waitMs, staticDetails: `${WAITS[next.step]}: ${new Date(next.at).toISOString()}` };
}

/** How a nomination's workflow is started: by its own id, once for ever, with ids and instants only. */
export function startOptions(start: StartNomination, options: StartSettings): WorkflowStartOptions {
  const { settings, eagerStart = false, continueAfterEvents } = options;
  const { nominationId, standing } = start;
  const input: NominationInput = {
    nominationId,
    ...(standing && { standing }),
    ...(continueAfterEvents !== undefined && { continueAfterEvents }),
  };
  return {
    workflowId: nominationWorkflowId(nominationId),
    taskQueue: settings.taskQueue,
    args: [input],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
    staticSummary: `${start.programme} · ${start.campaign}`,
    typedSearchAttributes: attributesOf(start),
    ...firstWaitOf(start, eagerStart),
  };
}
