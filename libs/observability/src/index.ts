export * from './correlation.ts';
export * from './redact.ts';
export * from './logger.ts';
export * from './metrics.ts';
export { callerSpan, spanOfNomination } from './tracing/span.ts';
export type { Attributes, SpanContext } from './tracing/span.ts';
export { tracedGateway, tracedSteps } from './tracing/traced.ts';
export { OpenSpan, Tracer, tracerOf } from './tracing/tracer.ts';
