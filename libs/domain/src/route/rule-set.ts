import type { ClockRule, WaitRule, WorkingCalendar } from '../calendar/calendar.types.ts';
import type { BallotRule } from '../ballot/ballot-rule.ts';
import type { ComplaintRule, RevocationRule } from '../complaint/complaint.ts';
import type { IsoDate, Text } from '../time.ts';
import type { NumberRule } from './paper-number.ts';

export type RecipientKind = 'individual' | 'collective' | 'household';
export type Stream = 'regular' | 'campaign' | 'thematic' | 'ad-hoc';
export type Basis = 'single-deed' | 'cumulative' | 'counted-in-annual-award' | 'thematic-wrap-up' | 'ad-hoc-within-duty';

/** A level of the route, lowest first. A level that awards nothing only endorses. */
export interface Level {
  readonly key: string;
  readonly name: Text;
  readonly awards: boolean;
  /** Whoever answers at this level first enters a one-time code that is mailed to them. */
  readonly requireCode?: boolean;
}

/** What pages behind mailed links show and ask. */
export interface PageRules {
  /** Whether somebody who is asked sees what earlier stages said; true when left out. */
  readonly showEarlierOpinions?: boolean;
  /** For how long a person may say that a recorded answer was not theirs. */
  readonly objectionHours?: number;
  /** Who looks into objections; the superior of the post that was asked when left out. */
  readonly secretariat?: PostRef | null;
}

/** A span inside which titles are counted: the calendar year of signing, or one campaign. */
export type AwardPeriod = 'year' | 'campaign';

/** Titles that a nominee must hold before an award may be given. */
export interface Prerequisite {
  readonly award: string;
  /** The programme whose records count; default the award's own. */
  readonly programme?: string;
  readonly times: number;
  /** `years`: in that many years running, the last one being the year considered; null: in any years. */
  readonly consecutive: 'years' | null;
}

/** How many may be given: in the whole programme, or to the nominees of one unit. */
export interface AwardCap {
  readonly scope: 'programme' | 'unit';
  readonly period: AwardPeriod;
  readonly max: number;
  /** A nomination of a full cap is refused when it is filed; default: it waits at its authority for a place. */
  readonly whenFull?: 'wait' | 'refuse';
}

/** How often and under which conditions an award may be given. */
export interface AwardPolicy {
  readonly repeat: 'unlimited' | 'once-per-period' | 'once-in-a-lifetime';
  /** Of `once-per-period`; default the year. */
  readonly period?: AwardPeriod;
  readonly posthumous: boolean;
  readonly prerequisites: readonly Prerequisite[];
  readonly cap: AwardCap | null;
  /** The money that goes with it, as a multiple of the base salary: an exact decimal such as `1.5`. */
  readonly bonusMultiple?: string;
  /** What is handed over: a certificate, a medal, a flag. */
  readonly form?: Text;
}

export interface AwardType extends AwardPolicy {
  readonly key: string;
  readonly name: Text;
  readonly level: string;
  /** The post that signs, see {@link PostRef}. */
  readonly issuer: PostRef;
  readonly recipientKinds: readonly RecipientKind[];
  readonly exclusionGroup: string | null;
}

/** An award that may be given to anybody alive, any number of times. */
export const FREELY_GIVEN = { repeat: 'unlimited', posthumous: false, prerequisites: [], cap: null } as const satisfies AwardPolicy;

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

/** Until which state a nominator may withdraw. */
export type WithdrawUntil = 'decided' | 'final-level';

/** Which nominations a route takes; what it does not name is open to all. */
export interface RouteFilter {
  readonly awards?: readonly string[];
  readonly streams?: readonly Stream[];
  readonly recipientKinds?: readonly RecipientKind[];
}

/** One way through the levels; the first route that takes a nomination is its own. */
export interface Route {
  readonly key: string;
  readonly name: Text;
  readonly for: RouteFilter;
  readonly stages: readonly StageDef[];
  readonly completion: CompletionRule;
  readonly withdrawUntil: WithdrawUntil;
}

/** A council: its seats are posts, one vote each. */
export interface Council {
  readonly key: string;
  readonly name: Text;
  readonly level: string;
  /** One of the seats. */
  readonly chair: PostRef;
  readonly seats: readonly PostRef[];
  /** Prepares the sessions, keeps the attendance and the minutes; has no vote unless it is a seat as well. */
  readonly secretary: PostRef;
}

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
  /** How complaints about a result are heard; without it none are. */
  readonly complaint?: ComplaintRule;
  /** On which grounds an award is taken back; without it none is. */
  readonly revocation?: RevocationRule;
  readonly pages?: PageRules;
  /** How decisions are numbered; what no rule covers may have any number. */
  readonly decisionNumbers?: readonly NumberRule[];
  readonly councils: readonly Council[];
  /** In order of preference; empty where one route, the three fields below, holds for every nomination. */
  readonly routes: readonly Route[];
  /** Of the chosen route, see `rulesFor`. */
  readonly completion: CompletionRule;
  readonly stages: readonly StageDef[];
  readonly withdrawUntil: WithdrawUntil;
}

export type { ClockRule, WaitRule };
