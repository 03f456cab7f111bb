import type { IsoInstant } from './iso-instant.ts';

export interface ComplaintView {
  readonly id: string;
  readonly ground: string;
  readonly filedBy: string;
  readonly instance: number;
  readonly filedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly outcome: string | null;
  readonly settledAt: IsoInstant | null;
}

export interface RevocationView {
  readonly level: string;
  readonly award: string;
  readonly ground: string;
  readonly paper: string;
  readonly revokedOn: string;
  readonly recordedAt: IsoInstant;
}

export interface RecallView {
  readonly id: string;
  readonly what: string;
  readonly amount: string | null;
  readonly state: string;
  readonly dueSince: IsoInstant;
  readonly recoveredAt: IsoInstant | null;
}

export interface ReexaminationView {
  readonly id: string;
  /** The nomination whose award was taken back, and the one that relied on it. */
  readonly revokedNominationId: string;
  readonly nominationId: string;
  readonly rule: string;
  readonly state: string;
  readonly openedAt: IsoInstant;
  readonly finding: string | null;
}

export interface DuplicateView {
  readonly kind: string;
  readonly id: string;
  /** Thousandths. */
  readonly likeness: number;
}

/** What came to a nomination beyond its route. */
export interface AfterwardsView {
  readonly nomineeId: string | null;
  readonly overrides: readonly string[];
  readonly complaints: readonly ComplaintView[];
  readonly revocations: readonly RevocationView[];
  readonly recalls: readonly RecallView[];
  readonly reexaminations: readonly ReexaminationView[];
  readonly duplicates: readonly DuplicateView[];
}

export interface AfterwardsRow {
  readonly nominee_id: string | null;
  readonly overrides: string[];
  readonly under_complaint: boolean;
  readonly complaints: ComplaintView[] | null;
  readonly revocations: RevocationView[] | null;
  readonly recalls: RecallView[] | null;
  readonly reexaminations: ReexaminationView[] | null;
  readonly duplicates: DuplicateView[] | null;
}

/** Columns of the row above, for a nomination `n`. */
export const AFTERWARDS = `n.nominee_id, n.overrides, coalesce(n.complaint ->> 'settledAt' IS NULL AND n.complaint IS NOT NULL, false) AS under_complaint,
  (SELECT json_agg(json_build_object('id', k.id, 'ground', k.ground, 'filedBy', k.filed_by, 'instance', k.instance, 'filedAt', k.filed_at,
      'dueAt', k.due_at, 'outcome', k.outcome, 'settledAt', k.settled_at) ORDER BY k.filed_at) FROM complaint k WHERE k.nomination_id = n.id) AS complaints,
  (SELECT json_agg(json_build_object('level', r.level, 'award', r.award, 'ground', r.revocation_ground, 'paper', r.revocation_paper,
      'revokedOn', r.revoked_on, 'recordedAt', r.revoked_at) ORDER BY r.level)
     FROM award_record r WHERE r.nomination_id = n.id AND r.revoked_at IS NOT NULL) AS revocations,
  (SELECT json_agg(json_build_object('id', c.id, 'what', c.what, 'amount', c.amount, 'state', c.state, 'dueSince', c.due_since,
      'recoveredAt', c.recovered_at) ORDER BY c.id) FROM recall c WHERE c.nomination_id = n.id) AS recalls,
  (SELECT json_agg(json_build_object('id', x.id, 'revokedNominationId', x.revoked_nomination_id, 'nominationId', x.nomination_id,
      'rule', x.rule, 'state', x.state, 'openedAt', x.opened_at, 'finding', x.finding) ORDER BY x.opened_at, x.id)
     FROM reexamination x WHERE x.nomination_id = n.id OR x.revoked_nomination_id = n.id) AS reexaminations,
  (SELECT json_agg(json_build_object('kind', f.kind, 'id', f.other_id, 'likeness', f.likeness) ORDER BY f.likeness DESC, f.other_id)
     FROM duplicate_flag f WHERE f.nomination_id = n.id) AS duplicates`;

const iso = (at: string): IsoInstant => new Date(at).toISOString();
const isoOrNull = (at: string | null): IsoInstant | null => (at === null ? null : iso(at));

export function afterwardsOf(row: AfterwardsRow): AfterwardsView {
  return {
    nomineeId: row.nominee_id,
    overrides: row.overrides,
    complaints: (row.complaints ?? []).map((complaint) => ({
      ...complaint,
      filedAt: iso(complaint.filedAt),
      dueAt: isoOrNull(complaint.dueAt),
      settledAt: isoOrNull(complaint.settledAt),
    })),
    revocations: (row.revocations ?? []).map((revocation) => ({ ...revocation, recordedAt: iso(revocation.recordedAt) })),
    recalls: (row.recalls ?? []).map((recall) => ({
      ...recall,
      dueSince: iso(recall.dueSince),
      recoveredAt: isoOrNull(recall.recoveredAt),
    })),
    reexaminations: (row.reexaminations ?? []).map((each) => ({ ...each, openedAt: iso(each.openedAt) })),
    duplicates: row.duplicates ?? [],
  };
}
