import type { CaseFile, CaseTask } from '@laurel/domain';
import type { Database } from '../database.ts';
import { taskToken, tokenHash } from '../task-token.ts';
import { chain } from './audit-chain.ts';
import { caseOf, type CaseRow } from './case.rows.ts';
import { COMMIT_CHANGE, LOAD_CASE } from './case.sql.ts';
import type { CommitInput, CommitResult } from './commit-input.ts';
import { decisionRows, effectRows } from './decision.rows.ts';
import { COMMIT_WITH_EFFECTS } from './effects.sql.ts';
import { claimedMails, mailRows, type MailRowSettings } from './mail.rows.ts';
import { isSlotTaken } from './slots.ts';
import type { LoadedCase } from './case.types.ts';

export interface CaseRepositoryOptions extends MailRowSettings {
  readonly database: Database;
}

interface Committed {
  readonly passed: number;
  /** Ids of the mails planned as claimed. */
  readonly claimed: readonly string[] | null;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Cases as transitions read and write them: one statement each way. */
export class CaseRepository {
  private readonly options: CaseRepositoryOptions;

  constructor(options: CaseRepositoryOptions) {
    this.options = options;
  }

  /** The case with its tasks, and the act when one is named; null when there is no such nomination. */
  async load(nominationId: string, actId: string | null = null): Promise<LoadedCase | null> {
    const { rows } = await this.options.database.pool.query<CaseRow>({ name: 'load-case', text: LOAD_CASE, values: [nominationId, actId] });
    return rows[0] ? caseOf(rows[0]) : null;
  }

  /** Writes a transition; does not pass when the case has moved on since it was loaded, and then nothing is written. */
  async commit(input: CommitInput): Promise<CommitResult> {
    const { change } = input;
    const before = input.loaded.file;
    const values = [
      before.nominationId,
      before.seq,
      ...this.rowsOf(input).map((row) => JSON.stringify(row)),
      change.entries[0]?.actId ?? null,
      iso(input.at),
    ];
    const committed = await (change.effects.length === 0
      ? this.pass({ name: 'commit-change', text: COMMIT_CHANGE, values })
      : this.pass({
          name: 'commit-change-and-effects',
          text: COMMIT_WITH_EFFECTS,
          values: [...values, JSON.stringify(effectRows(input))],
        }));
    if (committed?.passed !== 1) return { passed: false };
    return { passed: true, claimed: claimedMails(input, committed.claimed ?? [], this.options) };
  }

  /** A place that somebody took in the same moment is as good a reason to look again as a sequence that has moved. */
  private async pass(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<Committed | undefined> {
    try {
      const { rows } = await this.options.database.pool.query<Committed>(query);
      return rows[0];
    } catch (error) {
      if (isSlotTaken(error)) return undefined;
      throw error;
    }
  }

  /** The statement's JSON parameters, in its order. */
  private rowsOf(input: CommitInput): readonly object[] {
    const { loaded, change } = input;
    const { nominationId, seq } = loaded.file;
    const links = chain(change.entries, { nominationId, seq, ruleSetVersion: loaded.details.ruleSetVersion, hash: loaded.auditHash });
    const hash = links.at(-1)?.hash ?? loaded.auditHash;
    return [
      this.caseRow(input, hash),
      this.taskRows(loaded.file, change.file),
      mailRows(input, this.options),
      this.eventRows(input),
      links.map(auditRow),
      ...decisionRows(input),
    ];
  }

  /** Settles an act that the rules forbid; does nothing once it is settled. */
  async refuseAct(actId: string, refusal: string, at: number): Promise<void> {
    const text = `UPDATE act SET state = 'refused', refusal = $2, settled_at = $3, lease_until = NULL WHERE id = $1 AND state = 'pending'`;
    await this.options.database.pool.query({ name: 'refuse-act', text, values: [actId, refusal, iso(at)] });
  }

  private caseRow({ change, standing, loaded }: CommitInput, auditHash: string): object {
    const file = change.file;
    return {
      state: file.state,
      level: standing.level,
      stage: standing.stage,
      stage_index: file.stageIndex,
      seq: file.seq,
      audit_hash: auditHash,
      returns: file.returns,
      held: file.holds.length > 0,
      holds: file.holds,
      outcomes: file.outcomes,
      wait: file.wait,
      suspended: file.suspended,
      due_at: iso(file.wait?.plan?.dueAt ?? null),
      documents: file.documents,
      ineligible_rule: file.ineligibleRule,
      ended_at: iso(file.endedAt),
      calendar_version: file.calendarVersion,
      conflicts: file.conflicts,
      notice_ends_at: iso(file.noticeEndsAt),
      feedback_count: file.feedbackReceived,
      outbox_sequence: loaded.outboxSequence + change.events.length,
      overrides: file.overrides,
      revivals: file.revivals,
      complaint: file.complaint,
    };
  }

  private taskRows(before: CaseFile, after: CaseFile): object[] {
    const known = new Set(before.tasks);
    const plan = after.wait?.plan ?? null;
    const replanned = before.wait?.plan?.closesAt !== plan?.closesAt || before.wait?.plan?.dueAt !== plan?.dueAt;
    return after.tasks.filter((task) => !known.has(task) || (replanned && task.state === 'open')).map((task) => this.taskRow(task, plan));
  }

  private taskRow(task: CaseTask, plan: { readonly dueAt: number; readonly closesAt: number } | null): object {
    const dates = task.own ? task.own.plan : plan;
    return {
      id: task.id,
      stage: task.stage,
      kind: task.kind,
      level: task.level,
      seat: task.seat,
      round: task.round,
      post: task.post,
      person_id: task.personId,
      acting_for_id: task.actingForId,
      choices: task.choices,
      token_hash: tokenHash(taskToken(this.options.secret, task.id)),
      state: task.state,
      choice: task.choice,
      opened_at: iso(task.openedAt),
      due_at: iso(dates?.dueAt ?? null),
      closes_at: iso(dates?.closesAt ?? null),
      own_wait: task.own,
      reminders_sent: task.remindersSent,
      escalated_at: iso(task.escalatedAt),
      closed_at: iso(task.closedAt),
      closed_by_act: task.closedByAct,
    };
  }

  private eventRows({ loaded, change }: CommitInput): object[] {
    return change.events.map((event, index) => {
      const sequence = loaded.outboxSequence + index + 1;
      return { id: `${loaded.file.nominationId}-e${String(sequence)}`, sequence, type: event.type, data: event.data };
    });
  }
}

function auditRow(link: ReturnType<typeof chain>[number]): object {
  return {
    seq: link.seq,
    action: link.action,
    actor: link.actor,
    acting_for: link.actingFor,
    reason: link.reason,
    act_id: link.actId,
    rule_set_version: link.ruleSetVersion,
    facts: link.facts,
    at: iso(link.at),
    previous_hash: link.previousHash,
    hash: link.hash,
  };
}
