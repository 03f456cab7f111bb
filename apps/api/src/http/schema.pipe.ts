import { StandardSchemaValidationPipe } from '@nestjs/common';
import { pointerOf } from '@laurel/events';
import { Problem } from './problem.ts';

type Step = PropertyKey | { readonly key: PropertyKey };

const keyOf = (step: Step): PropertyKey => (typeof step === 'object' ? step.key : step);

/** Checks every parameter that names a schema; each wrong field is told with its pointer. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Problem('INVALID_REQUEST', {
        detail: 'Mend the fields named in "errors" and send again.',
        errors: issues.map(({ path, message }) => ({ pointer: pointerOf((path ?? []).map(keyOf)), detail: message })),
      }),
  });
}
