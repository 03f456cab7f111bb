import { Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type ConnectionLike } from '@temporalio/client';
import {
  COUNCIL_SESSION_WORKFLOW,
  councilSessionWorkflowId,
  SESSION_MOVED_SIGNAL,
  type CouncilSessionInput,
  type SessionGateway,
} from '@laurel/contracts';
import { dataConverter, type TemporalSettings } from './connection.ts';

/** Sessions on the Temporal server, in domain words. Nothing of the SDK passes this class. */
export class TemporalSessionGateway implements SessionGateway {
  private readonly client: Client;
  private readonly taskQueue: string;

  constructor(connection: ConnectionLike, settings: TemporalSettings) {
    this.client = new Client({ connection, namespace: settings.namespace, dataConverter: dataConverter(settings) });
    this.taskQueue = settings.taskQueue;
  }

  async startSession(sessionId: string, summary: string): Promise<void> {
    const input: CouncilSessionInput = { sessionId };
    try {
      await this.client.workflow.start(COUNCIL_SESSION_WORKFLOW, {
        workflowId: councilSessionWorkflowId(sessionId),
        taskQueue: this.taskQueue,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: summary,
      });
    } catch (error) {
      // Started before: the relay came twice, which is harmless.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async signalSession(sessionId: string): Promise<'told' | 'no-such-workflow'> {
    try {
      await this.client.workflow.getHandle(councilSessionWorkflowId(sessionId)).signal(SESSION_MOVED_SIGNAL);
      return 'told';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'no-such-workflow';
      throw error;
    }
  }
}
