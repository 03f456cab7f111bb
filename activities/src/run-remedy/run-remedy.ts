import { assertNever } from '@laurel/domain';
import { remedyOutcome, type RemedyItem, type RemedyOutcome, type RemedyTarget } from '@laurel/contracts';
import type { RemedyCase } from '@laurel/db';
import { handOver } from './hand-over.ts';
import { MendWorkflow } from './mend-workflow.ts';
import { OperatorActs } from './operator-acts.ts';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

/** One remedy on one nomination or event. Safe to run twice under the same key: the second run finds what the first did. */
export class RunRemedy {
  private readonly dependencies: RemedyDependencies;
  private readonly acts: OperatorActs;
  private readonly workflow: MendWorkflow;

  constructor(dependencies: RemedyDependencies) {
    this.dependencies = dependencies;
    this.acts = new OperatorActs(dependencies);
    this.workflow = new MendWorkflow(dependencies);
  }

  async run(target: RemedyTarget, run: RemedyRun): Promise<readonly RemedyItem[]> {
    const { eventId } = target;
    if (eventId !== null && run.order.remedy === 'redispatch-event') return this.redispatchEvent(eventId, run);
    const nominationId = target.nominationId ?? (await this.dependencies.repository.nominationOfEvent(eventId ?? '')) ?? null;
    if (nominationId === null) return [{ ...named(target), ...remedyOutcome('not-one-nomination', {}) }];
    const known = await this.dependencies.repository.caseOf(nominationId);
    if (!known) return [await this.withoutNomination(nominationId, run)];
    const items = await this.onNomination(nominationId, known, run);
    await this.keep(nominationId, known, run, items);
    return items;
  }

  private async onNomination(nominationId: string, known: RemedyCase, run: RemedyRun): Promise<RemedyItem[]> {
    const { remedy, workingDays = 1, taskId } = run.order;
    switch (remedy) {
      case 'resend-mail':
        return [{ nominationId, ...(await this.resend(nominationId, run)) }];
      case 'correct-address':
        return [{ nominationId, ...(await this.correctAddress(nominationId, known, run)) }];
      case 'extend-deadline':
        return [await this.acts.submit(nominationId, run, { kind: 'extend', workingDays, ...(taskId !== undefined && { taskId }) })];
      case 'terminate':
        return [await this.terminate(nominationId, known, run)];
      case 'reassign':
      case 'substitute':
        return handOver(nominationId, run, this.dependencies, this.acts);
      case 'retry-now':
      case 'redispatch-event':
      case 'pause-activity':
      case 'resume-activity':
      case 'reset':
        return [{ nominationId, ...(await this.workflow.run(remedy, nominationId, known, run)) }];
      default:
        return assertNever(remedy);
    }
  }

  private async resend(nominationId: string, { dryRun }: RemedyRun): Promise<RemedyOutcome> {
    if (dryRun) return remedyOutcome('mails-would-go', {});
    const mails = await this.dependencies.repository.resendMail(nominationId);
    this.dependencies.moved();
    return mails > 0 ? remedyOutcome('mails-go', { mails }) : remedyOutcome('no-mail-waits', {});
  }

  private async correctAddress(nominationId: string, { programme }: RemedyCase, { order, dryRun }: RemedyRun): Promise<RemedyOutcome> {
    const [personId, ...others] = await this.dependencies.repository.unreachable(nominationId);
    if (personId === undefined) return remedyOutcome('no-mail-failed', {});
    if (others.length > 0) return remedyOutcome('several-unreachable', {});
    if (dryRun) return remedyOutcome('address-would-change', { personId });
    const mails = await this.dependencies.repository.correctAddress(programme, personId, order.address ?? '');
    this.dependencies.moved();
    return remedyOutcome('address-changed', { personId, mails });
  }

  /** Ends in TERMINATED, as an act of the operator: a workflow that was ended from outside is started for it first. */
  private async terminate(nominationId: string, { programme, campaign, ended }: RemedyCase, run: RemedyRun): Promise<RemedyItem> {
    if (ended) return { nominationId, ...remedyOutcome('nomination-ended', {}) };
    if (!run.dryRun) await this.dependencies.server.restart({ nominationId, programme, campaign, standing: null });
    return this.acts.submit(nominationId, run, { kind: 'terminate' });
  }

  /** A workflow that runs for nothing can only be ended. */
  private async withoutNomination(nominationId: string, run: RemedyRun): Promise<RemedyItem> {
    const { order, dryRun, actor } = run;
    if (order.remedy !== 'terminate') return { nominationId, ...remedyOutcome('no-nomination', {}) };
    if (dryRun) return { nominationId, ...remedyOutcome('orphan-would-end', {}) };
    const ended = await this.dependencies.server.terminate(nominationId, order.reason);
    if (ended === 'absent') return { nominationId, ...remedyOutcome('no-nomination', {}) };
    await this.dependencies.log.write({
      actor,
      remedy: order.remedy,
      reason: order.reason,
      nominationId,
      eventId: null,
      key: run.key,
      facts: {},
    });
    return { nominationId, ...remedyOutcome('orphan-ended', {}) };
  }

  private async redispatchEvent(eventId: string, { order, dryRun, actor, key }: RemedyRun): Promise<RemedyItem[]> {
    if (dryRun) return [{ eventId, ...remedyOutcome('event-would-return', {}) }];
    const rows = await this.dependencies.repository.redispatch({ nominationId: null, eventId });
    this.dependencies.moved();
    await this.dependencies.log.write({
      actor,
      remedy: order.remedy,
      reason: order.reason,
      nominationId: null,
      eventId,
      key,
      facts: { rows },
    });
    return [{ eventId, ...remedyOutcome(rows > 0 ? 'event-returned' : 'no-event-waits', {}) }];
  }

  /** Every deed is kept with its reason; what is no act of its own is noted in the nomination's chain as well. */
  private async keep(nominationId: string, { ended }: RemedyCase, run: RemedyRun, items: readonly RemedyItem[]): Promise<void> {
    if (run.dryRun || items.every(({ status }) => status === 'refused' || status === 'nothing-to-do')) return;
    const { actor, order, key } = run;
    const facts = { items: items.length, done: items.filter(({ status }) => status === 'done').length };
    await this.dependencies.log.write({ actor, remedy: order.remedy, reason: order.reason, nominationId, eventId: null, key, facts });
    const isAct = ['extend-deadline', 'terminate', 'reassign', 'substitute'].includes(order.remedy);
    if (!isAct && !ended) await this.acts.note(nominationId, run);
  }
}

function named({ nominationId, eventId }: RemedyTarget): { readonly nominationId?: string; readonly eventId?: string } {
  return { ...(nominationId !== null && { nominationId }), ...(eventId !== null && { eventId }) };
}
