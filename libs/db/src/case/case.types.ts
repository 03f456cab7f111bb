import type { Act, CaseFile, IsoDate, Language, MailKind, RecipientKind } from '@laurel/domain';
import type { MailContent } from '@laurel/contracts';

/** The parts of a nomination that mails and pages name; personal data, never in a history. */
export interface CaseDetails {
  readonly programme: string;
  readonly campaign: string;
  readonly ruleSetVersion: string;
  readonly nominee: { readonly kind: RecipientKind; readonly fullName: string };
  readonly achievementTitle: string;
}

/** A case as loaded for a transition. */
export interface LoadedCase {
  readonly file: CaseFile;
  readonly details: CaseDetails;
  readonly auditHash: string;
  readonly outboxSequence: number;
  /** Version of the programme's people to resolve posts with. */
  readonly directoryVersion: number;
  /** Holds on the nominee that are in force, where the case is begun or has ended; none of an open one, which keeps its own. */
  readonly nomineeHolds: readonly string[];
  /** The act asked for, with what became of it, or null. */
  readonly act: LoadedAct | null;
}

export interface LoadedAct extends Act {
  readonly state: 'pending' | 'recorded' | 'refused';
  readonly refusal: string | null;
  readonly seq: number | null;
  readonly settledAt: number | null;
}

/** A mail to plan, with all that its template needs. */
export interface MailRow {
  readonly subjectKey: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly occurrence: number;
  readonly taskId: string | null;
  /** What its link leads to when that is not the task's page. */
  readonly linkId: string | null;
  /** Kept for the record and not sent: its person asked for fewer mails. */
  readonly withheld: boolean;
  readonly toAddress: string;
  readonly language: Language;
  readonly content: MailContent;
}

/** A title given with this transition. */
export interface AwardRow {
  readonly award: string;
  readonly level: string;
  readonly issuer: string;
  readonly recipientKind: RecipientKind;
  readonly signedOn: IsoDate;
}
