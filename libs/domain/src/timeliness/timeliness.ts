/** How long a decision took, in working days that its clock ran, and whether it came before its due instant. */
export interface DecidedIn {
  readonly days: number;
  readonly inTime: boolean;
}

export interface Timeliness {
  readonly decided: number;
  readonly inTime: number;
  /** Percentage to two places, `92.31`, half up; null where nothing is decided. */
  readonly shareInTime: string | null;
  /** `7`, or `7.5` between two; null where nothing is decided. */
  readonly medianDays: string | null;
}

/** The share of decisions that came inside the clock, and their median length: integers, then written out. */
export function timelinessOf(decisions: readonly DecidedIn[]): Timeliness {
  const inTime = decisions.filter((decision) => decision.inTime).length;
  return { decided: decisions.length, inTime, shareInTime: shareOf(inTime, decisions.length), medianDays: medianOf(decisions) };
}

function shareOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
}

function medianOf(decisions: readonly DecidedIn[]): string | null {
  const days = decisions.map((decision) => decision.days).toSorted((one, other) => one - other);
  const upper = days[Math.floor(days.length / 2)];
  const lower = days[Math.floor((days.length - 1) / 2)];
  if (upper === undefined || lower === undefined) return null;
  const twice = lower + upper;
  return `${String(Math.floor(twice / 2))}${twice % 2 === 0 ? '' : '.5'}`;
}
