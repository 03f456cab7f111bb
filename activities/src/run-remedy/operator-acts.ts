import type { RemedyItem } from '@laurel/contracts';
import type { ActBody, Remedy } from '@laurel/domain';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

/** What an operator does to a nomination, recorded the way everybody's acts are. */
export class OperatorActs {
  private readonly dependencies: RemedyDependencies;

  constructor(dependencies: RemedyDependencies) {
    this.dependencies = dependencies;
  }

  /** Writes the act under the run's key and waits for the workflow to record it. */
  async submit(nominationId: string, run: RemedyRun, body: ActBody, part = ''): Promise<RemedyItem> {
    if (run.dryRun) return { nominationId, status: 'would-do', detail: `would record "${body.kind}"` };
    const { acts, gateway, withinMs } = this.dependencies;
    const { actor, order } = run;
    const act = await acts.write({ id: `${run.key}${part}`, nominationId, actor, reason: order.reason, body, origin: null });
    if (act.state === 'recorded') return { nominationId, status: 'done', detail: 'recorded before' };
    const answer = await gateway.submitAct(nominationId, { actId: act.id, kind: body.kind }, withinMs);
    if (answer !== 'NOT_CONFIRMED' && answer.recorded)
      return { nominationId, status: 'done', detail: `recorded at ${new Date(answer.recordedAt).toISOString()}` };
    if (answer !== 'NOT_CONFIRMED') await acts.refuse(act.id, answer.refused);
    return this.later(nominationId, act.id);
  }

  /** Notes a remedy that is no act of its own in the nomination's chain; recorded when its workflow next can. */
  async note(nominationId: string, { actor, order, key }: RemedyRun): Promise<void> {
    const { acts, gateway } = this.dependencies;
    const body = { kind: 'note', remedy: order.remedy satisfies Remedy } as const;
    const { id, state } = await acts.write({ id: `${key}-note`, nominationId, actor, reason: order.reason, body, origin: null });
    // A server that is away is told by the act relay.
    if (state === 'pending') await gateway.signalAct(nominationId, { actId: id, kind: 'note' }).catch(() => undefined);
  }

  private async later(nominationId: string, actId: string): Promise<RemedyItem> {
    const status = await this.dependencies.acts.statusOf(actId);
    if (status?.state === 'recorded') return { nominationId, status: 'done', detail: 'recorded' };
    if (status?.state === 'refused') return { nominationId, status: 'refused', detail: status.refusal ?? 'refused' };
    const detail = 'Written down and not lost; it will be recorded as soon as a worker takes it.';
    return { nominationId, status: 'not-confirmed', detail };
  }
}
