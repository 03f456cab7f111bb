import { setTimeout as pause } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  ACT_RECORDED_SIGNAL,
  NOMINATION_WORKFLOW,
  nominationWorkflowId,
  SUBMIT_ACT_UPDATE,
  SUBMIT_DECISION_UPDATE,
  type ActOutcome,
  type NominationResult,
  type Standing,
} from '@laurel/contracts';
import type { ActBody, CaseTask } from '@laurel/domain';
import type { MemoryDesk } from '../desk/memory-desk.ts';
import { TASK_QUEUE } from './environments.ts';
import type { Decision } from '../season/virtual-nomination.ts';

type WorkflowClient = TestWorkflowEnvironment['client']['workflow'];
type Handle = ReturnType<WorkflowClient['getHandle']>;

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 60_000;
const OUTSIDE = 'source:office';

/** One nomination on a server, in the same domain words as in process. */
export class ServerNomination {
  readonly id: string;
  readonly handle: Handle;
  private readonly desk: MemoryDesk;
  private readonly client: WorkflowClient;

  constructor(id: string, environment: TestWorkflowEnvironment, desk: MemoryDesk) {
    this.id = id;
    this.desk = desk;
    this.client = environment.client.workflow;
    this.handle = this.client.getHandle(nominationWorkflowId(id));
  }

  get standing(): Standing {
    return this.desk.standingOf(this.id);
  }

  get actions(): readonly string[] {
    return this.desk.actionsOf(this.id);
  }

  async decide(choice: Decision['choice'], reason: string | null = null, rule: string | null = null): Promise<ActOutcome> {
    const task = await this.task();
    const body = { kind: 'decide', taskId: task.id, choice, number: null, signedOn: null, ...(rule !== null && { rule }) } as const;
    const actId = await this.write(body, task.personId, reason);
    return this.handle.executeUpdate<ActOutcome, [object]>(SUBMIT_DECISION_UPDATE, {
      args: [{ actId, taskId: task.id, choice }],
      updateId: actId,
    });
  }

  async ask(body: ActBody): Promise<ActOutcome> {
    const actId = await this.write(body, OUTSIDE, null);
    return this.handle.executeUpdate<ActOutcome, [object]>(SUBMIT_ACT_UPDATE, { args: [{ actId, kind: body.kind }], updateId: actId });
  }

  /** Returns when the fact is recorded or refused. */
  async tell(body: ActBody): Promise<void> {
    const actId = await this.write(body, OUTSIDE, null);
    await this.handle.signal(ACT_RECORDED_SIGNAL, { actId, kind: body.kind });
    await this.until(() => this.desk.acts.get(actId)?.state !== 'pending');
  }

  /** Takes a nomination up again that has ended: a complaint, a reopening. Returns when that is recorded or refused. */
  async takeUp(body: ActBody, reason: string): Promise<void> {
    const actId = await this.write(body, OUTSIDE, reason);
    await this.client.signalWithStart(NOMINATION_WORKFLOW, {
      workflowId: this.handle.workflowId,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      taskQueue: TASK_QUEUE,
      args: [{ nominationId: this.id }],
      signal: ACT_RECORDED_SIGNAL,
      signalArgs: [{ actId, kind: body.kind }],
    });
    await this.until(() => this.desk.acts.get(actId)?.state !== 'pending');
  }

  /** Somebody of the public writes on the notice's page. */
  async hearPublic(): Promise<void> {
    await this.tell({ kind: 'feedback', number: this.desk.countFeedback(this.id) });
  }

  /** How it ended, whatever number of runs it took; on the time-skipping server the clock jumps meanwhile. */
  async result(): Promise<NominationResult> {
    return (await this.handle.result()) as NominationResult;
  }

  /** The histories of its runs, oldest first, as the JSON that the replayer reads. */
  async histories(): Promise<readonly string[]> {
    const found: string[] = [];
    for (let runId: string | undefined; ;) {
      const history = await this.client.getHandle(this.handle.workflowId, runId).fetchHistory();
      found.unshift(historyToJSON(history));
      runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
      if (runId === '') return found;
    }
  }

  /** Waits in real time until the desk shows it. @throws Error after a minute. */
  async until(shows: (standing: Standing) => boolean): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (!shows(this.standing)) {
      if (performance.now() > giveUpAt) throw new Error(`${this.id} still stands at ${JSON.stringify(this.standing)}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  /** The id of the first open task, once there is one. */
  async openTask(): Promise<string> {
    return (await this.task()).id;
  }

  private async task(): Promise<CaseTask> {
    await this.until(({ tasks }) => tasks.length > 0);
    const [task] = this.desk.openTasksOf(this.id);
    if (!task) throw new Error(`${this.id} has no open task`);
    return task;
  }

  private async write(body: ActBody, actor: string, reason: string | null): Promise<string> {
    const { id } = await this.desk.acts.write({ nominationId: this.id, actor, reason, body, origin: null });
    return id;
  }
}
