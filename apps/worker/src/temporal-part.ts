import type { CouncilSessionActivities, NominationActivities, NominationGateway, SessionGateway } from '@laurel/contracts';
import type { Environment } from '@laurel/config';
import { tracedGateway, type Logger, type Tracer } from '@laurel/observability';
import {
  connectWorker,
  createWorker,
  TemporalNominationGateway,
  TemporalSessionGateway,
  type NativeConnection,
  temporalSettings,
  type TemporalSettings,
  type Worker,
} from '@laurel/temporal';

const CONNECT_AGAIN_MS = 2_000;

export interface TemporalPartOptions {
  readonly env: Environment;
  readonly activities: NominationActivities & CouncilSessionActivities;
  readonly workflowBundle: string;
  readonly log: Logger;
  readonly tracer: Tracer | null;
  /** Called once with the way to the server, when it is there. */
  readonly onConnected: (gateway: NominationGateway, sessions: SessionGateway) => void;
  /** The worker died: the process must end so that its supervisor starts a new one. */
  readonly onFatal: (error: unknown) => void;
}

/** Hosts the Temporal worker: connects as often as it takes, runs until stopped. */
export class TemporalPart {
  private connection: NativeConnection | null = null;
  private worker: Worker | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly options: TemporalPartOptions;
  private readonly settings: TemporalSettings;

  constructor(options: TemporalPartOptions) {
    this.options = options;
    this.settings = temporalSettings(options.env);
  }

  /** Resolves once the server has answered, or the part was stopped. */
  async connect(): Promise<void> {
    while (!this.stopped && !this.connection) {
      try {
        this.connection = await connectWorker(this.settings);
      } catch (error) {
        this.options.log.warn({ err: error }, `Temporal does not answer at ${this.settings.address}; trying again`);
        await new Promise((resolve) => setTimeout(resolve, CONNECT_AGAIN_MS));
      }
    }
  }

  /** After {@link connect}: resolves once the worker polls. */
  async serve(): Promise<void> {
    if (this.connection && !this.stopped) await this.run(this.connection, this.settings);
  }

  /** How many steps of workflows are under way in this process. */
  stepsUnderWay(): number {
    if (!this.worker) return 0;
    const { numInFlightWorkflowActivations, numInFlightLocalActivities } = this.worker.getStatus();
    return numInFlightWorkflowActivations + numInFlightLocalActivities;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
    await this.connection?.close();
  }

  private async run(connection: NativeConnection, temporal: TemporalSettings): Promise<void> {
    const { env, tracer, activities, workflowBundle, onConnected, onFatal } = this.options;
    const worker = await createWorker({ temporal, connection, activities, workflowBundle, cachedWorkflows: env.WORKER_CACHED_WORKFLOWS });
    this.worker = worker;
    this.running = worker.run().catch(onFatal);
    const continueAfterEvents = env.CONTINUE_AFTER_EVENTS;
    const gateway = new TemporalNominationGateway({ connection, settings: temporal, eagerStart: true, continueAfterEvents });
    onConnected(tracedGateway(gateway, tracer), new TemporalSessionGateway(connection, temporal));
  }
}
