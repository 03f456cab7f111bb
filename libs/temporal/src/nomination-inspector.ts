import { Client, type ConnectionLike } from '@temporalio/client';
import type { DataConverter, Payload } from '@temporalio/common';
import {
  ACT_RECORDED_SIGNAL,
  nominationWorkflowId,
  type ActOutcome,
  type NominationResult,
  type Standing,
  type SubmitActInput,
} from '@laurel/contracts';
import { dataConverter, type TemporalSettings } from './connection.ts';
import { standingOf } from './first-wait.ts';
import { decoded } from './payloads.ts';
import { isNotFound } from './server-answers.ts';
import { replayHistories, type History, type RecordedHistory, type ReplayFailure } from './replay.ts';

type HistoryEvent = NonNullable<History['events']>[number];

/** Everything that Temporal knows of one nomination, all its runs. */
export interface WorkflowTrail {
  readonly status: 'running' | 'completed' | 'failed';
  /** Null while it runs. */
  readonly result: NominationResult | null;
  /** What updates were told became of their acts, by act id. */
  readonly answered: ReadonlyMap<string, ActOutcome>;
  /** Acts that the history has been signalled. */
  readonly signalled: ReadonlySet<string>;
  /** How many transitions the history knows of, by what its steps answered. */
  readonly knownSeq: number;
  readonly histories: readonly RecordedHistory[];
}

/** Reads nominations' workflows for checks; changes nothing. */
export class NominationInspector {
  private readonly client: Client;
  private readonly converter: DataConverter;

  constructor(connection: ConnectionLike, settings: TemporalSettings) {
    this.converter = dataConverter(settings);
    this.client = new Client({ connection, namespace: settings.namespace, dataConverter: this.converter });
  }

  /** Those of the histories that do not fit the bundle at this path. Needs no server. */
  replay(workflowBundle: string, histories: readonly RecordedHistory[]): Promise<readonly ReplayFailure[]> {
    return replayHistories({ workflowBundle, dataConverter: this.converter }, histories);
  }

  /** Null when there is no such workflow. Throws when the server cannot be reached. */
  async trail(nominationId: string): Promise<WorkflowTrail | null> {
    const workflowId = nominationWorkflowId(nominationId);
    const runs = await this.runsOf(workflowId).catch((error: unknown) => {
      if (isNotFound(error)) return null;
      throw error;
    });
    if (!runs) return null;
    const events = runs.flatMap((history) => history.events ?? []);
    const last = events.at(-1);
    const completed = last?.workflowExecutionCompletedEventAttributes;
    const failed =
      last?.workflowExecutionFailedEventAttributes ??
      last?.workflowExecutionTerminatedEventAttributes ??
      last?.workflowExecutionTimedOutEventAttributes;
    return {
      status: completed ? 'completed' : failed ? 'failed' : 'running',
      result: completed ? await this.decode<NominationResult>(completed.result?.payloads) : null,
      answered: await this.answersIn(events),
      signalled: await this.signalsIn(events),
      knownSeq: await this.knownSeqIn(events),
      histories: runs.map((history) => ({ workflowId, history })),
    };
  }

  /** Where the workflow itself says that it stands; `NO_ANSWER` when no worker answers in time. */
  standing(nominationId: string, withinMs: number): Promise<Standing | null | 'NO_ANSWER'> {
    return standingOf(this.client, nominationId, withinMs).catch(() => 'NO_ANSWER' as const);
  }

  private async runsOf(workflowId: string, runId?: string): Promise<readonly History[]> {
    const history = await this.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    return before ? [...(await this.runsOf(workflowId, before)), history] : [history];
  }

  private async answersIn(events: readonly HistoryEvent[]): Promise<Map<string, ActOutcome>> {
    const answered = new Map<string, ActOutcome>();
    for (const { workflowExecutionUpdateCompletedEventAttributes: completed } of events) {
      const payloads = completed?.outcome?.success?.payloads;
      const actId = completed?.meta?.updateId;
      // Waking answers nothing, and is of no act.
      const outcome = payloads && (await this.decode<ActOutcome | null | undefined>(payloads));
      if (actId && outcome) answered.set(actId, outcome);
    }
    return answered;
  }

  private async signalsIn(events: readonly HistoryEvent[]): Promise<Set<string>> {
    const signalled = new Set<string>();
    for (const { workflowExecutionSignaledEventAttributes: signal } of events) {
      if (signal?.signalName !== ACT_RECORDED_SIGNAL) continue;
      signalled.add((await this.decode<SubmitActInput>(signal.input?.payloads)).actId);
    }
    return signalled;
  }

  /** Steps answer with a standing, or with one beside an outcome; a run that is continued begins with one. */
  private async knownSeqIn(events: readonly HistoryEvent[]): Promise<number> {
    let known = 0;
    for (const event of events) {
      const payloads =
        event.markerRecordedEventAttributes?.details?.['result']?.payloads ??
        event.activityTaskCompletedEventAttributes?.result?.payloads ??
        event.workflowExecutionStartedEventAttributes?.input?.payloads;
      if (!payloads?.length) continue;
      const { seq, standing } = await this.decode<{ readonly seq?: number; readonly standing?: Standing }>(payloads);
      known = Math.max(known, seq ?? 0, standing?.seq ?? 0);
    }
    return known;
  }

  private decode<Value>(payloads: readonly Payload[] | null | undefined): Promise<Value> {
    return decoded(this.converter, payloads);
  }
}
