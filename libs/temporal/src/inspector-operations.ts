import { Client, ServiceError, WorkflowExecutionAlreadyStartedError, type ConnectionLike } from '@temporalio/client';
import { GET_STANDING_QUERY, NOMINATION_WORKFLOW, nominationWorkflowId, type RemedyServer, type Standing, type StartNomination } from '@laurel/contracts';
import type { Examined, Marked, QueueView } from '@laurel/domain';
import { dataConverter, type TemporalSettings } from './connection.ts';
import { builtOn, examinedOf, instantOf, keywordOf, markedOf, nominationIdOf, type Description, type Listed } from './inspector-rows.ts';
import { startOptions } from './start-options.ts';

const NOT_FOUND = 5;
const WORKFLOW_QUEUE = 1;
const ACTIVITY_QUEUE = 2;
/** Workflows in one page of the server's lists, which a cluster lets be asked ten times a second by everybody together. */
const PAGE = 1_000;

/** What the server's list says of one open workflow. */
export interface ListedWorkflow {
  readonly nominationId: string;
  readonly state: string | null;
  readonly level: string | null;
  readonly stage: string | null;
  readonly startedAt: number;
}

export interface PageOfWorkflows {
  readonly workflows: readonly ListedWorkflow[];
  readonly next: Uint8Array | null;
}

/** The server as an operator sees it: queues, troubled workflows, remedies. Throws while it cannot be reached. */
export class OperationsInspector implements RemedyServer {
  private readonly client: Client;
  private readonly settings: TemporalSettings;
  /** Calls to the server's lists since the last {@link takeListCalls}. */
  private listCalls = 0;

  constructor(connection: ConnectionLike, settings: TemporalSettings) {
    this.client = new Client({ connection, namespace: settings.namespace, dataConverter: dataConverter(settings) });
    this.settings = settings;
  }

  /** How often the server's lists were asked since the last time this was. */
  takeListCalls(): number {
    const calls = this.listCalls;
    this.listCalls = 0;
    return calls;
  }

  async ping(withinMs: number): Promise<boolean> {
    const asked = this.client.withDeadline(Date.now() + withinMs, () => this.client.workflowService.getSystemInfo({}));
    return asked.then(
      () => true,
      () => false,
    );
  }

  /** Who polls the queue of the workflows, and how much waits on it. */
  async queue(): Promise<QueueView> {
    const [workflows, activities] = await Promise.all([this.describeQueue(WORKFLOW_QUEUE), this.describeQueue(ACTIVITY_QUEUE)]);
    const pollers = workflows.pollers ?? [];
    const polls = pollers.map(({ lastAccessTime }) => instantOf(lastAccessTime) ?? 0);
    const stats = [workflows.stats, activities.stats];
    return {
      lastPollAt: polls.length === 0 ? null : Math.max(...polls),
      backlog: stats.reduce((sum, one) => sum + Number(one?.approximateBacklogCount ?? 0), 0),
      backlogAgeMs: Math.max(0, ...stats.map((one) => Number(one?.approximateBacklogAge?.seconds ?? 0) * 1_000)),
      builds: [...new Set(pollers.flatMap(({ deploymentOptions }) => builtOn(deploymentOptions) ?? []))],
    };
  }

  /** Workflows that the server marks as failing, paused, or bound to a build: one call, two where there are any. */
  async marked(limit: number): Promise<readonly Marked[]> {
    const query = `${this.open} AND (TemporalReportedProblems IS NOT NULL OR TemporalPauseInfo IS NOT NULL OR TemporalWorkflowVersioningBehavior = 'Pinned')`;
    if ((await this.count(query)) === 0) return [];
    const { executions } = await this.list(query, limit);
    return executions.map(markedOf);
  }

  /** How many workflows run. */
  countOpen(): Promise<number> {
    return this.count(this.open);
  }

  /** Some of the workflows that run, newest first, from where the last page ended. */
  async pageOfOpen(after: Uint8Array | null): Promise<PageOfWorkflows> {
    const { executions, next } = await this.list(this.open, PAGE, after);
    return { workflows: executions.map(listedOf), next };
  }

  /** What the server says of one nomination's workflow; not a call to its lists. */
  async examine(nominationId: string): Promise<Examined> {
    try {
      return examinedOf(nominationId, await this.describe(nominationId));
    } catch (error) {
      if (isNotFound(error)) return { nominationId, workflow: 'missing', task: null, activities: [], pinnedTo: null };
      throw error;
    }
  }

  /** Tries every step that waits for its next attempt at once, and frees the workflow from a build that it is bound to. */
  async retryNow(nominationId: string): Promise<number> {
    const { activities, pinnedTo, workflow } = await this.examine(nominationId);
    if (workflow !== 'running') return 0;
    for (const { type } of activities.filter(({ paused }) => !paused))
      await this.client.workflowService.resetActivity({ ...this.target(nominationId), type, keepPaused: true });
    if (pinnedTo !== null) await this.unpin(nominationId);
    return activities.filter(({ paused }) => !paused).length + (pinnedTo === null ? 0 : 1);
  }

  async pauseActivity(nominationId: string, reason: string): Promise<'done' | 'absent'> {
    const { activities } = await this.examine(nominationId);
    const running = activities.filter(({ paused }) => !paused);
    for (const { type } of running) await this.client.workflowService.pauseActivity({ ...this.target(nominationId), type, reason });
    return running.length > 0 ? 'done' : 'absent';
  }

