import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { cleanJson, pointerOf } from '@laurel/events';
import { Problem } from './problem.ts';

type Step = PropertyKey | { readonly key: PropertyKey };

const keyOf = (step: Step): PropertyKey => (typeof step === 'object' ? step.key : step);

const DETAIL = 'Mend the fields named in "errors" and send again.';

/** Refuses what the database would: NUL and halves of pairs, wherever a schema is named and in every part of an address. */
function insistOnText(value: unknown, { schema, type, data }: ArgumentMetadata): void {
  if ((!schema && type !== 'param') || value instanceof Uint8Array) return;
  const cleaned = cleanJson(value, data === undefined ? [] : [data]);
  if ('error' in cleaned) throw new Problem('INVALID_REQUEST', { detail: DETAIL, errors: [cleaned.error] });
}

/** A part of the address that is read by its name is told by its name, as fields of queries and bodies are. */
class SchemaPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    insistOnText(value, metadata);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Problem) || metadata.data === undefined) throw error;
      const errors = error.details.errors?.map(({ pointer, detail }) => ({ pointer: `/${metadata.data}${pointer}`, detail }));
      throw new Problem(error.code, { detail: DETAIL, ...(errors && { errors }) });
    }
  }
}

/** Checks every parameter that names a schema; each wrong field is told with its pointer. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new SchemaPipe({
    exceptionFactory: (issues) =>
      new Problem('INVALID_REQUEST', {
        detail: DETAIL,
        errors: issues.map(({ path, message }) => ({ pointer: pointerOf((path ?? []).map(keyOf)), detail: message })),
      }),
  });
}
