import type { Breach, CaseProjection, InvariantReading } from '@laurel/db';
import type { NominationInspector, WorkflowTrail } from '@laurel/temporal';

export type InvariantName = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';

/** A mail as a mail server took it; the shape of the local mailbox's `GET /email`. */
export interface DeliveredMail {
  readonly to: readonly string[];
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a test or an operator knows from outside; each part is checked only when it is given. */
export interface OutsideKnowledge {
  /** Every mail that the server took. */
  readonly delivered?: readonly DeliveredMail[];
  /** Decisions that their senders were told are recorded. */
  readonly acknowledged?: readonly { readonly taskId: string; readonly choice: string }[];
  /** Events that their senders were told are accepted. */
  readonly accepted?: readonly { readonly source: string; readonly id: string }[];
}

/** Everything an invariant is checked on, read once. */
export interface Evidence {
  readonly reading: InvariantReading;
  readonly inspector: NominationInspector;
  readonly cases: readonly CaseProjection[];
  /** By nomination; null where Temporal knows no such workflow. */
  readonly trails: ReadonlyMap<string, WorkflowTrail | null>;
  readonly outside: OutsideKnowledge;
  readonly options: CheckOptions;
}

export interface CheckOptions {
  /** The built workflow bundle; histories are replayed on it, none when left out. */
  readonly workflowBundle?: string;
  /** At most so many histories are replayed, spread over all; default all. */
  readonly replaySample?: number;
  /** At most so many running workflows are asked where they stand; default all. */
  readonly standingSample?: number;
  /** A transition younger than this may still be on its way into the history, milliseconds. */
  readonly settleMs: number;
  readonly now: number;
}

/** One rule that holds at every moment, whatever was killed. */
export interface Invariant {
  readonly name: InvariantName;
  readonly title: string;
  readonly breaches: (evidence: Evidence) => Promise<readonly Breach[]>;
}

export interface InvariantReport {
  readonly name: InvariantName;
  readonly title: string;
  readonly breaches: readonly Breach[];
}

/** At most `most` items, evenly spread. */
export function spread<Item>(items: readonly Item[], most: number | undefined): readonly Item[] {
  if (most === undefined || items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, index) => items[Math.floor(index * step)]).filter((item) => item !== undefined);
}
