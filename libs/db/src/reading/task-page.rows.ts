import type {
  ActKind,
  Choice,
  DeclaredDocument,
  Language,
  NominationState,
  ReminderWish,
  RuleSet,
  StageKind,
  Stream,
  TaskState,
} from '@laurel/domain';
import type { NomineeView } from './nomination.types.ts';
import type { TaskClosure, TaskPageData } from './task-page.types.ts';

/** A task's row as its page reads it, names as in the database. */
export interface TaskRow {
  readonly id: string;
  readonly nomination_id: string;
  readonly kind: StageKind;
  readonly state: TaskState;
  readonly stage: string;
  readonly level: string;
  readonly choices: Choice[];
  readonly choice: Choice | null;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly closes_at: Date | null;
  readonly closed_at: Date | null;
  readonly post: string;
  readonly title_vi: string | null;
  readonly title_en: string | null;
  readonly post_unit: string | null;
  readonly person_id: string;
  readonly full_name: string | null;
  readonly language: Language | null;
  readonly acting_for: string | null;
  readonly programme: string;
  readonly campaign: string;
  readonly rule_set_version: string;
  readonly nomination_state: NominationState;
  readonly held: boolean;
  readonly submission: string;
  readonly award: string;
  readonly unit: string;
  readonly unit_vi: string | null;
  readonly unit_en: string | null;
  readonly nominee: NomineeView;
  readonly achievement: TaskPageData['nomination']['achievement'] & { readonly stream: Stream };
  readonly documents: DeclaredDocument[];
  readonly closed_by: string | null;
  readonly closed_by_kind: ActKind | null;
  readonly closed_by_choice: Choice | null;
  readonly closed_by_name: string | null;
  readonly return_reason: string | null;
  readonly own: { readonly id: string; readonly kind: ActKind; readonly choice: string | null; readonly at: string } | null;
  readonly seat: number;
  readonly granted: number;
  readonly email: string | null;
  readonly reminders: ReminderWish | null;
}

function closureOf(row: TaskRow): TaskClosure | null {
  if (row.state === 'open' || row.closed_at === null) return null;
  const actor = row.closed_by;
  const base = { at: row.closed_at.getTime(), actorId: actor, actKind: row.closed_by_kind, choice: row.closed_by_choice ?? row.choice };
  if (actor === null) return { ...base, by: null, byKind: 'rules' };
  if (actor.startsWith('source:')) return { ...base, by: actor.slice('source:'.length), byKind: 'source' };
  if (actor.startsWith('operator:')) return { ...base, by: null, byKind: 'operator' };
  return { ...base, by: row.closed_by_name ?? actor, byKind: 'person' };
}

/** Maps a row to a page's data; no database type leaves this folder. */
export function pageOf(row: TaskRow, rules: RuleSet): TaskPageData {
  return {
    id: row.id,
    nominationId: row.nomination_id,
    kind: row.kind,
    state: row.state,
    stage: row.stage,
    choices: row.choices,
    openedAt: row.opened_at.getTime(),
    dueAt: row.due_at?.getTime() ?? null,
    closesAt: row.closes_at?.getTime() ?? null,
    post: { key: row.post, title: { vi: row.title_vi ?? row.post, en: row.title_en ?? row.post }, unit: row.post_unit ?? row.unit },
    person: {
      id: row.person_id,
      fullName: row.full_name ?? row.person_id,
      language: row.language ?? 'vi',
      email: row.email ?? '',
      reminders: row.reminders ?? 'each',
    },
    seat: row.seat,
    granted: row.granted,
    actingFor: row.acting_for,
    closure: closureOf(row),
    own: row.own && { ...row.own, at: Date.parse(row.own.at) },
    nomination: nominationOf(row),
    rules,
  };
}

function nominationOf(row: TaskRow): TaskPageData['nomination'] {
  const { programme, campaign, submission, award, level, nominee, achievement, documents, held } = row;
  return {
    state: row.nomination_state,
    held,
    programme,
    campaign,
    submission,
    level,
    award,
    nominee,
    achievement,
    documents,
    unit: { vi: row.unit_vi ?? row.unit, en: row.unit_en ?? row.unit },
    returnReason: row.return_reason,
  };
}
