import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { NOMINATION_WORKFLOW, nominationWorkflowId, type NominationInput } from '@laurel/contracts';
import { deskActivities } from '../desk/desk-activities.ts';
import { MemoryDesk, type MemoryDeskOptions } from '../desk/memory-desk.ts';
import { people } from '../season/people.ts';
import { threeLevels } from '../season/rules.ts';
import type { Entry } from '../season/virtual-season.ts';
import { IDENTITY, TASK_QUEUE } from './environments.ts';
import { ServerNomination } from './server-nomination.ts';

export interface ServerSeasonOptions extends Partial<MemoryDeskOptions> {
  readonly environment: TestWorkflowEnvironment;
  /** The file that `npm run workflows:bundle` writes. */
  readonly bundle: URL;
}

/** A season on a server: a desk in memory behind a real worker, with the built workflows. */
export class ServerSeason {
  readonly desk: MemoryDesk;
  private count = 0;
  private readonly environment: TestWorkflowEnvironment;
  private readonly worker: Worker;
  private readonly running: Promise<void>;

  private constructor(environment: TestWorkflowEnvironment, desk: MemoryDesk, worker: Worker) {
    this.environment = environment;
    this.desk = desk;
    this.worker = worker;
    this.running = worker.run();
  }

  static async open({ environment, bundle, ...options }: ServerSeasonOptions): Promise<ServerSeason> {
    const desk = new MemoryDesk({ ...options, rules: options.rules ?? threeLevels(), directory: options.directory ?? people() });
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue: TASK_QUEUE,
      identity: IDENTITY,
      workflowBundle: { codePath: fileURLToPath(bundle) },
      activities: { ...deskActivities(desk) },
    });
    return new ServerSeason(environment, desk, worker);
  }

  /** A nomination comes in now, by the server's clock, and its workflow is started, which receives it. */
  submit(entry: Entry = {}): Promise<ServerNomination> {
    return this.start(entry, () => Promise.resolve({}));
  }

  /** The same as the inbox relay does it: received first, so that its workflow begins with its first act or instant. */
  submitReceived(entry: Entry = {}): Promise<ServerNomination> {
    return this.start(entry, async (nominationId, at) => {
      const standing = await deskActivities(this.desk).receiveNomination({ nominationId, at });
      return { input: { standing }, startDelay: Math.max((standing.next?.at ?? at) - at, 0) };
    });
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
  }

  private async start(
    { continueAfterEvents, ...entry }: Entry,
    received: (nominationId: string, at: number) => Promise<{ readonly input?: Partial<NominationInput>; readonly startDelay?: number }>,
  ): Promise<ServerNomination> {
    this.count += 1;
    const nominationId = entry.nominationId ?? `N${String(this.count)}`;
    const at = await this.environment.currentTimeMs();
    this.desk.submit({ ...entry, nominationId, submittedAt: at });
    const { input: known = {}, ...options } = await received(nominationId, at);
    const input: NominationInput = { nominationId, ...known, ...(continueAfterEvents !== undefined && { continueAfterEvents }) };
    const workflowId = nominationWorkflowId(nominationId);
    await this.environment.client.workflow.start(NOMINATION_WORKFLOW, { workflowId, taskQueue: TASK_QUEUE, args: [input], ...options });
    return new ServerNomination(nominationId, this.environment, this.desk);
  }
}
