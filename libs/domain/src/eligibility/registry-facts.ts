import type { Instant } from '../time.ts';
import type { ShareBase } from '../caps/caps.ts';
import type { Deed } from '../overlap/deed.ts';

/** An award that the nominee holds, decided here or taken over from history; revoked ones are not among them. */
export interface HeldAward {
  readonly id: string;
  /** Null for history. */
  readonly nominationId: string | null;
  readonly programme: string;
  readonly award: string;
  readonly campaign: string | null;
  /** The year it honours. */
  readonly year: number;
  /** The calendar year in which it was signed. */
  readonly signedYear: number;
  readonly deed: Deed | null;
}

/** An open nomination of the same nominee. */
export interface Rival {
  readonly nominationId: string;
  readonly award: string;
  readonly deed: Deed;
  readonly submittedAt: Instant;
  /** True once it has passed intake. */
  readonly received: boolean;
}

/** A filing or record so like this one that somebody should look: never refused by itself. */
export interface Lookalike {
  /** Nomination or award record. */
  readonly kind: 'nomination' | 'record';
  readonly id: string;
  /** Thousandths, 1000 for the same words. */
  readonly likeness: number;
}

/** What of other cases the rules of this one look at. The nominee's other names, once merged, count as the same nominee. */
export interface RegistryFacts {
  readonly nominationId: string;
  /** The nominee's id in the registry. */
  readonly nominee: string;
  readonly campaign: string;
  readonly deed: Deed;
  readonly submittedAt: Instant;
  readonly records: readonly HeldAward[];
  readonly rivals: readonly Rival[];
  readonly lookalikes: readonly Lookalike[];
  /** Numbers taken in each scope that was asked for. */
  readonly taken: Readonly<Record<string, readonly number[]>>;
  /** For each scope whose cap is a share: how many awards of its base stand. */
  readonly given: Readonly<Record<string, number>>;
}

/** What a step has to know of other cases: the scopes whose taken places count, and what the shares among them are shares of. */
export interface FactsWanted {
  readonly scopes: readonly string[];
  readonly bases: readonly ShareBase[];
}
