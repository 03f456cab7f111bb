import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where fonts are served. */
export const FONT_PATH = '/assets/fonts/';

const WEIGHTS = [400, 700] as const;

/** The parts of the face that pages in Vietnamese and English need, each with the letters it holds. */
const SUBSETS = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

const nameOf = (subset: string, weight: number): string => `be-vietnam-pro-${subset}-${String(weight)}-normal.woff2`;

const FILES: ReadonlySet<string> = new Set(Object.keys(SUBSETS).flatMap((subset) => WEIGHTS.map((weight) => nameOf(subset, weight))));

/** The rules that name the fonts; they are fetched only where their letters occur. */
export const FONT_FACES = Object.entries(SUBSETS)
  .flatMap(([subset, range]) =>
    WEIGHTS.map(
      (weight) =>
        `@font-face{font-family:'Be Vietnam Pro';font-weight:${String(weight)};font-display:swap;src:url(${FONT_PATH}${nameOf(subset, weight)}) format('woff2');unicode-range:${range}}`,
    ),
  )
  .join('\n');

const loaded = new Map<string, Buffer>();

/** The bytes of a font by its file name; null for any other name. */
export function fontFile(name: string): Buffer | null {
  if (!FILES.has(name)) return null;
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/be-vietnam-pro/files/${name}`));
  loaded.set(name, bytes);
  return bytes;
}
