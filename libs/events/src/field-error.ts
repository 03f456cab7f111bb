/** One thing wrong with an event: where (RFC 6901, from the event's root) and how to mend it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
  /** The same in Vietnamese, where people read it. */
  readonly detailVi?: string;
}

/** The JSON pointer of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
