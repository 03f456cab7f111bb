import type {
  IsoDate,
  ActBody,
  Basis,
  CaseFile,
  CaseTask,
  Choice,
  DeclaredDocument,
  NominationState,
  RecipientKind,
  RefusalCode,
  StageKind,
  Stream,
  TaskState,
} from '@laurel/domain';
import type { LoadedAct, LoadedCase } from './case.types.ts';

/** What the loading statement returns, names as in the database. */
export interface CaseRow {
  readonly id: string;
  readonly programme: string;
  readonly campaign: string;
  readonly rule_set_version: string;
  readonly calendar_version: string;
  readonly unit: string;
  readonly officer_id: string;
  readonly award: string;
  readonly nominee: { readonly kind: RecipientKind; readonly fullName: string; readonly deceasedOn?: IsoDate };
  readonly achievement: { readonly title: string; readonly stream: Stream };
  readonly basis: string;
  readonly documents: DeclaredDocument[];
  readonly submitted_at: Date;
  readonly state: string;
  readonly stage_index: number;
  readonly seq: number;
  readonly audit_hash: string;
  readonly returns: number;
  readonly holds: string[];
  readonly outcomes: CaseFile['outcomes'];
  readonly wait: CaseFile['wait'];
  readonly suspended: CaseFile['suspended'];
  readonly ineligible_rule: string | null;
  readonly overrides: string[];
  readonly revivals: number;
  readonly complaint: CaseFile['complaint'];
  readonly ended_at: Date | null;
  readonly outbox_sequence: number;
  readonly campaign_closes_at: Date | null;
  readonly directory_version: number | null;
  readonly tasks: TaskJson[] | null;
  readonly nominee_reference: string | null;
  readonly conflicts: CaseFile['conflicts'];
  readonly notice_ends_at: Date | null;
  readonly feedback_count: number;
  readonly act: ActJson | null;
  readonly nominee_holds: string[] | null;
  readonly received_hashes: string[] | null;
}

interface TaskJson {
  readonly id: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly level: string;
  readonly seat: number;
  readonly round: number;
  readonly post: string;
  readonly person_id: string;
  readonly acting_for_id: string | null;
  readonly choices: Choice[];
  readonly state: TaskState;
  readonly choice: Choice | null;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly closed_by_act: string | null;
  readonly reminders_sent: number[];
  readonly escalated_at: string | null;
  readonly own_wait: CaseTask['own'];
}

interface ActJson {
  readonly id: string;
  readonly nomination_id: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly body: ActBody;
  readonly state: LoadedAct['state'];
  readonly refusal: RefusalCode | null;
  readonly seq: number | null;
  readonly settled_at: string | null;
}

type Filed = Pick<
  CaseFile,
  | 'unit'
  | 'officerId'
  | 'award'
  | 'basis'
  | 'stream'
  | 'recipientKind'
  | 'deceased'
  | 'documents'
  | 'receivedHashes'
  | 'nomineeReference'
  | 'submittedAt'
  | 'campaignClosesAt'
>;

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

function taskOf(row: TaskJson): CaseTask {
  return {
    id: row.id,
    stage: row.stage,
    kind: row.kind,
    level: row.level,
    seat: row.seat,
    round: row.round,
    post: row.post,
    personId: row.person_id,
    actingForId: row.acting_for_id,
    choices: row.choices,
    state: row.state,
    choice: row.choice,
    openedAt: Date.parse(row.opened_at),
    closedAt: instant(row.closed_at),
    closedByAct: row.closed_by_act,
    remindersSent: row.reminders_sent,
    escalatedAt: instant(row.escalated_at),
    own: row.own_wait,
  };
}

function actOf(row: ActJson): LoadedAct {
  return {
    id: row.id,
    nominationId: row.nomination_id,
    actor: row.actor,
    reason: row.reason,
    body: row.body,
    state: row.state,
    refusal: row.refusal,
    seq: row.seq,
    settledAt: instant(row.settled_at),
  };
}

/** What was filed, and what has arrived of it since. */
function filedOf(row: CaseRow): Filed {
  return {
    unit: row.unit,
    officerId: row.officer_id,
    award: row.award,
    basis: row.basis as Basis,
    stream: row.achievement.stream,
    recipientKind: row.nominee.kind,
    deceased: row.nominee.deceasedOn !== undefined,
    documents: row.documents,
    receivedHashes: row.received_hashes ?? [],
    nomineeReference: row.nominee_reference,
    submittedAt: row.submitted_at.getTime(),
    campaignClosesAt: row.campaign_closes_at?.getTime() ?? null,
  };
}

function fileOf(row: CaseRow): CaseFile {
  return {
    nominationId: row.id,
    seq: row.seq,
    state: row.state as NominationState,
    stageIndex: row.stage_index,
    ...filedOf(row),
    conflicts: row.conflicts,
    noticeEndsAt: row.notice_ends_at?.getTime() ?? null,
    feedbackReceived: row.feedback_count,
    returns: row.returns,
    holds: row.holds,
    outcomes: row.outcomes,
    tasks: (row.tasks ?? []).map(taskOf),
    wait: row.wait,
    suspended: row.suspended,
    endedAt: row.ended_at?.getTime() ?? null,
    ineligibleRule: row.ineligible_rule,
    overrides: row.overrides,
    revivals: row.revivals,
    complaint: row.complaint,
    calendarVersion: row.calendar_version,
  };
}

/** Maps a loaded row to a case; no database type leaves this folder. */
export function caseOf(row: CaseRow): LoadedCase {
  return {
    file: fileOf(row),
    details: {
      programme: row.programme,
      campaign: row.campaign,
      ruleSetVersion: row.rule_set_version,
      nominee: row.nominee,
      achievementTitle: row.achievement.title,
    },
    auditHash: row.audit_hash,
    outboxSequence: row.outbox_sequence,
    directoryVersion: row.directory_version ?? 0,
    nomineeHolds: row.nominee_holds ?? [],
    act: row.act ? actOf(row.act) : null,
  };
}
