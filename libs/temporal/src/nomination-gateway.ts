import {
  Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type ConnectionLike,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  ACT_RECORDED_SIGNAL,
  ACT_REFUSED,
  NOMINATION_WORKFLOW,
  nominationWorkflowId,
  StartRefused,
  SUBMIT_ACT_UPDATE,
  SUBMIT_DECISION_UPDATE,
  type ActOutcome,
  type Confirmation,
  type NominationGateway,
  type StartNomination,
  type SubmitActInput,
  type SubmitDecisionInput,
} from '@laurel/contracts';
import { isAfterwards, type RefusalCode } from '@laurel/domain';
import { dataConverter } from './connection.ts';
import { begin } from './first-wait.ts';
import { isClosed, isNotYet, isRefusal, wordsOf } from './server-answers.ts';
import { startOptions, type StartSettings } from './start-options.ts';

// A task's mail can be read milliseconds before its workflow has started, and a workflow task that timed out is tried again after
// longer: the act asks until then, at first soon and then less often.
const ASK_AGAIN_MS = { first: 10, longest: 100 } as const;

export interface GatewayOptions extends StartSettings {
  readonly connection: ConnectionLike;
  /** Told of every act whose history is known to have it recorded, however late. */
  readonly onConfirmed?: (actId: string) => void;
}

/** The Temporal server in domain words. Nothing of the SDK passes this class. */
export class TemporalNominationGateway implements NominationGateway {
  private readonly client: Client;
  private readonly options: GatewayOptions;
  private readonly asking = new Set<AbortController>();

  constructor(options: GatewayOptions) {
    const { connection, settings } = options;
    this.client = new Client({ connection, namespace: settings.namespace, dataConverter: dataConverter(settings) });
    this.options = options;
  }

  submitDecision(nominationId: string, input: SubmitDecisionInput, withinMs: number): Promise<Confirmation> {
    return this.update(nominationId, SUBMIT_DECISION_UPDATE, input, withinMs);
  }

  submitAct(nominationId: string, input: SubmitActInput, withinMs: number): Promise<Confirmation> {
    return this.update(nominationId, SUBMIT_ACT_UPDATE, input, withinMs);
  }

  async startNomination(start: StartNomination): Promise<void> {
    try {
      await this.client.workflow.start(NOMINATION_WORKFLOW, startOptions(start, this.options));
    } catch (error) {
      // Started before: the relay came twice, which is harmless.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw isRefusal(error) ? new StartRefused(wordsOf(error)) : error;
    }
  }

  async signalAct(nominationId: string, input: SubmitActInput): Promise<'told' | 'no-such-workflow'> {
    const handle = this.client.workflow.getHandle(nominationWorkflowId(nominationId));
    try {
      await handle.signal(ACT_RECORDED_SIGNAL, input);
      await begin(this.client, handle, input.actId);
      return 'told';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'no-such-workflow';
      throw error;
    }
  }

  async takeUp(start: StartNomination, input: SubmitActInput): Promise<void> {
    const { requestEagerStart: _, ...options } = startOptions(start, this.options);
    await this.client.workflow.signalWithStart(NOMINATION_WORKFLOW, {
      ...options,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      signal: ACT_RECORDED_SIGNAL,
      signalArgs: [input],
    });
  }

  /**
   * Gives up what is still being asked, of which nobody waits any more; before its connection is closed, which leaves calls under way:
   * the server may think about an update for long, and each call keeps the process.
   */
  close(): Promise<void> {
    for (const asking of this.asking) asking.abort();
    return Promise.resolve();
  }

  async ping(withinMs: number): Promise<boolean> {
    const asked = this.client.workflowService.getSystemInfo({}).then(() => true);
    return within(asked, withinMs, false).catch(() => false);
  }

  private async update(
    nominationId: string,
    name: string,
    input: SubmitDecisionInput | SubmitActInput,
    withinMs: number,
  ): Promise<Confirmation> {
    const until = Date.now() + withinMs;
    const asked = this.ask(nominationId, name, input, until);
    const known = asked.then((outcome) => {
      if (outcome.recorded) this.options.onConfirmed?.(input.actId);
      return outcome;
    });
    return within(known, withinMs, 'NOT_CONFIRMED' as const).catch((error: unknown) => confirmationOf(error, input));
  }

  /** The act's own id makes a second try the same update, so a lost answer cannot count twice. */
  private async ask(nominationId: string, name: string, input: SubmitDecisionInput | SubmitActInput, until: number): Promise<ActOutcome> {
    const handle = this.client.workflow.getHandle(nominationWorkflowId(nominationId));
    for (let pause: number = ASK_AGAIN_MS.first; ; pause = Math.min(2 * pause, ASK_AGAIN_MS.longest)) {
      try {
        return await this.giveUpAtClose(() =>
          handle.executeUpdate<ActOutcome, [typeof input]>(name, { args: [input], updateId: input.actId }),
        );
      } catch (error) {
        if (!isNotYet(error) || Date.now() + pause > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  private async giveUpAtClose<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const asking = new AbortController();
    this.asking.add(asking);
    try {
      return await this.options.connection.withAbortSignal(asking.signal, ask);
    } finally {
      this.asking.delete(asking);
    }
  }
}

/** An act that a case takes after its end is written and waits: the case is taken up for it, by who asked or by the act relay. */
function confirmationOf(error: unknown, input: SubmitDecisionInput | SubmitActInput): Confirmation {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === ACT_REFUSED) {
    return { recorded: false, refused: error.cause.message as RefusalCode };
  }
  const waits = 'kind' in input && isAfterwards(input.kind);
  return isClosed(error) && !waits ? { recorded: false, refused: 'CASE_ENDED' } : 'NOT_CONFIRMED';
}

/** The answer, or `late` when it takes longer; what was asked goes on and its later failure is nobody's. */
async function within<Answer, Late>(asked: Promise<Answer>, ms: number, late: Late): Promise<Answer | Late> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<Late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, ms);
  });
  asked.catch(() => undefined);
  return Promise.race([asked, expired]).finally(() => {
    clearTimeout(timer);
  });
}
