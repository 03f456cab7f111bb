import type { z } from 'zod';
import { pointerOf, type FieldError } from './field-error.ts';
import { wordsOf } from './shape-words.ts';

/** The Vietnamese of sentences that schemas have of their own, by their English. */
export type OwnWords = Readonly<Record<string, string>>;

/** What a schema makes of a value, or everything that is wrong with it. */
export type Shaped<Value> =
  { readonly is: 'read'; readonly value: Value } | { readonly is: 'wrong'; readonly errors: readonly FieldError[] };

/** A sentence that is empty is none of the schema's own, so that ours stands in its place. */
const UNSAID = '';

/**
 * Reads a value by its schema; the one place where a wrong type, a missing field or a text too long gets its words, in both
 * languages. Pointers start at `root`.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { root = [], own = {} }: { readonly root?: readonly string[]; readonly own?: OwnWords } = {},
): Shaped<z.output<Schema>> {
  const read = schema.safeParse(value, { error: () => UNSAID, reportInput: true });
  if (read.success) return { is: 'read', value: read.data };
  return { is: 'wrong', errors: read.error.issues.flatMap((issue) => misfits(issue, root, own)) };
}

function misfits(issue: z.core.$ZodIssue, root: readonly string[], own: OwnWords): readonly FieldError[] {
  const path = [...root, ...issue.path];
  // Each field that nobody asked for is told where it stands.
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  const { vi, en } = wordsOf(issue);
  const said = issue.message === UNSAID ? { detail: en, detailVi: vi } : { detail: issue.message, detailVi: own[issue.message] ?? vi };
  return paths.map((to) => ({ pointer: pointerOf(to), ...said }));
}
