import type { DeclaredDocument, NominationState, Outcome } from '@laurel/domain';
import { afterwardsOf, type AfterwardsRow } from './nomination-afterwards.ts';
import type { IsoInstant } from './iso-instant.ts';
import type { DecisionView, HoldView, NominationSummary, NominationView, NomineeView } from './nomination.types.ts';

export interface SummaryRow {
  readonly id: string;
  readonly state: string;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly unit: string;
  readonly award: string;
  readonly nominee: NomineeView;
  readonly submitted_at: Date;
  readonly due_at: Date | null;
  readonly ended_at: Date | null;
}

export interface ViewRow extends SummaryRow, AfterwardsRow {
  readonly rule_set_version: string;
  readonly calendar_version: string;
  readonly achievement: Readonly<Record<string, unknown>>;
  readonly documents: DeclaredDocument[];
  readonly returns: number;
  readonly ineligible_rule: string | null;
  readonly outcomes: { readonly level: string; readonly outcome: Outcome; readonly decidedAt: number }[];
  readonly outside_calendar: boolean;
  readonly received: string[] | null;
  readonly tasks: TaskJson[] | null;
  readonly decisions: DecisionView[] | null;
  readonly hold_rows: HoldView[] | null;
}

interface TaskJson {
  readonly id: string;
  readonly kind: string;
  readonly post: string;
  readonly person_id: string;
  readonly full_name: string | null;
  readonly acting_for: string | null;
  readonly opened_at: string;
  readonly due_at: string | null;
  readonly closes_at: string | null;
  readonly reminders_sent: number[];
  readonly escalated_at: string | null;
}

/** An ISO instant of what PostgreSQL gives: a Date, or text inside JSON. */
export function isoOf(at: Date | string): IsoInstant;
export function isoOf(at: Date | string | null): IsoInstant | null;
export function isoOf(at: Date | string | null): IsoInstant | null {
  return at === null ? null : new Date(at).toISOString();
}

export function summaryOf(row: SummaryRow): NominationSummary {
  const { id, level, stage, held, programme, campaign, submission, unit, award, nominee } = row;
  return {
    id,
    state: row.state as NominationState,
    level,
    stage,
    held,
    programme,
    campaign,
    submission,
    unit,
    award,
    nominee,
    submittedAt: isoOf(row.submitted_at),
    dueAt: isoOf(row.due_at),
    endedAt: isoOf(row.ended_at),
  };
}

export function viewOf(row: ViewRow): NominationView {
  const received = new Set(row.received);
  return {
    ...summaryOf(row),
    ...afterwardsOf(row),
    underComplaint: row.under_complaint,
    ruleSetVersion: row.rule_set_version,
    calendarVersion: row.calendar_version,
    outsideCalendar: row.outside_calendar,
    achievement: row.achievement,
    documents: row.documents.map((document) => ({ ...document, received: received.has(document.sha256) })),
    returns: row.returns,
    ineligibleRule: row.ineligible_rule,
    outcomes: row.outcomes.map((level) => ({ ...level, decidedAt: new Date(level.decidedAt).toISOString() })),
    openTasks: (row.tasks ?? []).map(openTaskOf),
    decisions: (row.decisions ?? []).map((decision) => ({
      ...decision,
      recordedAt: isoOf(decision.recordedAt),
      supersededAt: isoOf(decision.supersededAt),
    })),
    holds: (row.hold_rows ?? []).map((hold) => ({ ...hold, from: isoOf(hold.from), liftedFrom: isoOf(hold.liftedFrom) })),
  };
}

function openTaskOf(task: TaskJson): NominationView['openTasks'][number] {
  return {
    id: task.id,
    kind: task.kind,
    post: task.post,
    assignee: { id: task.person_id, fullName: task.full_name ?? task.person_id, actingFor: task.acting_for },
    openedAt: isoOf(task.opened_at),
    dueAt: isoOf(task.due_at),
    closesAt: isoOf(task.closes_at),
    remindersSent: task.reminders_sent.length,
    escalatedAt: isoOf(task.escalated_at),
  };
}
