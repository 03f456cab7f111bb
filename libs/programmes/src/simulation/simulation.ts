import type { IsoDate, SwapDay, SteppedOver, Text } from '@laurel/domain';
import type { Moment } from '../words/dates.ts';

/** When each stage is answered: on its due day, or only just before its wait closes. */
export type Pace = 'due' | 'closing';

/** The dates of one wait, as they would be. */
export interface WaitDates {
  readonly startsAt: Moment;
  readonly dueAt: Moment;
  readonly reminders: readonly Moment[];
  /** When the superior is told; null where the rules tell nobody. */
  readonly escalateAt: Moment | null;
  /** When the task is pressed again, by the timeout policy. */
  readonly pressedAt: readonly Moment[];
  /** When the wait ends by itself, everything pressed. */
  readonly closesAt: Moment;
  /** Holidays and weekend days that the clock steps over up to the due day. */
  readonly steppedOver: readonly SteppedOver[];
  /** The same from the due day to the close. */
  readonly steppedOverAfterDue: readonly SteppedOver[];
  /** Weekend days up to the due day that are worked. */
  readonly swapDaysWorked: readonly SwapDay[];
}

/** One stage that the nomination would meet. */
export interface SimulatedStage {
  readonly key: string;
  readonly kind: string;
  readonly name: Text;
  readonly level: Text;
  readonly reachedAt: Moment;
  /** What `reachedAt` is of where the stage waits for an event without a date, such as a session; null elsewhere. */
  readonly earliest: Text | null;
  /** Null where nobody is asked. */
  readonly wait: WaitDates | null;
  /** What follows the close when nobody answers; null where nobody is asked. */
  readonly atClose: Text | null;
  readonly leftAt: Moment;
}

/** The dates that a nomination would meet on its way through every level. */
export interface Simulation {
  readonly programme: string;
  readonly version: string;
  /** The route that is simulated; null where there is only one. */
  readonly route: { readonly key: string; readonly name: Text } | null;
  readonly filedOn: IsoDate;
  readonly pace: Pace;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly stages: readonly SimulatedStage[];
  /** A return at intake; null where the rules return nothing. */
  readonly returned: WaitDates | null;
  readonly warnings: readonly Text[];
}
