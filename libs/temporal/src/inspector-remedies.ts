import { Client, WorkflowExecutionAlreadyStartedError, type ConnectionLike, type WorkflowHandle } from '@temporalio/client';
import { NOMINATION_WORKFLOW, nominationWorkflowId, type RemedyServer, type Standing, type StartNomination } from '@laurel/contracts';
import type { Examined } from '@laurel/domain';
import { dataConverter, type TemporalSettings } from './connection.ts';
import { OperationsInspector } from './inspector-operations.ts';
import { isNotFound } from './server-answers.ts';
import { startOptions } from './start-options.ts';

const PINNED_OVERRIDE = 1;

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];
type ExecutionOptions = NonNullable<Parameters<Client['workflowService']['updateWorkflowExecutionOptions']>[0]['workflowExecutionOptions']>;

/** What an operator can do to workflows. Every remedy may be asked for twice; all throw while the server cannot be reached. */
export class WorkflowRemedies implements RemedyServer {
  private readonly client: Client;
  private readonly settings: TemporalSettings;
  private readonly inspector: OperationsInspector;

  constructor(connection: ConnectionLike, settings: TemporalSettings) {
    this.client = new Client({ connection, namespace: settings.namespace, dataConverter: dataConverter(settings) });
    this.settings = settings;
    this.inspector = new OperationsInspector(connection, settings);
  }

  examine(nominationId: string): Promise<Examined> {
    return this.inspector.examine(nominationId);
  }

  standing(nominationId: string, withinMs: number): Promise<Standing | null> {
    return this.inspector.standing(nominationId, withinMs);
  }

  /** Tries every step that waits for its next attempt at once, and frees the workflow from a build that it is bound to. */
  async retryNow(nominationId: string): Promise<number> {
    const { activities, pinnedTo, workflow } = await this.inspector.examine(nominationId);
    if (workflow !== 'running') return 0;
    for (const { type } of activities.filter(({ paused }) => !paused))
      await this.client.workflowService.resetActivity({ ...this.target(nominationId), type, keepPaused: true });
    if (pinnedTo !== null) await this.setOptions(nominationId, {});
    return activities.filter(({ paused }) => !paused).length + (pinnedTo === null ? 0 : 1);
  }

  async pauseActivity(nominationId: string, reason: string): Promise<'done' | 'absent'> {
    const { activities } = await this.inspector.examine(nominationId);
    const running = activities.filter(({ paused }) => !paused);
    for (const { type } of running) await this.client.workflowService.pauseActivity({ ...this.target(nominationId), type, reason });
    return running.length > 0 ? 'done' : 'absent';
  }

  async resumeActivity(nominationId: string): Promise<'done' | 'absent'> {
    const { activities } = await this.inspector.examine(nominationId);
    const paused = activities.filter((activity) => activity.paused);
    for (const { type } of paused)
      await this.client.workflowService.unpauseActivity({ ...this.target(nominationId), type, resetAttempts: true });
    return paused.length > 0 ? 'done' : 'absent';
  }

  /**
   * Lets the workflow run again from a point of its history: the given workflow task, or the last one that was completed, or its
   * first where it never got further.
   * Mends errors of code only; what the database has recorded stands, and the workflow obeys it.
   */
  async reset(nominationId: string, eventId: number | null, reason: string, requestId: string): Promise<'done' | 'absent'> {
    try {
      const point = await this.pointToResetTo(nominationId, eventId);
      if (!point) return 'absent';
      await this.client.workflowService.resetWorkflowExecution({
        namespace: this.settings.namespace,
        workflowExecution: { workflowId: nominationWorkflowId(nominationId) },
        workflowTaskFinishEventId: point,
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

  /** Binds a workflow to one build: what an operator does who wants it to end on the code that it began with. */
  bind(nominationId: string, deploymentName: string, buildId: string): Promise<void> {
    const pinned = { behavior: PINNED_OVERRIDE, version: { deploymentName, buildId } };
    return this.setOptions(nominationId, { versioningOverride: { pinned } });
  }

  private target(nominationId: string): { readonly namespace: string; readonly execution: { readonly workflowId: string } } {
    return { namespace: this.settings.namespace, execution: { workflowId: nominationWorkflowId(nominationId) } };
  }

  private async setOptions(nominationId: string, workflowExecutionOptions: ExecutionOptions): Promise<void> {
    await this.client.workflowService.updateWorkflowExecutionOptions({
      namespace: this.settings.namespace,
      workflowExecution: { workflowId: nominationWorkflowId(nominationId) },
      workflowExecutionOptions,
      updateMask: { paths: ['versioning_override'] },
    });
  }

  /** The event that ended a workflow task: the given one that was completed, or the last; else of the first that failed. Null when there is none. */
  private async pointToResetTo(nominationId: string, eventId: number | null): Promise<HistoryEvent['eventId']> {
    const { events } = await this.client.workflow.getHandle(nominationWorkflowId(nominationId)).fetchHistory();
    const completed = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    const point = completed.findLast((event) => eventId === null || Number(event.eventId) === eventId);
    const failedFirst = eventId === null && !point ? (events ?? []).find((event) => event.workflowTaskFailedEventAttributes) : undefined;
    return (point ?? failedFirst)?.eventId ?? null;
  }
}
