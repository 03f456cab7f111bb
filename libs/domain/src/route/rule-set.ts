import type { ClockRule, WaitRule, WorkingCalendar } from '../calendar/calendar.types.ts';
import type { ComplaintRule, RevocationRule } from '../complaint/complaint.ts';
import type { IsoDate, Text } from '../time.ts';
import type { AwardType, RecipientKind } from './award-type.ts';
import type { NumberRule } from './paper-number.ts';
import type { PostRef } from './post-ref.ts';
import type { CompletionRule, StageDef } from './stage-defs.ts';

export * from './award-type.ts';
export type * from './post-ref.ts';
export type * from './stage-defs.ts';

export type Stream = 'regular' | 'campaign' | 'thematic' | 'ad-hoc';

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
