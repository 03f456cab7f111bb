import { assertNever, TASK_ATTEMPTS_SHOWN } from '@laurel/domain';
import { remedyOutcome, type RemedyOutcome } from '@laurel/contracts';
import type { RemedyCase } from '@laurel/db';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

const ANSWER_WITHIN_MS = 5_000;

export type WorkflowRemedy = 'retry-now' | 'redispatch-event' | 'pause-activity' | 'resume-activity' | 'reset';

/** What a remedy on steps of the workflow would do, did, and how it is said. */
type OnSteps = readonly [would: 'would-pause' | 'would-resume' | 'would-reset', did: 'paused' | 'resumed' | 'reset'];

/** Remedies on the workflow of a nomination rather than on what people decide. Each does once what it is asked twice. */
export class MendWorkflow {
  private readonly dependencies: RemedyDependencies;

  constructor(dependencies: RemedyDependencies) {
    this.dependencies = dependencies;
  }

  async run(remedy: WorkflowRemedy, nominationId: string, known: RemedyCase, run: RemedyRun): Promise<RemedyOutcome> {
    const { server } = this.dependencies;
    switch (remedy) {
      case 'retry-now':
        return this.retryNow(nominationId, known, run);
      case 'redispatch-event':
        return this.redispatch(nominationId, known, run);
      case 'pause-activity':
        return this.on(nominationId, run, ['would-pause', 'paused'], () => server.pauseActivity(nominationId, run.order.reason));
      case 'resume-activity':
        return this.on(nominationId, run, ['would-resume', 'resumed'], () => server.resumeActivity(nominationId));
      case 'reset':
        return this.reset(nominationId, run);
      default:
        return assertNever(remedy);
    }
  }

  /** Everything that waits is tried at once: rows of relays, steps on the server, and a look of the workflow at its row. */
  private async retryNow(nominationId: string, { ended, difference }: RemedyCase, { dryRun }: RemedyRun): Promise<RemedyOutcome> {
    if (dryRun) return remedyOutcome('would-try-now', {});
    const { repository, server, gateway, moved } = this.dependencies;
    const rows = await repository.retryNow(nominationId);
    moved();
    if (difference === 'differs' && (await this.mendProjection(nominationId))) return remedyOutcome('row-mended', {});
    const steps = ended ? 0 : await server.retryNow(nominationId);
    // An act that nobody has written is refused, and the answer tells the workflow where its row stands.
    const told = await gateway.signalAct(nominationId, { actId: 'look-again', kind: 'note' });
    if (rows + steps === 0 && told === 'no-such-workflow') return remedyOutcome('no-workflow-runs', {});
    return remedyOutcome('tried-now', { rows, steps });
  }

  private async mendProjection(nominationId: string): Promise<boolean> {
    const standing = await this.dependencies.server.standing(nominationId, ANSWER_WITHIN_MS);
    return standing !== null && (await this.dependencies.repository.mendProjection(nominationId, standing));
  }

  private async redispatch(
    nominationId: string,
    { programme, campaign, ended }: RemedyCase,
    { dryRun }: RemedyRun,
  ): Promise<RemedyOutcome> {
    const { repository, server, moved } = this.dependencies;
    if (dryRun) return remedyOutcome('event-would-return', {});
    const rows = await repository.redispatch({ nominationId, eventId: null });
    moved();
    if (rows > 0) return remedyOutcome('event-returned', {});
    if (ended) return remedyOutcome('nomination-ended', {});
    const started = await server.restart({ nominationId, programme, campaign, standing: null });
    return remedyOutcome(started === 'done' ? 'workflow-started' : 'workflow-runs', {});
  }

  /** Mends errors of code only: what was decided stands in the database, and a workflow that runs well has nothing to go back for. */
  private async reset(nominationId: string, run: RemedyRun): Promise<RemedyOutcome> {
    const { server } = this.dependencies;
    const { workflow, task, problems } = await server.examine(nominationId);
    // Between two attempts no task waits; then the server's own report stands.
    const fails = problems.length > 0 || (task?.attempt ?? 0) >= TASK_ATTEMPTS_SHOWN;
    if (workflow !== 'running' || !fails) return remedyOutcome('code-does-not-fail', {});
    const { toEventId = null, reason } = run.order;
    return this.on(nominationId, run, ['would-reset', 'reset'], () => server.reset(nominationId, toEventId, reason, run.key));
  }

  private async on(
    nominationId: string,
    { dryRun }: RemedyRun,
    [would, did]: OnSteps,
    work: () => Promise<'done' | 'absent'>,
  ): Promise<RemedyOutcome> {
    if (!dryRun) return remedyOutcome((await work()) === 'done' ? did : 'no-such-step', {});
    const { activities } = await this.dependencies.server.examine(nominationId);
    const named = (asked: boolean): string =>
      activities
        .filter(({ paused }) => paused === asked)
        .map(({ type, attempt }) => `${type} × ${String(attempt)}`)
        .join(', ');
    return remedyOutcome(would, { waiting: named(false), paused: named(true) });
  }
}
