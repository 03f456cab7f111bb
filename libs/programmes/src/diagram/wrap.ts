import { GRID, type Line } from './picture.ts';

/** The text in lines that fit a width in user units; words are never cut. */
export function wrapped(said: string, width: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / GRID.charWidth));
  const lines: string[] = [];
  for (const word of said.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Wrapped lines of a box that is `width` wide. */
export function linesIn(said: string, width: number, bold = false): readonly Line[] {
  return wrapped(said, width - 2 * GRID.padding).map((text) => ({ text, bold }));
}

/** The height of a box with so many lines. */
export function heightOf(lines: readonly Line[]): number {
  return lines.length * GRID.lineHeight + 2 * GRID.padding - 4;
}
