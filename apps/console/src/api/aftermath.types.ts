import type { PageOf } from './registry.types.ts';
import type { Problem, Text } from './shared.types.ts';

// --- GET /v1/complaints, /v1/recalls, /v1/reexaminations, /v1/operations/objections

/** The nomination that a line is about. */
interface About {
  readonly id: string;
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly state: string;
}

export interface ComplaintLine extends About {
  readonly ground: string;
  readonly groundIn: Text;
  readonly filedBy: string;
  readonly instance: number;
  readonly filedAt: string;
  readonly dueAt: string | null;
  readonly late: boolean;
  readonly handler: string | null;
  readonly outcome: string | null;
  readonly settledAt: string | null;
}

/** A page of complaints, and every ground on which there are any. */
export interface ComplaintList extends PageOf<ComplaintLine> {
  readonly grounds: readonly { readonly ground: string; readonly groundIn: Text }[];
}

export interface RecallLine extends About {
  readonly what: string;
  readonly amount: string | null;
  readonly dueSince: string;
  readonly recoveredAt: string | null;
  readonly recoveredBy: string | null;
  readonly paper: string | null;
}

// --- GET /v1/decisions/unnumbered, POST /v1/decisions/numbers

/** A signed decision that bears no number yet. */
export interface UnnumberedDecision extends Omit<About, 'state'> {
  readonly level: string;
  readonly signedOn: string;
  readonly signer: string;
}

export interface NumberedItem {
  readonly decisionId: string;
  readonly nominationId: string | null;
  readonly status: 'recorded' | 'refused' | 'not-confirmed';
  readonly problem: Problem | null;
}

export interface NumberedEach {
  readonly items: readonly NumberedItem[];
}

export interface ReexaminationLine extends About {
  readonly rule: string;
  readonly revokedNominationId: string;
  readonly revokedNominee: string;
  readonly revokedAward: string;
  readonly openedAt: string;
  readonly finding: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
}

export interface ObjectionLine {
  readonly id: string;
  readonly programme: string;
  readonly nominationId: string;
  readonly unit: string;
  readonly personName: string | null;
  readonly personId: string;
  readonly reason: string | null;
  readonly openedAt: string;
}

// --- GET /v1/console/nominations/{id}/afterwards

interface Ground {
  readonly ground: string;
  readonly text: Text;
}

interface Named {
  readonly key: string;
  readonly name: Text;
}

/** What may be done now; what is empty is not offered. */
export interface AfterOffers {
  readonly complain: readonly Ground[];
  readonly revoke: readonly Ground[];
  readonly reopen: readonly Named[];
  readonly override: { readonly rules: readonly string[]; readonly posts: readonly Named[]; readonly person: string | null };
  readonly number: readonly { readonly decisionId: string; readonly level: string; readonly signedOn: string }[];
}

export interface CaseAfterwards {
  readonly nomineeId: string | null;
  readonly overrides: readonly string[];
  readonly underComplaint: boolean;
  readonly duplicates: readonly { readonly kind: string; readonly id: string; readonly likeness: number }[];
  readonly complaints: readonly ComplaintLine[];
  readonly revocations: readonly {
    readonly level: string;
    readonly award: string;
    readonly groundIn: Text;
    readonly paper: string;
    readonly revokedOn: string;
  }[];
  readonly recalls: readonly RecallLine[];
  readonly reexaminations: readonly ReexaminationLine[];
  readonly offers: AfterOffers;
}
