const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** Format characters (zero width, direction overrides, soft hyphens), private use and halves of characters mislead. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}]/gu;
const blank = /[\s\p{Cc}]+/gu;

/**
 * A value as one safe line: composed accents (NFC), no control, invisible or private-use characters, single spaces, at
 * most `limit` characters.
 */
export function clean(value: string, limit = 300): string {
  const line = value.replace(invisible, '').normalize('NFC').replace(blank, ' ').trim();
  return shorten(line, limit);
}

/** A text of several lines as safe lines, blank ones left out, at most `limit` characters in all. */
export function cleanLines(value: string, limit = 4_000): string[] {
  const lines = value
    .slice(0, limit)
    .split(lineBreaks)
    .map((line) => clean(line, limit))
    .filter((line) => line !== '');
  const kept = lines.slice(0, 40);
  return kept.length < lines.length || value.length > limit ? [...kept, '…'] : kept;
}

/** The line itself, or its beginning and an ellipsis; never cuts a character in two. */
function shorten(line: string, limit: number): string {
  if (line.length <= limit) return line;
  return `${line
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
