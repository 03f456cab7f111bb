import type { DeclaredDocument } from '@laurel/domain';
import { z } from 'zod';
import { readRequest, wrongField } from '../http/read-request.ts';

/** NUL and halves of surrogate pairs are no text, and no database keeps them. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const text = (longest: number) =>
  z
    .string('Give one text.')
    .max(longest, `Too long: at most ${String(longest)} characters.`)
    .refine((given) => !UNSTORABLE.test(given), 'Contains a character that is no text: remove it.')
    .transform((given) => given.trim().normalize('NFC') || null)
    .nullish()
    .transform((given) => given ?? null);

const document = z.object({
  kind: z.string().min(1).max(100),
  name: z.string().min(1).max(300),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Write 64 lower-case hexadecimal digits.'),
});

const schema = z.object({
  decision: text(40),
  reason: text(4_000),
  number: text(100),
  signedOn: z.preprocess(
    (given) => (given === '' ? null : given),
    z.iso
      .date('Write a date that exists, as YYYY-MM-DD.')
      .nullish()
      .transform((given) => given ?? null),
  ),
  to: text(254),
  rule: text(100),
  code: text(40),
  documents: z.array(document).max(200).default([]),
});

/** What somebody sent from a task page, form or JSON alike. */
export type AnswerInput = z.output<typeof schema>;

/** The same with the choice made. */
export type ChosenInput = AnswerInput & { readonly decision: string };

/** Reads a posted form or JSON body; throws a 422 problem that names the fields. */
export function readAnswer(body: unknown): ChosenInput {
  const { decision, ...rest } = readRequest(schema, typeof body === 'object' && body !== null ? body : {});
  if (decision === null) throw wrongField('/decision', 'No answer is chosen: choose one.', 'Chưa chọn ý kiến nào: xin chọn một ý kiến.');
  return { ...rest, decision };
}

/** A completion with its files. */
export function completionOf(documents: readonly DeclaredDocument[]): ChosenInput {
  const nothing = { reason: null, number: null, signedOn: null, to: null, rule: null, code: null };
  return { ...nothing, decision: 'complete', documents: [...documents] };
}
