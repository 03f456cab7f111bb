import type { Payload } from '@temporalio/common';
import { msNumberToTs, tsToMs } from '@temporalio/common/lib/time.js';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';
import { ActivityAttempts, type ActivityHost, type PendingActivity } from './activity-attempts.ts';
import { errorOf, fromPayload, inCoreOrder, toPayload, type Command, type Job } from './protocol.ts';
import { VirtualUpdate } from './virtual-update.ts';
import type { RunIdentity, WorkflowHost } from './workflow-host.ts';

/** How a workflow ended, whatever number of runs it took. */
export type Ending = { readonly is: 'completed'; readonly value: unknown } | { readonly is: 'failed'; readonly error: Error };

export interface PendingTimer {
  readonly at: number;
  readonly summary: string | null;
}

export interface VirtualWorkflowOptions extends ActivityHost {
  readonly host: WorkflowHost;
  readonly workflowType: string;
  readonly workflowId: string;
  readonly input: unknown;
}

interface RunningTimer extends PendingTimer {
  readonly cancel: () => void;
}

/** One workflow id on the virtual server: its current run, what it waits for, and how it ended. */
export class VirtualWorkflow {
  /** Runs so far: one more for every time it continued as new. */
  runs = 0;
  /** Activations in which it had something to do, as the server counts workflow tasks. */
  workflowTasks = 0;
  /** History events of the current run, as a server would count them (near enough for a threshold). */
  historyLength = 0;
  ending: Ending | null = null;
  readonly searchAttributes: Record<string, unknown> = {};
  /** What each run was started with. */
  readonly inputs: unknown[] = [];
  private readonly options: VirtualWorkflowOptions;
  private inbox: Job[] = [];
  private workflow: Workflow | null = null;
  private runId = '';
  private readonly timers = new Map<number, RunningTimer>();
  private readonly attempts = new Map<number, ActivityAttempts>();
  private readonly updates = new Map<string, VirtualUpdate>();

  constructor(options: VirtualWorkflowOptions) {
    this.options = options;
    this.begin([toPayload(options.input)]);
  }

  get pendingTimers(): readonly PendingTimer[] {
    return [...this.timers.values()].map(({ at, summary }) => ({ at, summary }));
  }

  get pendingActivities(): readonly PendingActivity[] {
    return [...this.attempts.values()].map(({ pending }) => pending);
  }

  /** Sends an update; it is looked at when the server next settles. */
  update(name: string, input: unknown): VirtualUpdate {
    const id = `update-${String(this.updates.size + 1)}`;
    const update = new VirtualUpdate();
    this.updates.set(id, update);
    const meta = { identity: 'virtual', updateId: id };
    this.inbox.push({ doUpdate: { id, protocolInstanceId: id, name, input: [toPayload(input)], headers: {}, meta, runValidator: true } });
    return update;
  }

  signal(name: string, input: unknown): void {
    this.inbox.push({ signalWorkflow: { signalName: name, input: [toPayload(input)], identity: 'virtual', headers: {} } });
  }

  async query(name: string): Promise<unknown> {
    if (!this.workflow) throw new Error('The workflow has ended or has not begun: nothing can be asked');
    const queryWorkflow = { queryId: 'query', queryType: name, arguments: [], headers: {} };
    const { successful } = await this.workflow.activate({
      runId: this.runId,
      jobs: [{ variant: 'queryWorkflow', queryWorkflow }],
      ...this.instant(),
    });
    const said = successful?.commands?.[0]?.respondToQuery;
    if (said?.failed) throw errorOf(said.failed);
    return fromPayload(said?.succeeded?.response);
  }

  /** Runs the workflow on what has arrived; false when nothing has. */
  async work(): Promise<boolean> {
    if (this.inbox.length === 0 || this.ending) return false;
    const jobs = inCoreOrder(this.inbox);
    this.inbox = [];
    const isNewTask = jobs.some((job) => !job.resolveActivity?.isLocal);
    const lengthBefore = this.historyLength;
    this.historyLength += jobs.reduce((sum, job) => sum + eventsOf(job), isNewTask ? 3 : 0);
    this.workflow ??= await this.options.host.create(this.identity());
    const completion = await this.workflow.activate({ runId: this.runId, jobs, isReplaying: false, ...this.instant() });
    if (completion.failed?.failure) throw errorOf(completion.failed.failure);
    const commands = completion.successful?.commands ?? [];
    const refusedAll =
      commands.length > 0 && jobs.every(({ doUpdate }) => doUpdate) && commands.every((command) => this.isRefusal(command));
    if (isNewTask && !refusedAll) this.workflowTasks += 1;
    for (const command of commands) await this.obey(command);
    // A workflow task in which everything was refused is dropped by the server: no trace in the history.
    if (refusedAll) this.historyLength = lengthBefore;
    return true;
  }

