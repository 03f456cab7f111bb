import type { z } from 'zod';

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

const FORMATS: Readonly<Record<string, string>> = {
  date: 'Write a date that exists, as YYYY-MM-DD.',
  datetime: 'Write an instant with its offset, for example 2022-09-01T08:00:00+07:00.',
  email: 'Write one mail address, for example officer.01@example.vn.',
};

function detailOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `Missing: give ${article(issue.expected)}.`
        : `Give ${article(issue.expected)}.`;
    case 'invalid_value':
      return `Give one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'Empty: write something here.' : `Too small: at least ${String(issue.minimum)}.`;
    case 'too_big':
      return `Too ${issue.origin === 'string' || issue.origin === 'array' ? 'long' : 'large'}: at most ${String(issue.maximum)}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message;
    default:
      return issue.message;
  }
}

const article = (expected: string): string => (/^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`);

/** The issues of a failed check as field errors below `root`. */
export function fieldErrors(error: z.ZodError, root: readonly string[] = []): FieldError[] {
  return error.issues.map((issue) => ({ pointer: pointerOf([...root, ...issue.path]), detail: detailOf(issue) }));
}
