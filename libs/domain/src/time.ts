/** An absolute instant: UTC milliseconds since 1970-01-01T00:00Z, an integer. */
export type Instant = number;

/** A civil date as written on paper: `YYYY-MM-DD`. */
export type IsoDate = string;

/** A wall-clock time of day: `HH:MM`, 24 hours. */
export type WallTime = string;

/** The languages people are written to in. Vietnamese is the default. */
export type Language = 'vi' | 'en';

/** A text as people read it, in each language. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}