  /** Lets go of the current run. */
  async dispose(): Promise<void> {
    for (const { cancel } of this.timers.values()) cancel();
    for (const attempts of this.attempts.values()) attempts.stop();
    this.timers.clear();
    this.attempts.clear();
    await this.workflow?.dispose();
    this.workflow = null;
  }

  private begin(args: Payload[]): void {
    this.runs += 1;
    this.runId = `${this.options.workflowId}#${String(this.runs)}`;
    this.historyLength = 0;
    this.inputs.push(fromPayload(args[0]));
    const { workflowType, workflowId, agenda } = this.options;
    const firstExecutionRunId = `${workflowId}#1`;
    this.inbox.unshift({
      initializeWorkflow: {
        workflowType,
        workflowId,
        arguments: args,
        attempt: 1,
        firstExecutionRunId,
        headers: {},
        startTime: msNumberToTs(agenda.now),
      },
    });
  }

  private identity(): RunIdentity {
    const { workflowType, workflowId, agenda } = this.options;
    const continuedFrom = this.runs > 1 ? `${workflowId}#${String(this.runs - 1)}` : undefined;
    return { workflowType, workflowId, runId: this.runId, firstRunId: `${workflowId}#1`, continuedFrom, startedAt: agenda.now };
  }

  private instant(): { timestamp: ReturnType<typeof msNumberToTs>; historyLength: number; continueAsNewSuggested: boolean } {
    return { timestamp: msNumberToTs(this.options.agenda.now), historyLength: this.historyLength, continueAsNewSuggested: false };
  }

  private isRefusal({ updateResponse }: Command): boolean {
    if (!updateResponse?.rejected) return false;
    const answer = this.updates.get(updateResponse.protocolInstanceId ?? '')?.answer;
    return answer?.is === 'waiting' && !answer.accepted;
  }

  private async obey(command: Command): Promise<void> {
    const { updateResponse, completeWorkflowExecution: completed, failWorkflowExecution: failed } = command;
    if (updateResponse) {
      this.historyLength += this.updates.get(updateResponse.protocolInstanceId ?? '')?.hear(updateResponse) ?? 0;
      return;
    }
    this.historyLength += 1;
    if (command.startTimer) this.startTimer(command);
    else if (command.cancelTimer) this.cancelTimer(command.cancelTimer.seq ?? 0);
    else if (command.scheduleLocalActivity) this.startActivity(command.scheduleLocalActivity, true);
    else if (command.scheduleActivity) this.startActivity(command.scheduleActivity, false);
    else if (command.upsertWorkflowSearchAttributes)
      this.show(command.upsertWorkflowSearchAttributes.searchAttributes?.indexedFields ?? {});
    else if (command.continueAsNewWorkflowExecution) await this.goOnAsNew(command.continueAsNewWorkflowExecution.arguments ?? []);
    else if (completed) await this.end({ is: 'completed', value: fromPayload(completed.result) });
    else if (failed) await this.end({ is: 'failed', error: errorOf(failed.failure ?? {}) });
    else throw new Error(`The virtual server does not know the command ${JSON.stringify(command)}`);
  }

  private startTimer({ startTimer, userMetadata }: Command): void {
    const seq = startTimer?.seq ?? 0;
    const { agenda } = this.options;
    const at = agenda.now + tsToMs(startTimer?.startToFireTimeout);
    const cancel = agenda.put(at, () => {
      this.timers.delete(seq);
      this.inbox.push({ fireTimer: { seq } });
    });
    const summary = fromPayload(userMetadata?.summary);
    this.timers.set(seq, { at, summary: typeof summary === 'string' ? summary : null, cancel });
  }

  private cancelTimer(seq: number): void {
    this.timers.get(seq)?.cancel();
    this.timers.delete(seq);
  }

  private startActivity(order: NonNullable<Command['scheduleActivity'] | Command['scheduleLocalActivity']>, isLocal: boolean): void {
    const seq = order.seq ?? 0;
    const attempts = new ActivityAttempts(this.options, order, isLocal, (result) => {
      this.attempts.delete(seq);
      this.inbox.push({ resolveActivity: { seq, isLocal, result } });
    });
    this.attempts.set(seq, attempts);
  }

  private show(fields: Readonly<Record<string, Payload>>): void {
    for (const [name, payload] of Object.entries(fields)) this.searchAttributes[name] = fromPayload(payload);
  }

  private async goOnAsNew(args: Payload[]): Promise<void> {
    await this.dispose();
    this.begin(args);
  }

  private async end(ending: Ending): Promise<void> {
    this.ending = ending;
    await this.dispose();
  }
}

/** History events that a job stands for. */
function eventsOf({ resolveActivity, doUpdate }: Job): number {
  if (doUpdate) return 0;
  return resolveActivity && !resolveActivity.isLocal ? 2 : 1;
}
