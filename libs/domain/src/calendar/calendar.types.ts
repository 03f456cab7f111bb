import type { Instant, IsoDate, Text, WallTime } from '../time.ts';

/** One day off, with the paper that says so. */
export interface Holiday {
  readonly on: IsoDate;
  readonly name: Text;
  readonly source?: string;
}

/** A weekend day that is worked in exchange for a day off. */
export interface SwapDay {
  readonly on: IsoDate;
  readonly name: Text;
  readonly source?: string;
}

/**
 * How instants become days. `civil` follows a time zone; `fixed` cuts time into days of `dayMs` from the epoch on
 * (a rehearsal calendar whose working day lasts seconds is data, not a code path).
 */
export type DayRule = { readonly kind: 'civil'; readonly zone: string } | { readonly kind: 'fixed'; readonly dayMs: number };

/** Years whose holidays are known; a clock that leaves them is flagged. `all` only for calendars without holidays. */
export type CoveredYears = { readonly from: number; readonly to: number } | 'all';

/** Hours of the office: work happens between opening and closing, machine mail leaves at `mailAt`. */
export interface OfficeHours {
  readonly dayOpens: WallTime;
  readonly dayCloses: WallTime;
  readonly mailAt: WallTime;
}

/** A working calendar: data with a version; a case keeps the version it began with. */
export interface WorkingCalendar {
  readonly id: string;
  readonly version: string;
  readonly days: DayRule;
  /** ISO weekdays off, 1 = Monday … 7 = Sunday. Ignored where `days.kind` is `fixed`. */
  readonly weekend: readonly number[];
  readonly holidays: readonly Holiday[];
  readonly swapDays: readonly SwapDay[];
  readonly covered: CoveredYears;
  readonly provisionalYears?: readonly number[];
  readonly office: OfficeHours;
}

/** How long something may take. */
export type ClockRule =
  | { readonly mode: 'working-days'; readonly days: number; readonly countStartDay: boolean }
  | { readonly mode: 'calendar-days'; readonly days: number; readonly countStartDay: boolean }
  | { readonly mode: 'fixed-date'; readonly on: IsoDate };

/** A wait for people: its clock, and what happens around its due date (offsets in working days, negative = before). */
export interface WaitRule {
  readonly clock: ClockRule;
  readonly remindAt: readonly number[];
  readonly escalateAfter: number | null;
  /** Working days after the due date at whose close the timeout policy ends the wait. */
  readonly closesAfter: number;
}

/**
 * A clock as it is remembered between steps. It runs while `pauses` is empty; `usedMs` is office time used in earlier
 * runs, whole minutes on civil calendars. `runningSince` is null while paused.
 */
export interface ClockState {
  readonly startedAt: Instant;
  readonly runningSince: Instant | null;
  readonly usedMs: number;
  readonly pauses: readonly string[];
  /** Working days granted on top of the rule by extensions. */
  readonly extendedBy: number;
}

/** One reminder, numbered for ever, so that a re-planned wait never repeats a number that was sent. */
export interface PlannedReminder {
  readonly occurrence: number;
  readonly at: Instant;
}

/** The instants of a running wait. */
export interface WaitPlan {
  readonly dueAt: Instant;
  readonly closesAt: Instant;
  readonly reminders: readonly PlannedReminder[];
  readonly escalateAt: Instant | null;
  /** True when any instant lies outside the years that the calendar covers: never counted silently as free of holidays. */
  readonly outsideCalendar: boolean;
}
