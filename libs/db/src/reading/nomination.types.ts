import type { IsoInstant } from './iso-instant.ts';
import type { AfterwardsView } from './nomination-afterwards.ts';
import type { DeclaredDocument, IsoDate, NominationState, Outcome, RecipientKind } from '@laurel/domain';

export interface NomineeView {
  readonly kind: RecipientKind;
  readonly fullName: string;
  readonly birthYear?: number;
  readonly deceasedOn?: IsoDate;
  readonly unit?: string;
  readonly reference?: string;
}

export interface OpenTaskView {
  readonly id: string;
  readonly kind: string;
  readonly post: string;
  readonly assignee: { readonly id: string; readonly fullName: string; readonly actingFor: string | null };
  readonly openedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly closesAt: IsoInstant | null;
  /** How many reminders were planned so far. */
  readonly remindersSent: number;
  readonly escalatedAt: IsoInstant | null;
}

export interface DecisionView {
  readonly id: string;
  readonly level: string;
  readonly outcome: Outcome;
  readonly award: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly signedOn: string;
  readonly signer: string;
  readonly recordedAt: IsoInstant;
  /** When a reopening put another decision in its place; null while it holds. */
  readonly supersededAt: IsoInstant | null;
}

export interface HoldView {
  readonly id: string;
  readonly authority: string;
  readonly paper: string | null;
  readonly from: IsoInstant;
  readonly liftedFrom: IsoInstant | null;
  readonly outcome: string | null;
}

/** One line of a list. */
export interface NominationSummary {
  readonly id: string;
  readonly state: NominationState;
  readonly level: string;
  readonly stage: string;
  readonly held: boolean;
  readonly programme: string;
  readonly campaign: string;
  readonly submission: string;
  readonly unit: string;
  readonly award: string;
  readonly nominee: NomineeView;
  readonly submittedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly endedAt: IsoInstant | null;
}

export interface NominationView extends NominationSummary, AfterwardsView {
  readonly underComplaint: boolean;
  readonly ruleSetVersion: string;
  readonly calendarVersion: string;
  /** The running deadline lies beyond the years whose days off the calendar knows: only weekends are counted there. */
  readonly outsideCalendar: boolean;
  readonly achievement: Readonly<Record<string, unknown>>;
  readonly documents: readonly (DeclaredDocument & { readonly received: boolean })[];
  readonly returns: number;
  readonly ineligibleRule: string | null;
  readonly outcomes: readonly { readonly level: string; readonly outcome: Outcome; readonly decidedAt: IsoInstant }[];
  readonly openTasks: readonly OpenTaskView[];
  readonly decisions: readonly DecisionView[];
  readonly holds: readonly HoldView[];
}

/** One transition, as the audit chain keeps it. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly action: string;
  readonly actor: string;
  /** Name of the person who acted; null for systems. */
  readonly actorName: string | null;
  readonly actingFor: string | null;
  readonly actingForName: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface NominationFilter {
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly level?: string | undefined;
  readonly stage?: string | undefined;
  readonly q?: string | undefined;
  /** Where the page before ended, as it said. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Where the caller may look: `<unit>`, `<programme>/<unit>` or `<programme>/*`; null for everywhere. */
  readonly places: readonly string[] | null;
}

export interface NominationPage {
  readonly items: readonly NominationSummary[];
  readonly nextCursor: string | null;
}
