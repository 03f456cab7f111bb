import type { NominationGateway } from '@laurel/contracts';
import type { Tracer } from './tracer.ts';

/** Steps by name, each a span of the nomination that its input names. */
export function tracedSteps<Steps extends object>(steps: Steps, tracer: Tracer | null): Steps {
  if (!tracer) return steps;
  const traced = Object.entries(steps).map(([name, step]) => {
    const run = step as (input: unknown) => Promise<unknown>;
    return [name, (input: unknown) => tracer.span(name, { nominationId: nominationIn(input) }, () => run(input))];
  });
  return Object.fromEntries(traced) as Steps;
}

function nominationIn(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('nominationId' in input)) return null;
  return typeof input.nominationId === 'string' ? input.nominationId : null;
}

/** What is told to workflows, each a span of its nomination. */
export function tracedGateway(gateway: NominationGateway, tracer: Tracer | null): NominationGateway {
  if (!tracer) return gateway;
  const telling = <Answer>(name: string, nominationId: string, work: () => Promise<Answer>): Promise<Answer> =>
    tracer.span(name, { kind: 'client', nominationId }, work);
  return {
    submitDecision: (id, input, ms) => telling('submitDecision', id, () => gateway.submitDecision(id, input, ms)),
    submitAct: (id, input, ms) => telling(`submitAct ${input.kind}`, id, () => gateway.submitAct(id, input, ms)),
    startNomination: (start) => telling('startNomination', start.nominationId, () => gateway.startNomination(start)),
    signalAct: (id, input) => telling(`signalAct ${input.kind}`, id, () => gateway.signalAct(id, input)),
    takeUp: (start, input) => telling(`takeUp ${input.kind}`, start.nominationId, () => gateway.takeUp(start, input)),
    ping: (ms) => gateway.ping(ms),
  };
}
