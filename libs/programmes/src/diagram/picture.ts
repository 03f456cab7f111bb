import type { Leads } from '../explain/stages/index.ts';

/** A line of text in a box; `bold` for what names the box. */
export interface Line {
  readonly text: string;
  readonly bold: boolean;
}

/** A rectangle with lines of text, in SVG user units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** One way out of a stage, drawn beside it. */
export interface Exit extends Box {
  readonly leads: Leads;
}

/** A stage with its ways out; `down` is written on the arrow to the next stage, empty where none goes there. */
export interface Row {
  /** 0, or 1 where a tall route is folded. */
  readonly column: 0 | 1;
  readonly level: string;
  readonly stage: Box;
  readonly last: boolean;
  readonly exits: readonly Exit[];
  readonly down: readonly string[];
}

/** The band of a level. */
export interface Lane {
  readonly title: readonly Line[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Neighbouring levels have different grounds. */
  readonly shade: 0 | 1;
}

/** Everything that is drawn, placed. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly heading: string;
  /** The route and whom it is for, in lines beneath the heading; empty where there is only one route. */
  readonly note: readonly string[];
  readonly summary: string;
  readonly start: Box;
  readonly lanes: readonly Lane[];
  readonly rows: readonly Row[];
  readonly legend: readonly string[];
}

/** Columns and spaces, in SVG user units. The text is wrapped by the widest font that a reader may have. */
export const GRID = {
  width: 1000,
  laneX: 12,
  laneTitleWidth: 112,
  stageX: 136,
  stageWidth: 392,
  exitX: 592,
  exitWidth: 348,
  railX: 966,
  padding: 12,
  lineHeight: 20,
  exitGap: 10,
  rowGap: 62,
  closedGap: 34,
  laneMargin: 18,
  top: 62,
  font: 15,
  charWidth: 8,
  arrowIn: 44,
} as const;
