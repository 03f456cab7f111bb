import { readShape, type FieldError } from '@laurel/events';
import type { z } from 'zod';
import { fieldName } from './field-names.ts';
import { OWN_WORDS } from './own-words.ts';
import { Problem } from './problem.ts';

/** A request with fields that cannot be used, each named with its cure (422). */
export function invalidRequest(errors: readonly FieldError[]): Problem {
  return new Problem('INVALID_REQUEST', {
    detail: 'Mend what is named here and send again.',
    detailVi: 'Xin sửa các mục nêu dưới đây rồi gửi lại.',
    errors,
  });
}

/** One field of the request is wrong; the sentences name it themselves. */
export function wrongField(pointer: string, detail: string, detailVi: string): Problem {
  return invalidRequest([{ pointer, detail, detailVi }]);
}

/** The same with its field named in plain words, so that people need not read pointers. */
export function named({ pointer, detail, detailVi = detail }: FieldError): FieldError {
  const name = fieldName(pointer);
  return name
    ? { pointer, detail: `${name.en} – ${lower(detail)}`, detailVi: `${name.vi} – ${lower(detailVi)}` }
    : { pointer, detail, detailVi };
}

/** The sentence goes on after the name of its field; what is spelled in capitals stays so. */
function lower(sentence: string): string {
  return /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** Reads a part of a request by its schema; throws the 422 problem that names each wrong field in both languages. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, value: unknown, root: readonly string[] = []): z.output<Schema> {
  const read = readShape(schema, value, { root, own: OWN_WORDS });
  if (read.is === 'wrong') throw invalidRequest(read.errors.map(named));
  return read.value;
}
