import type { ComplaintOutcome } from '../complaint/complaint.ts';
import type { Instant, IsoDate, Language, Text } from '../time.ts';
import type { CaseFile, Choice, NominationState, Outcome } from './case-file.ts';

export type MailKind =
  | 'assignment'
  | 'reminder'
  | 'escalation'
  | 'result'
  | 'confirmation'
  | 'objection'
  | 'notice'
  | 'convening'
  | 'code'
  | 'digest'
  | 'incident';

/** A mail to plan in the ledger; unique by (subjectKey, personId, kind, occurrence). */
export interface PlannedMail {
  readonly subjectKey: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly occurrence: number;
  /** The task whose page the mail links to; null for results. */
  readonly taskId: string | null;
  /** What the link leads to when it is not the task's own page, as `linkIdOf…` names it. */
  readonly linkId?: string;
  /** Whom no directory knows: written to at the address they gave. */
  readonly to?: { readonly fullName: string; readonly email: string; readonly language: Language };
  /** Facts of the occasion that the template needs beyond the nomination and the task. */
  readonly occasion: MailOccasion;
}

/** The ground that a complaint names, and which instance hears it. */
export interface ComplaintFacts {
  readonly ground: Text;
  readonly instance: 1 | 2;
}

export type MailOccasion =
  | { readonly is: 'review' }
  | { readonly is: 'appraisal' }
  | { readonly is: 'consultation' }
  /** Consulted bodies have objected: the person is to answer or to uphold it. */
  | { readonly is: 'objection-answer' }
  /** The public has written: the person is to answer. */
  | { readonly is: 'feedback-answer' }
  /** Somebody complains about the result on this ground: the person is to answer or to uphold it. */
  | ({ readonly is: 'complaint' } & ComplaintFacts)
  /** How the complaint ended. */
  | ({
      readonly is: 'complaint-settled';
      readonly outcome: ComplaintOutcome;
      readonly reason: string | null;
      /** Until when a second complaint may be filed; null where none may. */
      readonly secondUntil: Instant | null;
    } & ComplaintFacts)
  | { readonly is: 'completion'; readonly missing: readonly Text[]; readonly reason: string | null }
  | {
      readonly is: 'result';
      readonly state: NominationState;
      readonly rule: Text | null;
      readonly reason: string | null;
      /** Of the decision it rests on; absent where nothing was signed, the number null while the paper has none. */
      readonly decisionNumber?: string | null;
      readonly signedOn?: IsoDate;
    }
  /** What this person has just decided; `reference` is what they may name to the secretariat. */
  | {
      readonly is: 'confirmation';
      readonly choice: Choice;
      /** What was decided, where the choice means something of its own there. */
      readonly about?: 'complaint';
      readonly reference: string;
      readonly recordedAt: Instant;
      readonly objectUntil: Instant;
    }
  /** The nomination is before the public until `endsAt`. */
  | { readonly is: 'notice'; readonly endsAt: Instant };

export type OutEventType =
  | 'laurel.nomination.received.v1'
  | 'laurel.nomination.returned.v1'
  | 'laurel.nomination.level-decided.v1'
  | 'laurel.nomination.decided.v1'
  | 'laurel.nomination.conferred.v1'
  | 'laurel.nomination.lapsed.v1'
  | 'laurel.nomination.withdrawn.v1'
  | 'laurel.nomination.appraised.v1'
  | 'laurel.nomination.revoked.v1'
  | 'laurel.nomination.reopened.v1'
  | 'laurel.task.assigned.v1'
  | 'laurel.task.reminded.v1'
  | 'laurel.task.escalated.v1'
  | 'laurel.task.completed.v1'
  | 'laurel.task.lapsed.v1';

export interface OutEvent {
  readonly type: OutEventType;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** What one transition did, for the append-only audit chain. */
export interface AuditEntry {
  readonly action: string;
  /** Person id, `system`, or `source:<name>` of an event. */
  readonly actor: string;
  readonly actingFor: string | null;
  readonly reason: string | null;
  readonly actId: string | null;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A line of a decision that a level's authority signed. */
export interface DecisionLine {
  readonly level: string;
  readonly outcome: Outcome;
  readonly award: string | null;
  readonly issuer: string;
  readonly signerId: string;
  readonly number: string | null;
  /** Inside what the number is this paper's alone; null where no rule numbers it, or its date is being mended. */
  readonly numberScope: string | null;
  readonly signedOn: IsoDate;
  readonly actId: string;
}

/** What a transition changes beyond the case itself: in the registry, and in what was decided before. */
export type Effect =
  | { readonly is: 'slot-taken'; readonly scope: string; readonly number: number; readonly level: string }
  /** `level`: the places of that level's award alone. */
  | { readonly is: 'slots-released'; readonly level?: string }
  | { readonly is: 'relied-on'; readonly recordId: string; readonly rule: string }
  | { readonly is: 'duplicate-suspected'; readonly kind: 'nomination' | 'record'; readonly id: string; readonly likeness: number }
  | { readonly is: 'overridden'; readonly rule: string; readonly post: string }
  | {
      readonly is: 'complaint-filed';
      readonly id: string;
      readonly ground: string;
      readonly by: string;
      readonly instance: number;
      readonly dueAt: Instant | null;
    }
  | { readonly is: 'complaint-settled'; readonly id: string; readonly outcome: ComplaintOutcome }
  | {
      readonly is: 'revoked';
      readonly ground: string;
      readonly paper: string;
      readonly revokedOn: IsoDate;
      /** What is to be given back. */
      readonly recalls: readonly { readonly what: 'object' | 'money'; readonly amount: string | null }[];
    }
  /** Decisions of these levels no longer hold; they are kept. */
  | { readonly is: 'lines-superseded'; readonly levels: readonly string[] }
  | {
      readonly is: 'decision-numbered';
      readonly level: string;
      readonly issuer: string;
      readonly number: string;
      /** As of a line. */
      readonly numberScope: string | null;
      readonly signedOn: IsoDate;
    };

/** Everything one transition changes, to be written in one transaction. */
export interface Change {
  readonly file: CaseFile;
  readonly mails: readonly PlannedMail[];
  readonly events: readonly OutEvent[];
  readonly entries: readonly AuditEntry[];
  readonly lines: readonly DecisionLine[];
  readonly effects: readonly Effect[];
}
