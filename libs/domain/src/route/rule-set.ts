import type { ClockRule, WaitRule, WorkingCalendar } from '../calendar/calendar.types.ts';
import type { IsoDate, Text } from '../time.ts';

export type RecipientKind = 'individual' | 'collective' | 'household';
export type Stream = 'regular' | 'campaign' | 'thematic' | 'ad-hoc';
export type Basis = 'single-deed' | 'cumulative' | 'counted-in-annual-award' | 'thematic-wrap-up' | 'ad-hoc-within-duty';

/** A level of the route, lowest first. A level that awards nothing only endorses. */
export interface Level {
  readonly key: string;
  readonly name: Text;
  readonly awards: boolean;
}

export interface AwardType {
  readonly key: string;
  readonly name: Text;
  readonly level: string;
  /** The post that signs, see {@link PostRef}. */
  readonly issuer: PostRef;
  readonly recipientKinds: readonly RecipientKind[];
  readonly exclusionGroup: string | null;
}

/**
 * A post named by a rule, never a person: `district/chairman` is one post of the programme; `@unit/head` is the post
 * `head` of the nominator's unit.
 */
export type PostRef = string;

/** Who must agree: the first closing act, every seat, or k seats. */
export type ReviewerRule = { readonly kind: 'one' } | { readonly kind: 'all' } | { readonly kind: 'k-of-n'; readonly k: number };

/** What ends a wait that nobody answered. */
export type TimeoutPolicy =
  | { readonly kind: 'lapse' }
  | { readonly kind: 'hand-over'; readonly to: 'superior' | 'substitute' }
  | { readonly kind: 'escalate-again'; readonly times: number; readonly everyWorkingDays: number; readonly then: 'lapse' | 'hand-over' };

/** A basis of achievement that may not be honoured, with the rule's words. */
export interface ExcludedBasis {
  readonly basis: Basis;
  readonly rule: string;
  readonly text: Text;
}

export interface RequiredDocument {
  readonly kind: string;
  readonly name: Text;
}

/** Intake check by the rules alone: excluded bases end the case, missing documents return it. */
export interface IntakeStage {
  readonly kind: 'intake';
  readonly key: string;
  readonly level: string;
  readonly requiredDocuments: readonly RequiredDocument[];
  /** When true (default) a declared document satisfies the check before its bytes arrive. */
  readonly declarationSuffices: boolean;
  readonly excludedBases: readonly ExcludedBasis[];
}

/** How a returned dossier is completed; one for the whole route. */
export interface CompletionRule {
  readonly maxReturns: number;
  readonly wait: WaitRule;
}

/** Named reviewers look at the nomination; at a level that only endorses, approval refers it up. */
export interface ReviewStage {
  readonly kind: 'review';
  readonly key: string;
  readonly level: string;
  readonly reviewers: readonly PostRef[];
  readonly rule: ReviewerRule;
  readonly wait: WaitRule;
  readonly timeout: TimeoutPolicy;
  readonly allowDelegation: boolean;
}

/** The level's authority decides: award here, refer up, both, or not qualified. */
export interface DecisionStage {
  readonly kind: 'decision';
  readonly key: string;
  readonly level: string;
  readonly authority: PostRef;
  readonly award: string;
  readonly mayReferUp: boolean;
  readonly wait: WaitRule;
  readonly timeout: TimeoutPolicy;
  readonly allowDelegation: boolean;
}

/** The result is told to the nominator and published as events. */
export interface PublicationStage {
  readonly kind: 'publication';
  readonly key: string;
  readonly level: string;
}

/** One line per kind of stage: the registry that a new kind joins. */
export interface StageKinds {
  readonly intake: IntakeStage;
  readonly review: ReviewStage;
  readonly decision: DecisionStage;
  readonly publication: PublicationStage;
}

/** Kinds of stage a definition may list. */
export type StageDef = StageKinds[keyof StageKinds];

/** Where a case can stand: a listed stage, or `completion` while a returned dossier waits for its missing parts. */
export type StageKind = StageDef['kind'] | 'completion';

/** Until which state a nominator may withdraw. */
export type WithdrawUntil = 'decided' | 'final-level';

/** A programme's rules in one version: everything a case needs to run, pinned to it at submission. */
export interface RuleSet {
  readonly programme: string;
  readonly version: string;
  readonly name: Text;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly source: string;
  readonly calendar: WorkingCalendar;
  readonly levels: readonly Level[];
  readonly awards: readonly AwardType[];
  /** Groups inside which one achievement yields at most one award; a level in a group cannot both award and refer. */
  readonly exclusionGroups: readonly string[];
  readonly completion: CompletionRule;
  readonly stages: readonly StageDef[];
  readonly withdrawUntil: WithdrawUntil;
}

export type { ClockRule, WaitRule };
