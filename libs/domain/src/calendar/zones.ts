import type { Instant } from '../time.ts';

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Since 1972 every zone is whole minutes off UTC and changes on a quarter of an hour, so one look-up serves each quarter. */
const QUARTER_MS = 900_000;
const MEMO_FROM = Date.UTC(1972, 1, 1);
const MEMO_LIMIT = 4096;
const offsets = new Map<string, Map<number, number>>();

function offsetAt(zone: string, at: Instant): number {
  if (at < MEMO_FROM) return formattedWall(zone, at) - at;
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const quarter = Math.floor(at / QUARTER_MS);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const offset = formattedWall(zone, at) - at;
  if (known.size >= MEMO_LIMIT) known.clear();
  known.set(quarter, offset);
  return offset;
}

/**
 * The wall clock of a zone at an instant, written as if the wall were UTC: milliseconds since 1970-01-01T00:00 local.
 * @throws RangeError when the zone is unknown.
 */
export function wallOf(zone: string, at: Instant): number {
  return at + offsetAt(zone, at);
}

function formattedWall(zone: string, at: Instant): number {
  const second = Math.floor(at / 1000) * 1000;
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, sec = 0] = formatterOf(zone).format(second).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, sec) + (at - second);
}

/** The first instant in `(low, high]` whose offset is no longer that of `low`. */
function transitionBetween(zone: string, low: Instant, high: Instant): Instant {
  const before = offsetAt(zone, low);
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = from + Math.floor((to - from) / 2);
    if (offsetAt(zone, middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

/**
 * The instant of a wall time. A wall time that a clock change skips means the first instant after the gap; one that
 * comes twice means the later instant, so that a deadline is never shorter than it reads.
 */
export function instantOfWall(zone: string, wall: number): Instant {
  const before = offsetAt(zone, wall - DAY_MS);
  const after = offsetAt(zone, wall + DAY_MS);
  if (before === after) return wall - after;
  const candidates = [wall - before, wall - after].filter((at) => wallOf(zone, at) === wall);
  if (candidates.length > 0) return Math.max(...candidates);
  return transitionBetween(zone, wall - DAY_MS, wall + DAY_MS);
}
