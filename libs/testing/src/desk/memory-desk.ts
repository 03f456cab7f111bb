import type { ActOutcome, CaseStepInput, RecordActInput, RecordActResult } from '@laurel/contracts';
import {
  recordAct,
  rulesFor,
  standingOf,
  type Act,
  type CaseContext,
  type CaseFile,
  type CaseTask,
  type Change,
  type DecisionLine,
  type Directory,
  type OutEvent,
  type RuleSet,
  type Standing,
  type WorkingCalendar,
} from '@laurel/domain';
import { submitted, type NewNomination } from '../season/nomination.ts';
import { DeskFaults } from './desk-faults.ts';
import { MemoryActs, type KeptAct } from './memory-acts.ts';
import { MemoryLedger } from './memory-ledger.ts';

export interface MemoryDeskOptions {
  readonly rules: RuleSet;
  readonly directory: Directory;
  /** Calendars that a recalculation may move a case to, besides the rules' own. */
  readonly calendars?: readonly WorkingCalendar[];
}

/** As the activities' own error: known to the workflow by its name. */
export class UnknownNomination extends Error {
  override readonly name = 'UnknownNomination';
}

/** A case with all that its transitions have written. */
interface KeptCase {
  readonly file: CaseFile;
  readonly nomineeHolds: readonly string[];
  readonly changes: readonly Change[];
}

export type MemoryStep = (file: CaseFile, context: CaseContext, nomineeHolds: readonly string[]) => Change | null;

/**
 * The case desk over plain memory: the rules of libs/domain decide, as in the activities, and a transition is written
 * at once or not at all. A double of activities and database for specs; {@link deskActivities} puts it before a workflow.
 */
export class MemoryDesk {
  readonly acts = new MemoryActs();
  readonly ledger = new MemoryLedger();
  readonly faults = new DeskFaults();
  private readonly cases = new Map<string, KeptCase>();
  private readonly options: MemoryDeskOptions;

  constructor(options: MemoryDeskOptions) {
    this.options = options;
  }

  /** Keeps a nomination as intake does, before any workflow knows it. */
  submit(nomination: NewNomination): void {
    const file = submitted(nomination, this.options.rules);
    this.cases.set(nomination.nominationId, { file, nomineeHolds: nomination.nomineeHolds ?? [], changes: [] });
  }

  fileOf(nominationId: string): CaseFile {
    return this.kept(nominationId).file;
  }

  standingOf(nominationId: string): Standing {
    const file = this.fileOf(nominationId);
    return standingOf(file, rulesFor(this.options.rules, file));
  }

  openTasksOf(nominationId: string): readonly CaseTask[] {
    return this.fileOf(nominationId).tasks.filter(({ state }) => state === 'open');
  }

  changesOf(nominationId: string): readonly Change[] {
    return this.kept(nominationId).changes;
  }

  /** What the audit chain says, in order. */
  actionsOf(nominationId: string): readonly string[] {
    return this.changesOf(nominationId).flatMap(({ entries }) => entries.map(({ action }) => action));
  }

  eventsOf(nominationId: string): readonly OutEvent[] {
    return this.changesOf(nominationId).flatMap(({ events }) => events);
  }

  linesOf(nominationId: string): readonly DecisionLine[] {
    return this.changesOf(nominationId).flatMap(({ lines }) => lines);
  }

  /** Moves or sets the campaign's closing date, as its row would; running deadlines follow by a `campaign-dates` act. */
  closeCampaign(nominationId: string, at: number): void {
    const kept = this.kept(nominationId);
    this.cases.set(nominationId, { ...kept, file: { ...kept.file, campaignClosesAt: at } });
  }

  /** Counts a feedback of the public, as the page does in the transaction that keeps it; answers its number. */
  countFeedback(nominationId: string): number {
    const kept = this.kept(nominationId);
    const feedbackReceived = kept.file.feedbackReceived + 1;
    this.cases.set(nominationId, { ...kept, file: { ...kept.file, feedbackReceived } });
    return feedbackReceived;
  }

  /** A step of time or of the engine: done when due, otherwise nothing. */
  advance({ nominationId, at }: CaseStepInput, step: MemoryStep): Standing {
    const { file, nomineeHolds } = this.kept(nominationId);
    const change = step(file, this.contextAt(at, file, null), nomineeHolds);
    if (change) this.commit(nominationId, change, at);
    return this.standingOf(nominationId);
  }

  record({ nominationId, actId, at }: RecordActInput): RecordActResult {
    const { file } = this.kept(nominationId);
    const act = this.acts.get(actId);
    const outcome = act?.nominationId === nominationId ? this.weigh(file, act, at) : refusal('INVALID_ACT');
    if (!outcome.recorded) this.acts.settle(actId, { state: 'refused', refusal: outcome.refused, settledAt: at });
    return { standing: this.standingOf(nominationId), outcome };
  }

  private weigh(file: CaseFile, act: KeptAct, at: number): ActOutcome {
    if (act.state === 'recorded') return { recorded: true, seq: act.seq ?? 0, recordedAt: act.settledAt ?? 0 };
    if (act.state === 'refused') return refusal(act.refusal ?? 'INVALID_ACT');
    const result = recordAct(file, this.contextAt(at, file, act), act);
    if ('refused' in result) return { recorded: false, refused: result.refused };
    const seq = file.seq + 1;
    this.commit(file.nominationId, result, at);
    this.acts.settle(act.id, { state: 'recorded', seq, settledAt: at });
    return { recorded: true, seq, recordedAt: at };
  }

  private commit(nominationId: string, change: Change, at: number): void {
    const kept = this.kept(nominationId);
    for (const { personId, to } of change.mails) {
      if (!to && !this.options.directory.people.has(personId)) throw new Error(`Nobody with id ${personId} to write to at ${at}`);
    }
    this.ledger.plan(change.mails);
    this.cases.set(nominationId, { ...kept, file: change.file, changes: [...kept.changes, change] });
  }

  private contextAt(at: number, file: CaseFile, act: Act | null): CaseContext {
    const { directory } = this.options;
    const rules = rulesFor(this.options.rules, file);
    const version = act?.body.kind === 'recalculate' ? act.body.calendarVersion : file.calendarVersion;
    const calendar = [rules.calendar, ...(this.options.calendars ?? [])].find((known) => known.version === version);
    if (!calendar) throw new Error(`No calendar ${rules.calendar.id} in version ${version}`);
    return { rules, directory, at, calendar };
  }

  private kept(nominationId: string): KeptCase {
    const kept = this.cases.get(nominationId);
    if (!kept) throw new UnknownNomination(nominationId);
    return kept;
  }
}

function refusal(refused: Extract<ActOutcome, { recorded: false }>['refused']): ActOutcome {
  return { recorded: false, refused };
}
