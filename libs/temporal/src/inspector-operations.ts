import { Client, type ConnectionLike } from '@temporalio/client';
import { NOMINATION_WORKFLOW, nominationWorkflowId, type Standing } from '@laurel/contracts';
import type { Examined, Marked, QueueView, TaskFailure } from '@laurel/domain';
import { dataConverter, type TemporalSettings } from './connection.ts';
import { standingOf } from './first-wait.ts';
import {
  builtOn,
  examinedOf,
  instantOf,
  keywordOf,
  markedOf,
  nominationIdOf,
  taskFailureOf,
  type Description,
  type Listed,
} from './inspector-rows.ts';
import { isNotFound } from './server-answers.ts';

type Service = Client['workflowService'];
type QueueType = NonNullable<Parameters<Service['describeTaskQueue']>[0]['taskQueueType']>;

// The client does not export the enumeration of its protocol: these are its values on the wire.
const WORKFLOW_QUEUE = 1 as unknown as QueueType;
const ACTIVITY_QUEUE = 2 as unknown as QueueType;

/** Workflows in one page of the server's lists, which a cluster lets be asked ten times a second by everybody together. */
const PAGE = 1_000;
/** Events at the end of a history among which the failure of a task that is tried again is found. */
const TAIL = 20;
/** A poll of an idle queue lasts up to a minute. */
const POLL_FRESH_MS = 75_000;

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

/** The server as an operator sees it: queues and troubled workflows. Changes nothing; throws while it cannot be reached. */
export class OperationsInspector {
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
    const { pollers } = workflows;
    const polls = pollers.map(pollerAt);
    const stats = [workflows.stats, activities.stats];
    return {
      lastPollAt: polls.length === 0 ? null : Math.max(...polls),
      backlog: stats.reduce((sum, one) => sum + Number(one?.approximateBacklogCount ?? 0), 0),
      backlogAgeMs: Math.max(0, ...stats.map((one) => Number(one?.approximateBacklogAge?.seconds ?? 0) * 1_000)),
      builds: [...new Set(pollers.filter(isAlive).flatMap(({ deploymentOptions }) => builtOn(deploymentOptions) ?? []))],
    };
  }

  /** Workflows that the server marks as failing, paused, or bound to a build: one call, two where there are any. */
  async marked(limit: number): Promise<readonly Marked[]> {
    const query = `${this.open} AND (TemporalReportedProblems IS NOT NULL OR TemporalPauseInfo IS NOT NULL OR TemporalWorkflowVersioningBehavior = 'Pinned')`;
    if ((await this.count(query)) === 0) return [];
    const { executions } = await this.list(query, limit);
    return executions.map(markedOf);
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
      if (isNotFound(error)) return { nominationId, workflow: 'missing', task: null, problems: [], activities: [], pinnedTo: null };
      throw error;
    }
  }

  /** Why the workflow's task fails; null where none does. Not a call to the server's lists. */
  async taskFailure(nominationId: string): Promise<TaskFailure | null> {
    const { namespace } = this.settings;
    const execution = { workflowId: nominationWorkflowId(nominationId) };
    const tail = this.client.workflowService.getWorkflowExecutionHistoryReverse({ namespace, execution, maximumPageSize: TAIL });
    const [description, { history }] = await Promise.all([this.describe(nominationId), tail]);
    return taskFailureOf(nominationId, description, history?.events ?? []);
  }

  /** Where the workflow itself says that it stands; null when no worker answers in time. */
  standing(nominationId: string, withinMs: number): Promise<Standing | null> {
    return standingOf(this.client, nominationId, withinMs).catch(() => null);
  }

  private get open(): string {
    const { taskQueue } = this.settings;
    return `ExecutionStatus = 'Running' AND WorkflowType = '${NOMINATION_WORKFLOW}' AND TaskQueue = '${taskQueue}'`;
  }

  private describe(nominationId: string): Promise<Description> {
    const execution = { workflowId: nominationWorkflowId(nominationId) };
    return this.client.workflowService.describeWorkflowExecution({ namespace: this.settings.namespace, execution });
  }

  private describeQueue(taskQueueType: QueueType): ReturnType<Service['describeTaskQueue']> {
    const { namespace, taskQueue } = this.settings;
    return this.client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType, reportStats: true });
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
    return { executions: page.executions, next: page.nextPageToken.length ? page.nextPageToken : null };
  }
}

interface Poller {
  readonly lastAccessTime?: Parameters<typeof instantOf>[0];
}

/** A poller that has gone stays on the list for minutes. */
function isAlive(poller: Poller): boolean {
  return Date.now() - pollerAt(poller) < POLL_FRESH_MS;
}

function pollerAt({ lastAccessTime }: Poller): number {
  return instantOf(lastAccessTime) ?? 0;
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