  async resumeActivity(nominationId: string): Promise<'done' | 'absent'> {
    const { activities } = await this.examine(nominationId);
    const paused = activities.filter((activity) => activity.paused);
    for (const { type } of paused)
      await this.client.workflowService.unpauseActivity({ ...this.target(nominationId), type, resetAttempts: true });
    return paused.length > 0 ? 'done' : 'absent';
  }

  /**
   * Lets the workflow run again from a point of its history: the given workflow task, or the last one that was completed.
   * Mends errors of code only; what the database has recorded stands, and the workflow obeys it.
   */
  async reset(nominationId: string, eventId: number | null, reason: string, requestId: string): Promise<'done' | 'absent'> {
    try {
      const point = eventId ?? (await this.lastCompletedTask(nominationId));
      if (point === null) return 'absent';
      await this.client.workflowService.resetWorkflowExecution({
        namespace: this.settings.namespace,
        workflowExecution: { workflowId: nominationWorkflowId(nominationId) },
        workflowTaskFinishEventId: BigInt(point) as never,
        reason,
        requestId,
      });
      return 'done';
    } catch (error) {
      if (isNotFound(error)) return 'absent';
      throw error;
    }
  }

  /** Starts the workflow of an open nomination again whose workflow was ended from outside; does nothing while one runs. */
  async restart(start: StartNomination): Promise<'done' | 'absent'> {
    try {
      const options = startOptions(start, { settings: this.settings });
      await this.client.workflow.start(NOMINATION_WORKFLOW, { ...options, workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
      return 'done';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'absent';
      throw error;
    }
  }

  /** Ends a workflow that cannot run any more; its nomination's row is the caller's to end. */
  async terminate(nominationId: string, reason: string): Promise<'done' | 'absent'> {
    try {
      await this.client.workflow.getHandle(nominationWorkflowId(nominationId)).terminate(reason);
      return 'done';
    } catch (error) {
      if (isNotFound(error)) return 'absent';
      throw error;
    }
  }

  async standing(nominationId: string, withinMs: number): Promise<Standing | null> {
    const handle = this.client.workflow.getHandle(nominationWorkflowId(nominationId));
    const asked = this.client.withDeadline(Date.now() + withinMs, () => handle.query<Standing | null>(GET_STANDING_QUERY));
    return asked.catch(() => null);
  }

  private get open(): string {
    const { taskQueue } = this.settings;
    return `ExecutionStatus = 'Running' AND WorkflowType = '${NOMINATION_WORKFLOW}' AND TaskQueue = '${taskQueue}'`;
  }

  private target(nominationId: string): { readonly namespace: string; readonly execution: { readonly workflowId: string } } {
    return { namespace: this.settings.namespace, execution: { workflowId: nominationWorkflowId(nominationId) } };
  }

  private describe(nominationId: string): Promise<Description> {
    return this.client.workflowService.describeWorkflowExecution(this.target(nominationId));
  }

  private describeQueue(type: typeof WORKFLOW_QUEUE | typeof ACTIVITY_QUEUE): ReturnType<Client['workflowService']['describeTaskQueue']> {
    const { namespace, taskQueue } = this.settings;
    return this.client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: type,
      reportStats: true,
    });
  }

  private async unpin(nominationId: string): Promise<void> {
    await this.client.workflowService.updateWorkflowExecutionOptions({
      namespace: this.settings.namespace,
      workflowExecution: { workflowId: nominationWorkflowId(nominationId) },
      workflowExecutionOptions: {},
      updateMask: { paths: ['versioning_override'] },
    });
  }

  private async lastCompletedTask(nominationId: string): Promise<number | null> {
    const { events } = await this.client.workflow.getHandle(nominationWorkflowId(nominationId)).fetchHistory();
    const completed = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    const last = completed.at(-1)?.eventId;
    return last === undefined || last === null ? null : Number(last);
  }

  private async count(query: string): Promise<number> {
    this.listCalls += 1;
    const { count } = await this.client.workflowService.countWorkflowExecutions({ namespace: this.settings.namespace, query });
    return Number(count);
  }

  private async list(
    query: string,
    pageSize: number,
    nextPageToken: Uint8Array | null = null,
  ): Promise<{ readonly executions: readonly Listed[]; readonly next: Uint8Array | null }> {
    this.listCalls += 1;
    const { namespace } = this.settings;
    const page = await this.client.workflowService.listWorkflowExecutions({ namespace, query, pageSize, nextPageToken });
    return { executions: page.executions ?? [], next: page.nextPageToken?.length ? page.nextPageToken : null };
  }
}

function isNotFound(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  if (error instanceof Error && error.name === 'WorkflowNotFoundError') return true;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === NOT_FOUND;
}

function listedOf(listed: Listed): ListedWorkflow {
  return {
    nominationId: nominationIdOf(listed.execution?.workflowId),
    state: keywordOf(listed, 'LaurelState'),
    level: keywordOf(listed, 'LaurelLevel'),
    stage: keywordOf(listed, 'LaurelStage'),
    startedAt: instantOf(listed.startTime) ?? 0,
  };
}
