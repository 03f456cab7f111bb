import type { BallotRule } from '../ballot/ballot-rule.ts';
import type { ClockRule, WaitRule } from '../calendar/calendar.types.ts';
import type { Text } from '../time.ts';
import type { PostRef } from './post-ref.ts';

export type Basis = 'single-deed' | 'cumulative' | 'counted-in-annual-award' | 'thematic-wrap-up' | 'ad-hoc-within-duty';

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

/** What a person who asks for more time is given: so many working days, so many times for one task. */
export interface MoreTimeRule {
  readonly workingDays: number;
  readonly times: number;
}

/** A stage whose people may ask for more time; without the rule every request is refused. */
interface AsksPeople {
  readonly moreTime?: MoreTimeRule | null;
}

/** Why a nomination may be found ineligible, with the rule's words. */
export interface IneligibleGround {
  readonly rule: string;
  readonly text: Text;
}

/** One post checks that the nomination may be considered at all; an ineligible one ends with its rule named. */
export interface AppraisalStage extends AsksPeople {
  readonly kind: 'appraisal';
  readonly key: string;
  readonly level: string;
  readonly appraiser: PostRef;
  readonly grounds: readonly IneligibleGround[];
  readonly wait: WaitRule;
  readonly timeout: TimeoutPolicy;
  readonly allowDelegation: boolean;
}

/**
 * Several bodies are asked at once (hiệp y). A body that is silent until the reply clock closes counts as `onSilence`
 * says; objections are answered by one post, on a clock of its own, before the nomination goes on.
 */
export interface ConsultationStage extends AsksPeople {
  readonly kind: 'consultation';
  readonly key: string;
  readonly level: string;
  readonly bodies: readonly PostRef[];
  readonly wait: WaitRule;
  readonly onSilence: 'agree' | 'object';
  readonly answeredBy: PostRef;
  readonly answerWait: WaitRule;
}

/**
 * The nomination is before the public. It goes on once the clock has fully elapsed and every feedback is answered; a hold
 * does not stop the clock, but nothing goes on while it lasts.
 */
export interface NoticeStage extends AsksPeople {
  readonly kind: 'notice';
  readonly key: string;
  readonly level: string;
  readonly clock: ClockRule;
  /** Answers what the public writes, each within `answerWait`. */
  readonly secretariat: PostRef;
  readonly answerWait: WaitRule;
  /** What may not happen before the notice is over. */
  readonly endsBefore: 'session' | 'decision';
}

/** Named reviewers look at the nomination; at a level that only endorses, approval refers it up. */
export interface ReviewStage extends AsksPeople {
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
export interface DecisionStage extends AsksPeople {
  readonly kind: 'decision';
  readonly key: string;
  readonly level: string;
  readonly authority: PostRef;
  /** Key of the award, or `proposed`: the one that the nomination proposes; below its level the stage only endorses. */
  readonly award: string;
  readonly mayReferUp: boolean;
  readonly wait: WaitRule;
  readonly timeout: TimeoutPolicy;
  readonly allowDelegation: boolean;
}

/** A council votes on the nomination in one of its sessions; it waits for the session's outcome. */
export interface SessionStage {
  readonly kind: 'session';
  readonly key: string;
  readonly level: string;
  /** Key of the council. */
  readonly council: string;
  /** Key of the award voted on, or `proposed`. */
  readonly award: string;
  readonly ballot: BallotRule;
  /** What follows when the line passes: the next stage, where the authority signs. */
  readonly passes: 'go-on';
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
  readonly appraisal: AppraisalStage;
  readonly consultation: ConsultationStage;
  readonly notice: NoticeStage;
  readonly review: ReviewStage;
  readonly decision: DecisionStage;
  readonly session: SessionStage;
  readonly publication: PublicationStage;
}

/** Kinds of stage a definition may list. */
export type StageDef = StageKinds[keyof StageKinds];

/** Where a case can stand: a listed stage, or `completion` while a returned dossier waits for its missing parts. */
export type StageKind = StageDef['kind'] | 'completion' | 'complaint';
