import type { CaseFile, DeclaredDocument, RuleSet } from '@laurel/domain';

/** What a nominator sends; everything has a default that passes intake. */
export interface NewNomination {
  readonly nominationId: string;
  readonly submittedAt: number;
  readonly unit?: string;
  readonly officerId?: string;
  readonly award?: string;
  readonly basis?: CaseFile['basis'];
  readonly stream?: CaseFile['stream'];
  readonly recipientKind?: CaseFile['recipientKind'];
  readonly documents?: readonly DeclaredDocument[];
  readonly receivedHashes?: readonly string[];
  readonly campaignClosesAt?: number | null;
  readonly nomineeReference?: string | null;
  /** Holds on the nominee that are in force at receipt. */
  readonly nomineeHolds?: readonly string[];
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
  | 'submittedAt'
  | 'campaignClosesAt'
  | 'nomineeReference'
>;

/** The report that intake requires. */
export const REPORT: DeclaredDocument = { kind: 'achievement-report', name: 'bao-cao.pdf', sha256: 'a'.repeat(64) };

/** What the nominator sent, completed by the defaults. */
function filed(nomination: NewNomination): Filed {
  return {
    unit: nomination.unit ?? 'unit-a',
    officerId: nomination.officerId ?? 'officer',
    award: nomination.award ?? 'district-title',
    basis: nomination.basis ?? 'single-deed',
    stream: nomination.stream ?? 'regular',
    recipientKind: nomination.recipientKind ?? 'individual',
    deceased: false,
    documents: nomination.documents ?? [REPORT],
    receivedHashes: nomination.receivedHashes ?? [],
    submittedAt: nomination.submittedAt,
    campaignClosesAt: nomination.campaignClosesAt ?? null,
    nomineeReference: nomination.nomineeReference ?? null,
  };
}

/** A case as it stands before its workflow knows it. */
export function submitted(nomination: NewNomination, rules: RuleSet): CaseFile {
  return {
    nominationId: nomination.nominationId,
    seq: 0,
    state: 'SUBMITTED',
    stageIndex: -1,
    ...filed(nomination),
    returns: 0,
    conflicts: [],
    noticeEndsAt: null,
    feedbackReceived: 0,
    holds: [],
    outcomes: [],
    tasks: [],
    wait: null,
    suspended: null,
    endedAt: null,
    ineligibleRule: null,
    overrides: [],
    revivals: 0,
    complaint: null,
    calendarVersion: rules.calendar.version,
  };
}
