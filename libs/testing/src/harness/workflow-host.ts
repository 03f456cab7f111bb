import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { TypedSearchAttributes } from '@temporalio/common';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import type { Workflow, WorkflowCreateOptions } from '@temporalio/worker/lib/workflow/interface.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';

const TIME_LIMIT_MS = 5000;

/** Chance outside the workflow's own seed; nothing of ours asks for it. */
const RANDOM = {
  random: () => 0.5,
  uuid4: () => '00000000-0000-4000-8000-000000000000',
  fillRandom: (bytes: Uint8Array) => bytes.fill(0),
};

// The SDK still wants the old form beside the typed one.
const UNTYPED_ATTRIBUTES = { searchAttributes: {} };

/** Who a workflow's run is. */
export interface RunIdentity {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly runId: string;
  readonly firstRunId: string;
  readonly continuedFrom: string | undefined;
  readonly startedAt: number;
}

/** The built bundle in the SDK's own sandbox, the shared V8 context that production uses, without a server. */
export class WorkflowHost {
  private readonly creator: ReusableVMWorkflowCreator;

  private constructor(creator: ReusableVMWorkflowCreator) {
    this.creator = creator;
  }

  /** @throws Error when there is no bundle at that address: `npm run workflows:bundle` builds it. */
  static async open(bundle: URL, activityNames: readonly string[]): Promise<WorkflowHost> {
    const path = fileURLToPath(bundle);
    const code = await readFile(path, 'utf8').catch(() => {
      throw new Error(`No workflow bundle at ${path}: run "npm run workflows:bundle" first`);
    });
    return new WorkflowHost(await ReusableVMWorkflowCreator.create(parseWorkflowCode(code, path), TIME_LIMIT_MS, new Set(activityNames)));
  }

  create(run: RunIdentity): Promise<Workflow> {
    return this.creator.createWorkflow({
      info: infoOf(run),
      randomnessSeed: [...Buffer.from(run.runId)],
      now: run.startedAt,
      showStackTraceSources: false,
    });
  }

  async close(): Promise<void> {
    await this.creator.destroy();
  }
}

function infoOf(run: RunIdentity): WorkflowCreateOptions['info'] {
  const { workflowType, workflowId, runId, startedAt } = run;
  const started = new Date(startedAt);
  return {
    workflowType,
    workflowId,
    runId,
    namespace: 'virtual',
    taskQueue: 'virtual',
    attempt: 1,
    taskTimeoutMs: 10_000,
    firstExecutionRunId: run.firstRunId,
    originalExecutionRunId: runId,
    ...(run.continuedFrom !== undefined && { continuedFromExecutionRunId: run.continuedFrom }),
    startTime: started,
    runStartTime: started,
    historyLength: 0,
    historySize: 0,
    continueAsNewSuggested: false,
    targetWorkerDeploymentVersionChanged: false,
    ...UNTYPED_ATTRIBUTES,
    typedSearchAttributes: new TypedSearchAttributes(),
    unsafe: { now: () => startedAt, isReplaying: false, isReplayingHistoryEvents: false, random: RANDOM },
  };
}
