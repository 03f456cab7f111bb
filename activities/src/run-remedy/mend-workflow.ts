import { assertNever, TASK_ATTEMPTS_SHOWN } from '@laurel/domain';
import type { RemedyItem } from '@laurel/contracts';
import type { RemedyCase } from '@laurel/db';
import type { RemedyDependencies, RemedyRun } from './remedy.types.ts';

const ANSWER_WITHIN_MS = 5_000;

export type WorkflowRemedy = 'retry-now' | 'redispatch-event' | 'pause-activity' | 'resume-activity' | 'reset';

type Outcome = Omit<RemedyItem, 'nominationId'>;

const done = (detail: string): Outcome => ({ status: 'done', detail });
const nothing = (detail: string): Outcome => ({ status: 'nothing-to-do', detail });

/** Remedies on the workflow of a nomination rather than on what people decide. Each does once what it is asked twice. */
export class MendWorkflow {
  private readonly dependencies: RemedyDependencies;

  constructor(dependencies: RemedyDependencies) {
    this.dependencies = dependencies;
  }

  async run(remedy: WorkflowRemedy, nominationId: string, known: RemedyCase, run: RemedyRun): Promise<Outcome> {
    const { server } = this.dependencies;
    switch (remedy) {
      case 'retry-now':
        return this.retryNow(nominationId, known, run);
      case 'redispatch-event':
        return this.redispatch(nominationId, known, run);
      case 'pause-activity':
        return this.on(nominationId, run, 'the steps that wait would be paused', () =>
          server.pauseActivity(nominationId, run.order.reason),
        );
      case 'resume-activity':
        return this.on(nominationId, run, 'the paused steps would go on', () => server.resumeActivity(nominationId));
      case 'reset':
        return this.reset(nominationId, run);
      default:
        return assertNever(remedy);
    }
  }

  /** Everything that waits is tried at once: rows of relays, steps on the server, and a look of the workflow at its row. */
  private async retryNow(nominationId: string, { ended, difference }: RemedyCase, { dryRun }: RemedyRun): Promise<Outcome> {
    if (dryRun) return { status: 'would-do', detail: 'rows, steps and timers that wait would be tried at once' };
    const { repository, server, gateway, moved } = this.dependencies;
    const rows = await repository.retryNow(nominationId);
    moved();
    if (difference === 'differs' && (await this.mendProjection(nominationId))) return done('the row now shows what the workflow says');
    const steps = ended ? 0 : await server.retryNow(nominationId);
    // An act that nobody has written is refused, and the answer tells the workflow where its row stands.
    const told = await gateway.signalAct(nominationId, { actId: 'look-again', kind: 'note' });
    if (rows + steps === 0 && told === 'no-such-workflow') return nothing('nothing waits, and no workflow runs');
    return done(`${String(rows)} rows and ${String(steps)} steps set in motion; the workflow looks again`);
  }

  private async mendProjection(nominationId: string): Promise<boolean> {
    const standing = await this.dependencies.server.standing(nominationId, ANSWER_WITHIN_MS);
    return standing !== null && (await this.dependencies.repository.mendProjection(nominationId, standing));
  }

  private async redispatch(nominationId: string, { programme, campaign, ended }: RemedyCase, { dryRun }: RemedyRun): Promise<Outcome> {
    const { repository, server, moved } = this.dependencies;
    if (dryRun) return { status: 'would-do', detail: 'the event would be worked on again, or a workflow that was ended be started again' };
    const rows = await repository.redispatch({ nominationId, eventId: null });
    moved();
    if (rows > 0) return done('the event is back in the inbox');
    if (ended) return nothing('the nomination has ended');
    const started = await server.restart({ nominationId, programme, campaign, standing: null });
    return started === 'done' ? done('its workflow was started again where the nomination stands') : nothing('its workflow runs');
  }

  /** Mends errors of code only: what was decided stands in the database, and a workflow that runs well has nothing to go back for. */
  private async reset(nominationId: string, run: RemedyRun): Promise<Outcome> {
    const { server } = this.dependencies;
    const { workflow, task, problems } = await server.examine(nominationId);
    // Between two attempts no task waits; then the server's own report stands.
    const fails = problems.length > 0 || (task?.attempt ?? 0) >= TASK_ATTEMPTS_SHOWN;
    if (workflow !== 'running' || !fails) {
      const detail = 'Its code does not fail. A reset only mends errors of code; a decision is reworked by reopening.';
      return { status: 'refused', detail };
    }
    const { toEventId = null, reason } = run.order;
    return this.on(nominationId, run, 'the workflow would run again from the last step that it completed', () =>
      server.reset(nominationId, toEventId, reason, run.key),
    );
  }

  private async on(nominationId: string, { dryRun }: RemedyRun, intent: string, work: () => Promise<'done' | 'absent'>): Promise<Outcome> {
    if (dryRun) {
      const { activities } = await this.dependencies.server.examine(nominationId);
      const steps = activities.map(({ type, attempt, paused }) => `${type} (attempt ${String(attempt)}${paused ? ', paused' : ''})`);
      return { status: 'would-do', detail: `${intent}; now waiting: ${steps.join(', ') || 'none'}` };
    }
    return (await work()) === 'done'
      ? done(intent.replace('would be', 'were').replace('would ', 'now '))
      : nothing('there is no such step');
  }
}
