import {
  ACT_RECORDED_SIGNAL,
  GET_STANDING_QUERY,
  SUBMIT_ACT_UPDATE,
  SUBMIT_DECISION_UPDATE,
  type ActOutcome,
  type NominationResult,
  type Standing,
} from '@laurel/contracts';
import type { ActBody, CaseTask, Choice } from '@laurel/domain';
import type { MemoryDesk } from '../desk/memory-desk.ts';
import type { VirtualServer } from '../harness/virtual-server.ts';
import type { VirtualUpdate } from '../harness/virtual-update.ts';
import type { VirtualWorkflow } from '../harness/virtual-workflow.ts';

/** A person's choice on a task. */
export interface Decision {
  readonly choice: Extract<ActBody, { kind: 'decide' }>['choice'];
  readonly reason?: string | null;
  /** Ground of `ineligible`. */
  readonly rule?: string;
  /** Default: the first task that is open. */
  readonly task?: Pick<CaseTask, 'id' | 'personId'>;
}

const OUTSIDE = 'source:office';

/** One nomination on the virtual server, in domain words: acts are written first, then its workflow is told. */
export class VirtualNomination {
  readonly id: string;
  readonly workflow: VirtualWorkflow;
  private readonly desk: MemoryDesk;
  private readonly server: VirtualServer;

  constructor(id: string, workflow: VirtualWorkflow, season: { readonly desk: MemoryDesk; readonly server: VirtualServer }) {
    this.id = id;
    this.workflow = workflow;
    this.desk = season.desk;
    this.server = season.server;
  }

  /** Where the database says it stands. */
  get standing(): Standing {
    return this.desk.standingOf(this.id);
  }

  get tasks(): readonly CaseTask[] {
    return this.desk.openTasksOf(this.id);
  }

  get actions(): readonly string[] {
    return this.desk.actionsOf(this.id);
  }

  get result(): NominationResult | null {
    const { ending } = this.workflow;
    if (ending?.is === 'failed') throw ending.error;
    return ending ? (ending.value as NominationResult) : null;
  }

  /** Where its workflow says it stands. */
  async knows(): Promise<Standing | null> {
    return (await this.workflow.query(GET_STANDING_QUERY)) as Standing | null;
  }

  task(index = 0): CaseTask {
    const task = this.tasks[index];
    if (!task) throw new Error(`${this.id} has no open task number ${String(index)} in ${this.standing.state}`);
    return task;
  }

  /** A reviewer presses the button; the answer is what the workflow said by the time nothing more could be done. */
  async decide(choice: Decision['choice'], more: Omit<Decision, 'choice'> = {}): Promise<ActOutcome> {
    const update = await this.press({ choice, ...more });
    await this.server.settle();
    return update.value() as ActOutcome;
  }

  /** A reviewer presses the button, and nobody waits for the answer yet. */
  async press({ choice, reason = null, rule, task = this.task() }: Decision): Promise<VirtualUpdate> {
    const body = { kind: 'decide', taskId: task.id, choice, number: null, signedOn: null, ...(rule !== undefined && { rule }) } as const;
    const actId = await this.write(body, task.personId, reason);
    return this.workflow.update(SUBMIT_DECISION_UPDATE, { actId, taskId: task.id, choice: choice satisfies Choice });
  }

  /** An act whose sender waits: extension, reassignment, delegation. */
  async ask(body: ActBody, actor = OUTSIDE): Promise<ActOutcome> {
    const actId = await this.write(body, actor, null);
    const update = this.workflow.update(SUBMIT_ACT_UPDATE, { actId, kind: body.kind });
    await this.server.settle();
    return update.value() as ActOutcome;
  }

  /** A fact nobody waits for: completion, withdrawal, hold. Returns the act's id. */
  async tell(body: ActBody, actor = OUTSIDE): Promise<string> {
    const actId = await this.write(body, actor, null);
    this.workflow.signal(ACT_RECORDED_SIGNAL, { actId, kind: body.kind });
    await this.server.settle();
    return actId;
  }

  /** Somebody of the public writes on the notice's page. */
  async hearPublic(): Promise<string> {
    return this.tell({ kind: 'feedback', number: this.desk.countFeedback(this.id) }, 'source:public');
  }

  /** Writes an act row and tells nobody. */
  async write(body: ActBody, actor: string, reason: string | null): Promise<string> {
    const { id } = await this.desk.acts.write({ nominationId: this.id, actor, reason, body, origin: null });
    return id;
  }
}
