/** Thrown for a cursor that no page of the list has given. */
export class CursorUnknown extends Error {
  override readonly name = 'CursorUnknown';
}

/** As PostgreSQL writes and JSON writes instants. */
const INSTANT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:\d\d)?)$/;

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

/** `2026-11-22 13:38:41+00`, whose offset has no minutes, is an instant for PostgreSQL only. */
const isDate = (instant: string): boolean => !Number.isNaN(Date.parse(instant.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')));

/** What the keys of a place may be; everything else would be an error of the database. */
const KEYS = {
  text: isText,
  instant: (value: unknown): value is string => isText(value) && (value === 'infinity' || (INSTANT.test(value) && isDate(value))),
  count: (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  anything: (value: unknown): value is string | null => value === null || isText(value),
} as const;

type Kind = keyof typeof KEYS;
type KeyOf<K extends Kind> = (typeof KEYS)[K] extends (value: unknown) => value is infer Key ? Key : never;

/** The keys of the last line of a page, safe in an address. */
export const cursorOf = (place: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function keysIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorUnknown();
  }
}

/** The keys behind a cursor; throws {@link CursorUnknown} when they are none of this list. */
export function placeOf<const Kinds extends readonly Kind[]>(
  cursor: string,
  kinds: Kinds,
): { [Index in keyof Kinds]: KeyOf<Kinds[Index]> } {
  const keys = keysIn(cursor);
  if (!Array.isArray(keys) || keys.length !== kinds.length || !kinds.every((kind, index) => KEYS[kind](keys[index])))
    throw new CursorUnknown();
  return keys as unknown as { [Index in keyof Kinds]: KeyOf<Kinds[Index]> };
}
