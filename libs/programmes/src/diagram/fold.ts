import { GRID, type Box, type Exit, type Row } from './picture.ts';

/** Rows that were placed in one column, and the height that they take up. */
export interface Column {
  readonly rows: readonly Row[];
  readonly bottom: number;
}

/** Above this height a route goes on in a second column, where a screen and a printed page have room. */
const TALLEST = 1500;

/** Folds a tall route into two columns of nearly the same height; a route that fits stays as it is. */
export function folded({ rows, bottom }: Column): Column {
  const at = bottom > TALLEST ? foldAt(rows) : 0;
  const [second, last] = [rows[at], rows[at - 1]];
  if (!second || !last) return { rows, bottom };
  const up = second.stage.y - (GRID.top + GRID.lineHeight + GRID.laneMargin + GRID.closedGap);
  const right = rows.slice(at).map((row) => moved(row, GRID.width, -up));
  const left = rows.slice(0, at);
  return { rows: [...left, ...right], bottom: Math.max(bottomOf(last) + GRID.rowGap, bottom - up) };
}

/** The row after which the two halves are nearest to each other. */
function foldAt(rows: readonly Row[]): number {
  const total = bottomOf(rows.at(-1));
  const imbalance = (i: number): number => Math.abs(bottomOf(rows[i - 1]) * 2 - total);
  return rows.slice(1).reduce((best, _, i) => (imbalance(i + 1) < imbalance(best) ? i + 1 : best), 1);
}

function moved(row: Row, dx: number, dy: number): Row {
  const shift = <T extends Box>(box: T): T => ({ ...box, x: box.x + dx, y: box.y + dy });
  return { ...row, column: 1, stage: shift(row.stage), exits: row.exits.map((exit): Exit => shift(exit)) };
}

/** Where a row ends, its ways out included. */
export function bottomOf(row: Row | undefined): number {
  return row ? Math.max(row.stage.y + row.stage.height, ...row.exits.map(({ y, height }) => y + height)) : 0;
}
