import { Agenda } from './agenda.ts';
import type { ActivityFunctions } from './activity-attempts.ts';
import { VirtualWorkflow } from './virtual-workflow.ts';
import { WorkflowHost } from './workflow-host.ts';

export interface VirtualServerOptions {
  /** The file that `npm run workflows:bundle` writes. */
  readonly bundle: URL;
  readonly activities: ActivityFunctions;
  /** The virtual clock's first instant. */
  readonly startsAt: number;
}

/**
 * Temporal in one process with a virtual clock: the built bundle runs in the SDK's own sandbox, activities are plain
 * functions, and time passes only when it is told to. For specs; what only a server can show (visibility, networks,
 * workers that die) is not here.
 */
export class VirtualServer {
  readonly agenda: Agenda;
  private readonly latencies = new Map<string, number>();
  private readonly workflows = new Map<string, VirtualWorkflow>();
  private readonly host: WorkflowHost;
  private readonly activities: ActivityFunctions;

  private constructor(host: WorkflowHost, { activities, startsAt }: VirtualServerOptions) {
    this.host = host;
    this.activities = activities;
    this.agenda = new Agenda(startsAt);
  }

  static async open(options: VirtualServerOptions): Promise<VirtualServer> {
    return new VirtualServer(await WorkflowHost.open(options.bundle, Object.keys(options.activities)), options);
  }

  get now(): number {
    return this.agenda.now;
  }

  /** From now on activities of this name answer after `ms`; their effect comes at once. */
  slowDown(name: string, ms: number): void {
    this.latencies.set(name, ms);
  }

  /** Starts a workflow; messages sent before the server settles reach it together with its start. */
  start(workflowType: string, workflowId: string, input: unknown): VirtualWorkflow {
    const running = this.workflows.get(workflowId);
    if (running && !running.ending) throw new Error(`${workflowId} is already started`);
    const { host, activities, agenda } = this;
    const latencyOf = (name: string): number => this.latencies.get(name) ?? 0;
    const workflow = new VirtualWorkflow({ host, activities, agenda, latencyOf, workflowType, workflowId, input });
    this.workflows.set(workflowId, workflow);
    return workflow;
  }

  /** Does everything that can be done without time passing. */
  async settle(): Promise<void> {
    for (let busy = true; busy;) {
      busy = false;
      for (const workflow of this.workflows.values()) busy = (await workflow.work()) || busy;
      busy = (await this.agenda.doNext()) || busy;
    }
  }

  /** Moves the clock to an instant, doing on the way all that falls due. */
  async advanceTo(at: number): Promise<void> {
    await this.settle();
    for (let next = this.agenda.nextAt(); next !== null && next <= at; next = this.agenda.nextAt()) {
      this.agenda.moveTo(next);
      await this.settle();
    }
    this.agenda.moveTo(at);
  }

  advance(ms: number): Promise<void> {
    return this.advanceTo(this.now + ms);
  }

  /** Jumps to the next instant at which something is due; false when nothing ever is. */
  async advanceToNext(): Promise<boolean> {
    await this.settle();
    const next = this.agenda.nextAt();
    if (next === null) return false;
    await this.advanceTo(next);
    return true;
  }

  async close(): Promise<void> {
    for (const workflow of this.workflows.values()) await workflow.dispose();
    await this.host.close();
  }
}
