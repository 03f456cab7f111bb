import type { Environment } from '@laurel/config';
import { tracerOf, type Logger, type Tracer } from '@laurel/observability';
import type { ApiParts } from './parts.ts';

/** The API's tracer; null where no receiver is set. */
export function tracing(environment: Environment, logger: Logger): Tracer | null {
  return tracerOf(environment, 'laurel-api', (error) => {
    logger.warn({ err: error }, 'Traces could not be sent');
  });
}

/** What is accepted, each a span of its nomination; the way of a nomination begins with the one that submits it. */
export function tracedIntake(intake: ApiParts['intake'], tracer: Tracer | null): ApiParts['intake'] {
  if (!tracer) return intake;
  return {
    accept: (event, by) =>
      tracer.span('accept event', { attributes: { 'laurel.event': event.type } }, async (span) => {
        const answer = await intake.accept(event, by);
        if (answer.is === 'accepted' && answer.nominationId !== null)
          span.joins(answer.nominationId, event.type === 'laurel.nomination.submitted.v1' && !answer.repeated);
        return answer;
      }),
  };
}
