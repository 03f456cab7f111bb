import { outcomeOfAct, remedyOutcome, type RemedyAct, type RemedyItem } from '@laurel/contracts';
import { submitAct } from '@laurel/db';
import type { ActBody, Remedy } from '@laurel/domain';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

type RemedyActBody = Extract<ActBody, { readonly kind: RemedyAct }>;

/** What an operator does to a nomination, recorded the way everybody's acts are. */
export class OperatorActs {
  private readonly dependencies: RemedyDependencies;

  constructor(dependencies: RemedyDependencies) {
    this.dependencies = dependencies;
  }

  /** Writes the act under the run's key and waits for the workflow to record it. */
  async submit(nominationId: string, run: RemedyRun, body: RemedyActBody, part = ''): Promise<RemedyItem> {
    if (run.dryRun) return { nominationId, ...remedyOutcome('would-record', { act: body.kind }) };
    const { acts, gateway, withinMs } = this.dependencies;
    const act = { id: `${run.key}${part}`, nominationId, actor: run.actor, reason: run.order.reason, body, origin: null };
    const status = await submitAct(acts, act, (actId) => gateway.submitAct(nominationId, { actId, kind: body.kind }, withinMs));
    return { nominationId, ...outcomeOfAct(status) };
  }

  /** Notes a remedy that is no act of its own in the nomination's chain; recorded when its workflow next can. */
  async note(nominationId: string, { actor, order, key }: RemedyRun): Promise<void> {
    const { acts, gateway } = this.dependencies;
    const body = { kind: 'note', remedy: order.remedy satisfies Remedy } as const;
    const { id, state } = await acts.write({ id: `${key}-note`, nominationId, actor, reason: order.reason, body, origin: null });
    // A server that is away is told by the act relay.
    if (state === 'pending') await gateway.signalAct(nominationId, { actId: id, kind: 'note' }).catch(() => undefined);
  }
}
